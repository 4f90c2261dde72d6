"""Materials online: the list, the page of one with who has learned it, and the steps."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.urls import reverse, reverse_lazy

from deputies import rules
from deputies.forms import training as forms
from deputies.models import Mandate, Material, MaterialReading
from deputies.transitions import learn
from deputies.views.doors import ReadersOnly
from deputies.views.training import CRUMB
from deputies.views.training_verbs import MATERIAL_VERBS
from foundation.files.keeping import keep
from foundation.files.store import files_of
from foundation.web.actions import ROLE_OR_STATE, Action, offered
from foundation.web.chinese import datetime_text
from foundation.web.tables import Column, Table
from foundation.web.views import CreateStep, DetailPage, ListPage, StepView

READINGS = (
    Column("代表", "deputy.name", link=lambda row: row.deputy.get_absolute_url(), primary=True),
    Column("登记时间", "read_at", kind="datetime"),
)
WAITING = (
    Column("代表", "deputy.name", link=lambda row: row.deputy.get_absolute_url(), primary=True),
    Column("代表团", lambda row: str(row.delegation or "")),
)


class Materials(ReadersOnly, ListPage):
    """Every material online; a deputy sees which he has learned."""

    template_name = "deputies/materials.html"
    title = "网上学习资料"
    export_name = "网上学习资料"
    empty = "还没有网上学习资料。发布后在这里学习。"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[Material]:
        rows = Material.objects.visible_to(self.request.user).select_related("course")
        mine = MaterialReading.objects.filter(material=OuterRef("pk"), deputy__user=self.request.user)
        return rows.annotate(learned=Count("readings"), is_mine=Exists(mine)).order_by("-issued_at", "-pk")

    def get_columns(self) -> Sequence[Column]:
        shown: tuple[Column, ...] = ()
        if rules.serves(self.request.user, self.on):
            shown = (Column("本人", _mine, kind="badge", tone=lambda row: "ok" if row.is_mine else "warn"),)
        return [
            Column("资料", "title", link=lambda row: row.get_absolute_url(), primary=True),
            Column("所属课程", lambda row: str(row.course or "")),
            Column("发布时间", "issued_at", kind="date"),
            Column("已学习（人）", "learned", kind="number"),
            *shown,
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_plan = bool(rules.may_plan_training(self.request.user, on=self.on))
        return super().get_context_data(may_plan=may_plan, **kwargs)


def _mine(row: Any) -> str:
    return "已学习" if row.is_mine else "待学习"


class MaterialPage(DetailPage):
    """One material: its files, and for the office who has learned it and who has not."""

    template_name = "deputies/material.html"
    context_name = "material"

    def queryset(self) -> QuerySet[Material]:
        return Material.objects.visible_to(self.request.user).select_related("course__plan", "issued_by")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, ("网上学习资料", reverse("deputies:materials"))]

    def actions(self, obj: Material) -> list[Action]:
        return offered("deputies", MATERIAL_VERBS, self.request.user, obj, self.on, quiet=ROLE_OR_STATE)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        material = self.object
        facts: dict[str, Any] = {
            "files": list(files_of(material)),
            "basics": [
                ("所属课程", str(material.course or "")),
                ("发布", f"{material.issued_by.name}，{datetime_text(material.issued_at)}"),
            ],
        }
        if rules.may_see_coverage(self.request.user, on=self.on):
            facts |= self.readers(material)
        return super().get_context_data(**facts, **kwargs)

    def readers(self, material: Material) -> dict[str, Any]:
        """Both lists by name."""
        readings = list(material.readings.select_related("deputy").order_by("-read_at"))
        seats = Mandate.objects.at_home().serving_on(self.on).select_related("deputy", "delegation")
        waiting = seats.exclude(deputy__in=[row.deputy_id for row in readings]).order_by("deputy__pinyin_key", "pk")
        missing = list(waiting)
        return {
            "readings": Table(READINGS, readings, "已学习的代表", "还没有代表登记学习。"),
            "waiting": Table(WAITING, missing, "尚未学习的代表", "在任代表都已学习。"),
            "number_read": len(readings),
            "number_waiting": len(missing),
        }


@transaction.atomic
def issue_with_files(*, files: list[Any], by: Any, at: datetime, **facts: Any) -> Material:
    """The material and its files, or nothing."""
    material = learn.issue_material(by=by, at=at, **facts)
    keep(material, files, by=by, at=at)
    return material


class IssueMaterial(CreateStep):
    form_class = forms.MaterialForm
    rule = rules.may_plan_training
    transition = issue_with_files
    title = "发布学习资料"
    button = "发布"
    success_message = "已发布，在任代表已收到通知。"
    back_url = reverse_lazy("deputies:materials")
    crumbs = (CRUMB, ("网上学习资料", "/deputies/training/materials/"))

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on}


class OfMaterial(StepView):
    """A step about one material."""

    def queryset(self) -> QuerySet[Material]:
        return Material.objects.visible_to(self.request.user)

    def get_success_url(self) -> str:
        return self.object.get_absolute_url()


class FinishMaterial(OfMaterial):
    rule = rules.may_finish_material
    transition = learn.finish_material
    title = "登记已学习"
    button = "登记"
    success_message = "已登记，记入您的履职档案。"
    versioned = False


class WithdrawMaterial(OfMaterial):
    form_class = forms.ReasonForm
    rule = rules.may_withdraw_material
    transition = learn.withdraw_material
    title = "撤下学习资料"
    button = "撤下"
    button_tone = "danger"
    intro = "撤下后代表看不到这份资料；已经登记的学习记录保留。"
    success_message = "已撤下。"
