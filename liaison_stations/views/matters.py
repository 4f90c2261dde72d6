"""What people write about (民情): the overview, and one group with its letters."""

from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from foundation.web.actions import Action
from foundation.web.charts import Chart, bar_chart, line_chart
from foundation.web.chinese import date_text
from foundation.web.tables import Column
from foundation.web.views import Behind, DetailPage, ListPage
from liaison_stations.forms.matter_steps import act_words
from liaison_stations.forms.matters import DEFAULT_DAYS, MatterFilter
from liaison_stations.models import (
    Letter,
    LetterSuggestion,
    MatterCorrection,
    MatterGroup,
    MatterMark,
    ReceptionRecord,
)
from liaison_stations.rules.letter_suggestions import may_make_suggestion, may_propose
from liaison_stations.rules.matters import may_correct_matter, may_open_matters
from liaison_stations.transitions.correct_matters import acts_about

CRUMB = ("民情热点", "/stations/matters/")
MOST_BARS, MOST_LINES = 12, 3


class Span:
    """The days that are looked at, as many before them, and their weeks."""

    def __init__(self, days: int, until: date) -> None:
        self.days, self.until = days, until
        self.since = until - timedelta(days=days - 1)
        self.before = self.since - timedelta(days=days)

    @property
    def weeks(self) -> list[date]:
        """The first days of the weeks, the last of which ends today."""
        return [self.until - timedelta(days=6 + 7 * back) for back in reversed(range(-(-self.days // 7)))]

    def counts(self, days: list[date]) -> list[int]:
        """How many of `days` fall into each week."""
        return [sum(start <= day < start + timedelta(days=7) for day in days) for start in self.weeks]

    @property
    def labels(self) -> list[str]:
        return [f"{start.month}月{start.day}日" for start in self.weeks]


class MatterList(Behind, ListPage):
    """Groups of letters, the largest first, with what they are about, where from, and how it goes on."""

    door = may_open_matters
    template_name = "liaison_stations/matters.html"
    title = "民情热点"
    filter_form_class = MatterFilter
    export_name = "民情热点"
    per_page = 20
    empty = "这段时间没有两件以上内容相近的来信和接待记录。来信受理后，每小时自动归并一次。"

    def filter_arguments(self) -> dict[str, Any]:
        return {"user": self.request.user}

    @property
    def span(self) -> Span:
        return Span(self.form.days if self.form else DEFAULT_DAYS, self.on)

    def marks(self) -> Any:
        """What this person reads of the chosen area, whenever it came."""
        rows = MatterMark.objects.visible_to(self.request.user)
        area = self.form.area if self.form else None
        return rows.filter(area=area) if area else rows

    def queryset(self) -> QuerySet[MatterGroup]:
        span = self.span
        rows = MatterGroup.objects.counted(self.marks(), span.since, span.until, span.before)
        return rows.order_by("-many", "-last", "pk")

    def get_columns(self) -> tuple[Column, ...]:
        return (
            Column("事项", str, link=lambda row: row.get_absolute_url(), primary=True),
            Column("反映（件）", "many", kind="number"),
            Column("上一时段（件）", "earlier", kind="number"),
            Column("变化", trend_of),
            Column("最早", "first", kind="date"),
            Column("最近", "last", kind="date"),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        span, marks = self.span, self.marks()
        now = marks.between(span.since, span.until)
        matters = now.by_matter()
        facts = {
            "total": now.count(),
            "earlier": marks.between(span.before, span.since - timedelta(days=1)).count(),
            "span": span,
            "matters": bar_chart("反映最多的事项", matters[:MOST_BARS]),
            "areas": bar_chart("所在乡镇街道", now.by_area()[:MOST_BARS], series=2),
            "trend": trend_chart(now, [matter for matter, _ in matters[:MOST_LINES]], span),
            "may_correct": bool(may_correct_matter(self.request.user, on=self.on)),
        }
        return super().get_context_data(**{**facts, **kwargs})


def trend_of(row: Any) -> str:
    """More, fewer or as many as in the time before."""
    if not row.earlier:
        return "新出现"
    more = row.many - row.earlier
    return f"增加{more}件" if more > 0 else f"减少{-more}件" if more < 0 else "持平"


def trend_chart(marks: Any, matters: list[str], span: Span) -> Chart:
    """A line for each of the matters, by weeks; one query."""
    days: dict[str, list[date]] = {matter: [] for matter in matters}
    for matter, day in marks.filter(matter__in=matters).order_by().values_list("matter", "on"):
        days[matter].append(day)
    return line_chart("每周来信、来访", span.labels, [(matter, span.counts(days[matter])) for matter in matters])


class MatterPage(Behind, DetailPage):
    """One group: how it grew, its letters as far as this person opens them, the suggestions made of them."""

    door = may_open_matters
    template_name = "liaison_stations/matter.html"
    context_name = "group"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[MatterGroup]:
        return MatterGroup.objects.visible_to(self.request.user).select_related("noted_by")

    def letters(self) -> list[Letter]:
        """Those this person may open, newest first."""
        if not hasattr(self, "_letters"):
            rows = Letter.objects.visible_to(self.request.user).filter(matter_mark__group=self.object).with_names()
            self._letters = list(rows.order_by("-posted_at", "-pk"))
        return self._letters

    def records(self) -> list[ReceptionRecord]:
        """Visits of this matter that were settled on the spot, as far as this person may open them."""
        rows = ReceptionRecord.objects.visible_to(self.request.user).filter(matter_mark__group=self.object)
        return list(rows.with_names().order_by("-received_at", "-pk"))

    def actions(self, obj: Any) -> list[Action]:
        return [*self._of_deputy(), *self._of_office(obj)]

    def _of_office(self, obj: Any) -> list[Action]:
        if not may_correct_matter(self.request.user, obj, on=self.on):
            return []
        steps = [("写明研判意见", "note-matter", "primary" if obj.risen_at and not obj.noted_at else "secondary")]
        steps += [("调整归并", "move-papers", "secondary"), ("合并事项", "join-matters", "secondary")]
        if self.acts():
            steps.append(("撤销更正", "undo-correction", "secondary"))
        return [Action(label, reverse(f"stations:{name}", args=[obj.pk]), tone=tone) for label, name, tone in steps]

    def acts(self) -> list[MatterCorrection]:
        """What the office corrected here, for the office."""
        if not hasattr(self, "_acts"):
            allowed = may_correct_matter(self.request.user, self.object, on=self.on)
            self._acts = acts_about(self.object) if allowed else []
        return self._acts

    def _of_deputy(self) -> list[Action]:
        if not may_propose(self.request.user, on=self.on):
            return []
        ready = [row for row in self.letters() if may_make_suggestion(self.request.user, row, on=self.on)]
        if not ready:
            return []
        verdict = may_make_suggestion(self.request.user, ready[0], on=self.on)
        return [
            Action("据此起草建议", reverse("stations:make-suggestion", args=[ready[0].pk]), verdict, "primary", "edit")
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        letters, group = self.letters(), self.object
        records = self.records()
        days = [timezone.localdate(row.posted_at) for row in letters] + [row.day for row in records]
        span = Span(max(DEFAULT_DAYS, (self.on - min(days)).days + 1), self.on)
        links = LetterSuggestion.objects.visible_to(self.request.user).filter(letter__in=[row.pk for row in letters])
        facts = {
            "letters": letters,
            "records": records,
            "seen": len(letters) + len(records),
            "total": group.marks.count(),
            "trend": line_chart("每周来信、来访", span.labels, [(str(group), span.counts(days))]),
            "first": date_text(min(days)),
            "suggested": links.values("letter").distinct().count(),
            "acts": [act_words(act) for act in self.acts()],
        }
        return super().get_context_data(**{**facts, **kwargs})
