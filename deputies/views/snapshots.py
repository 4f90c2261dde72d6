"""Points fixed for a period: the list, one snapshot with its ranking, its progress, one deputy's standing."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import structlog
from django.db.models import QuerySet
from django.urls import reverse, reverse_lazy
from kombu.exceptions import OperationalError

from deputies import rules
from deputies.forms.points import AskForm, CorrectSnapshotForm
from deputies.models import DutyEntry, PointSnapshot, PointStanding
from deputies.models.point_scheme import share_words
from deputies.tasks import fix_points
from deputies.transitions.snapshots import ask_snapshot, ask_snapshot_again, correct_snapshot
from deputies.views.doors import ReadersOnly
from foundation.audit import timeline
from foundation.web import export
from foundation.web.actions import Action
from foundation.web.chinese import date_text, datetime_text
from foundation.web.pagination import Way, page_number, paginate
from foundation.web.tables import Column, Table
from foundation.web.tones import tone_of
from foundation.web.views import CreateStep, DetailPage, ListPage, StepView

log = structlog.get_logger(__name__)
PER_PAGE = 50
# A congress is short by nature: all keys are fetched, so that everybody is counted.
EVERYBODY = Way(near=5000, cap=5000)
CRUMBS = (("积分快照", reverse_lazy("deputies:snapshots")),)


class Snapshots(ReadersOnly, ListPage):
    """Every period that was fixed, edition by edition."""

    title = "积分快照"
    template_name = "deputies/snapshots.html"
    per_page = 30
    empty = "还没有固定过积分。每季度、半年或者年度结束后，由代表联络工作机构固定。"
    columns = (
        Column("期间", str, link=lambda row: row.get_absolute_url(), primary=True),
        Column("积分办法", "scheme.name"),
        Column("统计截止日", "counted_on", kind="date"),
        Column("固定时间", "fixed_at", kind="datetime"),
        Column(
            "状态",
            "get_state_display",
            kind="badge",
            tone=lambda row: tone_of("deputies.pointsnapshot.state", row.state),
        ),
    )

    def queryset(self) -> QuerySet[PointSnapshot]:
        return PointSnapshot.objects.visible_to(self.request.user).select_related("scheme")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_ask = bool(rules.may_ask_snapshot(self.request.user, on=self.on))
        return super().get_context_data(may_ask=may_ask, **kwargs)


class SnapshotPage(DetailPage):
    """One edition: everybody the reader may see, by place, with hash and history."""

    template_name = "deputies/snapshot.html"
    context_name = "snapshot"
    crumbs = CRUMBS

    def queryset(self) -> QuerySet[PointSnapshot]:
        return PointSnapshot.objects.visible_to(self.request.user).select_related("scheme", "asked_by", "corrects")

    def get(self, request: Any, **kwargs: Any) -> Any:
        if request.GET.get("format", "") in export.FORMATS:
            self.object = self.get_object()
            name = f"{self.object.scheme}{self.object}"
            return export.export_rows(request, STANDINGS, self.standings(), name, request.GET["format"])
        return super().get(request, **kwargs)

    def standings(self) -> QuerySet[PointStanding]:
        rows = PointStanding.objects.visible_to(self.request.user).filter(snapshot=self.object)
        return rows.select_related("deputy", "delegation", "group")

    def actions(self, obj: PointSnapshot) -> list[Action]:
        user = self.request.user
        offered = [
            Action(
                "更正（另出一版）",
                reverse("deputies:correct-snapshot", args=[obj.pk]),
                rules.may_correct_snapshot(user, obj, on=self.on),
            ),
            Action(
                "重新生成",
                reverse("deputies:ask-snapshot-again", args=[obj.pk]),
                rules.may_ask_snapshot_again(user, obj, on=self.on),
                "primary",
            ),
        ]
        return [action for action in offered if action.allowed]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        snapshot = self.object
        rows = self.standings() if snapshot.is_fixed else PointStanding.objects.none()
        page = paginate(rows, page_number(self.request.GET.get("page"), PER_PAGE), PER_PAGE, EVERYBODY)
        facts = {
            "basics": _basics(snapshot),
            "table": Table(STANDINGS, page.rows, str(snapshot), "没有可以查阅的名次。"),
            "page": page,
            "export_formats": export.FORMATS if snapshot.is_fixed else {},
            "newer": PointSnapshot.objects.filter(corrects=snapshot).first(),
        }
        if rules.may_ask_snapshot(self.request.user, on=self.on):
            facts["events"] = timeline(snapshot)
        return super().get_context_data(**{**facts, **kwargs})


STANDINGS: Sequence[Column] = (
    Column("名次", "place", kind="number"),
    Column("代表", "deputy.name", link=lambda row: row.get_absolute_url(), primary=True),
    Column("代表团", lambda row: str(row.delegation or "")),
    Column("团内名次", "place_in_delegation", kind="number"),
    Column("代表小组", lambda row: str(row.group or "")),
    Column("组内名次", "place_in_group", kind="number"),
    Column("得分", "earned", kind="number"),
    Column("扣分", "penalties", kind="number"),
    Column("总分", "total", kind="number"),
    Column("等次", "grade"),
)


def _basics(snapshot: PointSnapshot) -> list[tuple[str, str]]:
    rows = [
        ("积分办法", str(snapshot.scheme)),
        ("期间", f"{date_text(snapshot.first_on)}至{date_text(snapshot.last_on)}"),
        ("统计截止日", date_text(snapshot.counted_on)),
        *([("折算", share_words(snapshot.share))] if share_words(snapshot.share) else []),
        ("提请", f"{snapshot.asked_by}，{datetime_text(snapshot.asked_at)}"),
    ]
    if snapshot.is_fixed:
        rows += [("固定时间", datetime_text(snapshot.fixed_at)), ("校验值（SHA-256）", snapshot.digest)]
    return rows


class SnapshotProgress(SnapshotPage):
    """The bar alone, asked for again while the job runs; the whole page follows when it is done."""

    template_name = "deputies/snapshot_progress.html"

    def get(self, request: Any, **kwargs: Any) -> Any:
        response = super().get(request, **kwargs)
        if not self.object.is_under_way:
            response["HX-Redirect"] = self.object.get_absolute_url()
        return response


class StandingPage(DetailPage):
    """What one deputy's fixed total was made of: rules as they were, and the lines behind them."""

    template_name = "deputies/standing.html"
    context_name = "standing"
    crumbs = CRUMBS

    def queryset(self) -> QuerySet[PointStanding]:
        rows = PointStanding.objects.visible_to(self.request.user)
        return rows.select_related("snapshot__scheme", "deputy", "delegation", "group")

    def get_crumbs(self) -> list[tuple[str, str]]:
        snapshot = self.object.snapshot
        return [*super().get_crumbs(), (str(snapshot), snapshot.get_absolute_url())]

    def get_title(self) -> str:
        return f"{self.object.deputy.name}：{self.object.snapshot.period_name}积分"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        standing = self.object
        rules_then = {code: (name, sentence) for code, name, _, sentence in standing.snapshot.rules}
        given = [(*rules_then.get(code, (code, "")), Decimal(q), Decimal(p)) for code, q, p in standing.detail["rules"]]
        points = {key: Decimal(value) for key, value in standing.detail["lines"]}
        lines = DutyEntry.objects.filter(pk__in=points).select_related("kind")
        facts = {
            "given": given,
            "lines": [(line, points[line.pk]) for line in lines],
            "share": share_words(standing.snapshot.share),
            "among": f"共{standing.snapshot.progress_of}名",
        }
        return super().get_context_data(**{**facts, **kwargs})


class Fixing:
    """A step after which the job runs."""

    success_message = "已开始计算，完成后在消息中告知。"


class AskSnapshot(Fixing, CreateStep):
    title = "固定积分"
    crumbs = CRUMBS
    rule = rules.may_ask_snapshot
    form_class = AskForm
    button = "开始固定"
    intro = "固定后数字不再改变；以后需要更正的，另出一版并写明理由。"
    back_url = reverse_lazy("deputies:snapshots")

    @staticmethod
    def transition(**facts: Any) -> PointSnapshot:
        return started(ask_snapshot(**facts))

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on}

    def arguments(self, form: Any) -> dict[str, Any]:
        year, kind, number = form.cleaned_data["span"]
        return {"scheme": form.cleaned_data["scheme"], "year": year, "kind": kind, "number": number}


class SnapshotStep(Fixing, StepView):
    crumbs = CRUMBS

    def queryset(self) -> QuerySet[PointSnapshot]:
        return PointSnapshot.objects.visible_to(self.request.user)

    def call(self, form: Any) -> PointSnapshot:
        return started(super().call(form))

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class AskSnapshotAgain(SnapshotStep):
    title = "重新生成"
    rule = rules.may_ask_snapshot_again
    transition = ask_snapshot_again
    button = "重新生成"


class CorrectSnapshot(SnapshotStep):
    title = "更正积分"
    rule = rules.may_correct_snapshot
    transition = correct_snapshot
    form_class = CorrectSnapshotForm
    button = "另出一版"
    intro = "请先更正有关履职记录，再按更正后的记录另出一版。原来的一版保留备查。"


def started(snapshot: PointSnapshot) -> PointSnapshot:
    """Hands the job to the worker. Without a broker the periodic job finds the snapshot within five minutes."""
    try:
        fix_points.delay(snapshot.pk)
    except (OperationalError, OSError) as trouble:
        log.warning("deputies.snapshot_not_queued", snapshot=snapshot.pk, trouble=str(trouble))
    return snapshot
