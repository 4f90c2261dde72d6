"""The office puts the grouping of letters right, and says what it makes of a matter that has risen."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from foundation.web.tables import Column
from foundation.web.views import Behind, ListPage, StepView
from liaison_stations.forms import matter_steps as forms
from liaison_stations.models import MatterCorrection, MatterGroup, MatterMark
from liaison_stations.rules.matters import may_correct_matter, may_note_matter
from liaison_stations.states.matter import CorrectionKind
from liaison_stations.transitions import correct_matters
from liaison_stations.transitions.raise_matters import note_matter
from liaison_stations.views.matters import CRUMB

CORRECTIONS = "归并更正"
LEFT_ALONE = "这个事项剩下不足两件，不再列入民情热点；改错了的，可以在下面撤销。"
NEXT_HOUR = "其余来信在下一次自动归并时归到一起，最迟一小时。"
NEXT_TIME = "自动归并每小时进行一次，您的更正保持不变。"


class MatterStep(Behind, StepView):
    """A step about one group; whoever emptied it is at the overview again."""

    door = may_correct_matter
    rule = may_correct_matter
    versioned = False

    def queryset(self) -> QuerySet[MatterGroup]:
        return MatterGroup.objects.visible_to(self.request.user)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, *super().get_crumbs()]

    def stands(self) -> bool:
        """Whether there is still a group to be seen."""
        return MatterGroup.objects.visible_to(self.request.user).filter(pk=self.object.pk).exists()

    def get_success_message(self) -> str:
        return self.success_message if self.stands() else f"{self.success_message}{LEFT_ALONE}"

    def get_success_url(self) -> str:
        return self.object.get_absolute_url() if self.stands() else reverse("stations:matter-corrections")

    def others(self) -> QuerySet[MatterGroup]:
        """The other groups, each with `many`."""
        rows = MatterGroup.objects.visible_to(self.request.user).exclude(pk=self.object.pk)
        return rows.annotate(many=Count("marks")).order_by("matter", "place", "pk")


class MovePapers(MatterStep):
    form_class = forms.MoveForm
    transition = correct_matters.move_papers
    title = "调整归并"
    button = "保存调整"
    intro = f"归得不准的来信，可以改归入别的事项，或者不归入任何事项。{NEXT_TIME}"
    success_message = "已调整。"

    def form_kwargs(self) -> dict[str, Any]:
        rows = MatterMark.objects.visible_to(self.request.user).filter(group=self.object)
        rows = rows.select_related("letter__key", "record__station").order_by("-on", "-pk")
        return {"marks": rows[: forms.MOST_SHOWN], "others": self.others()}


class JoinMatters(MatterStep):
    form_class = forms.JoinForm
    transition = correct_matters.join_matters
    title = button = "合并事项"
    intro = f"两个事项说的是同一件事时合并。以后与它们相近的来信也归到这里。{NEXT_TIME}"
    success_message = "已合并。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"others": self.others()}


class UndoCorrection(MatterStep):
    form_class = forms.UndoForm
    transition = correct_matters.undo_correction
    title = button = "撤销更正"
    intro = "撤销后恢复到这次更正以前。没有其他更正的，以后由系统自动归并。"
    success_message = "已撤销，恢复到这次更正以前。"

    def queryset(self) -> QuerySet[MatterGroup]:
        user = self.request.user
        rows = MatterGroup.objects
        return rows.filter(Q(pk__in=rows.visible_to(user)) | Q(pk__in=rows.corrected(user)))

    def get_crumbs(self) -> list[tuple[str, str]]:
        # The group itself may have nothing left to show.
        return [CRUMB, (CORRECTIONS, reverse("stations:matter-corrections"))]

    def get_success_message(self) -> str:
        return self.success_message if self.stands() else f"{self.success_message}{NEXT_HOUR}"

    def form_kwargs(self) -> dict[str, Any]:
        acts = correct_matters.acts_about(self.object)
        asked = self.request.GET.get("act", "")
        named = MatterCorrection.objects.visible_to(self.request.user).filter(pk=asked) if asked.isdecimal() else []
        wanted = {row.act for row in named}
        return {"acts": acts, "initial": {"act": next((str(act.pk) for act in acts if act.act in wanted), None)}}


class NoteMatter(MatterStep):
    door = may_note_matter
    rule = may_note_matter
    form_class = forms.NoteForm
    transition = note_matter
    title = "写明研判意见"
    button = "保存"
    intro = "可以打开查阅民情热点的人员都能看到研判意见。请不要写来信人的情况。"
    success_message = "已保存。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"finding": self.object.finding}}


def _over(row: MatterCorrection) -> str:
    return "" if row.kind == CorrectionKind.BACK else "已撤销"


def _undo_page(row: Any) -> str:
    return f"{reverse('stations:undo-correction', args=[row.source_id])}?act={row.pk}" if row.counts else ""


class Corrections(Behind, ListPage):
    """What the office said against the grouping, the newest first, and how to undo it; nothing of it is deleted."""

    door = may_correct_matter
    title = CORRECTIONS
    crumbs = (CRUMB,)
    export_name = CORRECTIONS
    per_page = 30
    empty = "还没有更正过归并。归得不准的，在事项页“调整归并”“合并事项”。"
    columns = (
        Column("时间", "at", kind="datetime"),
        Column("更正", forms.what_words, primary=True),
        Column("件数", "papers", kind="number"),
        Column("理由", "reason"),
        Column("经办人", "by.name"),
        Column("现状", "standing"),
        Column("办理", lambda row: "撤销" if row.counts else "", link=_undo_page),
    )

    def queryset(self) -> QuerySet[MatterCorrection]:
        rows = MatterCorrection.objects.visible_to(self.request.user).acts()
        return rows.select_related("source", "target", "by").order_by("-at", "-pk")

    def decorate(self, rows: Sequence[Any]) -> None:
        now, below = correct_matters.how_it_stands()
        for row in rows:
            row.counts = row.act in now
            row.standing = "有效" if row.counts else "其后又有更正" if row.act in below else _over(row)


class RisenMatters(Behind, ListPage):
    """Matters that have risen and that nobody has looked at."""

    door = may_note_matter
    title = "待研判的热点事项"
    crumbs = (CRUMB,)
    empty = "没有待研判的热点事项。短时间内多人反映同一件事时，会列在这里。"

    def queryset(self) -> QuerySet[MatterGroup]:
        rows = MatterGroup.objects.to_note(self.request.user).annotate(many=Count("marks"))
        return rows.order_by("risen_at", "pk")

    def get_columns(self) -> tuple[Column, ...]:
        return (
            Column("事项", str, link=lambda row: row.get_absolute_url(), primary=True),
            Column("反映（件）", "many", kind="number"),
            Column("列入日期", "risen_at", kind="date"),
            Column("办理", lambda row: "写明研判意见", link=_note_page),
        )


def _note_page(row: MatterGroup) -> str:
    return reverse("stations:note-matter", args=[row.pk])
