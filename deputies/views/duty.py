"""One line of the performance file: its page, and everything that can be done with it."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse, reverse_lazy

from deputies import people, rules
from deputies.forms import duty as forms
from deputies.models import Deputy, DutyEntry, DutyKind, DutyObjection
from deputies.states import Level
from deputies.transitions.confirm_duty import confirm_duty, decline_duty
from deputies.transitions.correct_duty import correct_duty, enter_duty, remove_duty
from deputies.transitions.object_duty import answer_objection, object_duty
from deputies.transitions.report_duty import report_duty, take_back_duty
from foundation.web.views import CreateStep, StepView


class ReportDuty(CreateStep):
    """The deputy's own form, made for a phone."""

    title = "自报履职记录"
    crumbs = (("我的履职", reverse_lazy("deputies:my-file")),)
    rule = rules.may_report_duty
    transition = report_duty
    form_class = forms.ReportForm
    button = "提交"
    intro = "会议、视察、培训、建议等由组织单位登记，不用自报。自报的记录经核实后记入履职档案。"
    success_message = "已提交，核实后记入履职档案。"
    back_url = reverse_lazy("deputies:my-file")

    def form_kwargs(self) -> dict[str, Any]:
        levels = {seat.level for seat in people.mandates_of(self.request.user, self.on)}
        held = tuple(level for level in (Level.DISTRICT, *Level) if level in levels)
        return {"kinds": DutyKind.objects.reportable_on(self.on), "levels": tuple(dict.fromkeys(held))}


class DutyStep(StepView):
    """A step with one line of the ledger."""

    context_name = "entry"
    success_message = "已办理，代表会收到通知。"

    def queryset(self) -> QuerySet[DutyEntry]:
        return DutyEntry.objects.visible_to(self.request.user).with_names().prefetch_related("deputy__mandates")

    def get_crumbs(self) -> list[tuple[str, str]]:
        entry = self.object
        file = reverse("deputies:file", args=[entry.deputy_id])
        return [(f"{entry.deputy.name}的履职档案", file), (entry.title, entry.get_absolute_url())]


class ConfirmDuty(DutyStep):
    title = "核实记入"
    rule = rules.may_confirm_duty
    transition = confirm_duty
    button = "确认记入"
    intro = "请核对内容和证明材料。记入后计算积分；需要更正的，由代表联络工作机构办理。"
    template_name = "deputies/duty_step.html"
    success_message = "已记入履职档案。"


class DeclineDuty(DutyStep):
    title = "不予记入"
    rule = rules.may_decline_duty
    transition = decline_duty
    form_class = forms.ReasonForm
    button = "不予记入"
    button_tone = "danger"
    template_name = "deputies/duty_step.html"


class TakeBackDuty(DutyStep):
    title = "撤回自报"
    rule = rules.may_take_back_duty
    transition = take_back_duty
    button = "撤回"
    intro = "撤回后可以重新填报。"
    success_message = "已撤回。"


class CorrectDuty(DutyStep):
    title = "更正履职记录"
    rule = rules.may_correct_duty
    transition = correct_duty
    form_class = forms.CorrectForm
    button = "更正"
    intro = "原记录保留备查，由更正后的记录代替。已固定的积分快照不变，需要时另作更正版。"

    def form_kwargs(self) -> dict[str, Any]:
        kinds = DutyKind.objects.on(self.on) | DutyKind.objects.filter(pk=self.object.kind_id)
        return {"kinds": kinds, "initial": forms.facts_of(self.object)}

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class RemoveDuty(DutyStep):
    title = "撤销记录"
    rule = rules.may_correct_duty
    transition = remove_duty
    form_class = forms.ReasonForm
    button = "撤销"
    button_tone = "danger"
    intro = "登记错误、重复登记的予以撤销。记录保留备查，不再计分。"


class ObjectDuty(DutyStep):
    title = "提出异议"
    rule = rules.may_object_duty
    transition = object_duty
    form_class = forms.ObjectForm
    button = "提交异议"
    success_message = "异议已提交，答复后会通知您。"


class AnswerObjection(StepView):
    """The office answers an objection."""

    title = "答复异议"
    rule = rules.may_answer_objection
    transition = answer_objection
    form_class = forms.AnswerForm
    button = "答复"
    versioned = False
    template_name = "deputies/answer_objection.html"
    success_message = "已答复，代表会收到通知。异议成立的，请随后更正记录。"

    def queryset(self) -> QuerySet[DutyObjection]:
        rows = DutyObjection.objects.visible_to(self.request.user)
        return rows.select_related("entry__deputy", "entry__kind", "raised_by")


class EnterDuty(StepView):
    """The office writes a line into somebody's file."""

    title = "登记履职记录"
    rule = rules.may_enter_duty
    transition = enter_duty
    form_class = forms.ReportForm
    button = "登记"
    versioned = False
    intro = "用于登记表彰、处分和书面送来的履职材料。会议、活动、建议等由有关环节自动记入，请勿重复登记。"
    success_message = "已登记，代表会收到通知。"

    def queryset(self) -> QuerySet[Deputy]:
        return Deputy.objects.visible_to(self.request.user)

    def form_kwargs(self) -> dict[str, Any]:
        held = set(self.object.mandates.serving_on(self.on).values_list("level", flat=True))
        levels = tuple(level for level in (Level.DISTRICT, *Level) if level in held)
        return {
            "kinds": DutyKind.objects.on(self.on),
            "levels": tuple(dict.fromkeys(levels)) or (Level.DISTRICT,),
        }

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [(f"{self.object.name}的履职档案", reverse("deputies:file", args=[self.object.pk]))]

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()
