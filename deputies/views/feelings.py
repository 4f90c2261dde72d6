"""Reports on public feeling: the list, the page of one, and the steps of deputy, office and body."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse, reverse_lazy

from deputies import rules
from deputies.forms import feelings as forms
from deputies.models import PublicFeeling
from deputies.notices.knowing_clocks import KINDS
from deputies.transitions import feelings
from foundation import deadlines
from foundation.audit import timeline
from foundation.files.keeping import KeepsFiles, keep
from foundation.files.store import files_of
from foundation.web.actions import ROLE_OR_STATE, Action, Verb, offered
from foundation.web.chinese import datetime_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, CreateStep, DetailPage, ListPage, StepView

CRUMB = ("社情民意", "/deputies/feelings/")
CLOCKS = tuple(key for key, *_ in KINDS if key.startswith("feeling"))
VERBS = (
    Verb("接收", "receive-feeling", rules.may_receive_feeling, "primary", "check", post=True),
    Verb("退回补充", "return-feeling", rules.may_return_feeling),
    Verb("补充后再报", "report-feeling-again", rules.may_report_again, "primary", "edit"),
    Verb("转有关单位", "forward-feeling", rules.may_forward_feeling, "primary"),
    Verb("答复", "answer-feeling", rules.may_answer_feeling, "primary", "edit"),
    Verb("反馈代表", "close-feeling", rules.may_close_feeling, "primary", "check-circle"),
    Verb("收回改转", "recall-feeling", rules.may_recall_feeling),
)


def state_tone(feeling: PublicFeeling) -> str:
    return tone_of("deputies.publicfeeling.state", feeling.state)


class Feelings(Behind, ListPage):
    """A deputy's own, a body's, or all of them for the office, the latest first."""

    door = rules.may_list_feelings
    template_name = "deputies/feelings.html"
    title = "社情民意"
    export_name = "社情民意"
    filter_form_class = forms.FeelingFilter
    empty = "还没有社情民意。代表反映后在这里办理，结果也在这里查看。"

    def queryset(self) -> QuerySet[PublicFeeling]:
        return PublicFeeling.objects.visible_to(self.request.user).with_names().order_by("-reported_at", "-pk")

    def filter(self, rows: QuerySet[PublicFeeling], wanted: dict[str, Any]) -> QuerySet[PublicFeeling]:
        if "q" in wanted:
            rows = rows.filter(Q(title__contains=wanted["q"]) | Q(deputy__name__contains=wanted["q"]))
        return rows.filter(**{name: wanted[name] for name in ("state", "adoption") if name in wanted})

    def decorate(self, rows: Sequence[PublicFeeling]) -> None:
        deadlines.attach_lights(rows, CLOCKS, self.on)

    def get_columns(self) -> Sequence[Column]:
        return [
            Column("标题", "title", link=lambda row: row.get_absolute_url(), primary=True),
            Column("反映代表", "deputy.name"),
            Column("反映时间", "reported_at", kind="date"),
            Column("转办单位", lambda row: row.body.label if row.body else ""),
            Column("状态", "get_state_display", kind="badge", tone=state_tone),
            Column("期限", "light", kind="light"),
            Column("采纳情况", "get_adoption_display"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_report = bool(rules.may_report_feeling(self.request.user, on=self.on))
        return super().get_context_data(may_report=may_report, **kwargs)


class FeelingPage(DetailPage):
    """One report with its answer and what became of it."""

    template_name = "deputies/feeling.html"
    context_name = "feeling"

    def queryset(self) -> QuerySet[PublicFeeling]:
        return PublicFeeling.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB]

    def actions(self, obj: PublicFeeling) -> list[Action]:
        return offered("deputies", VERBS, self.request.user, obj, self.on, quiet=ROLE_OR_STATE)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        feeling = self.object
        deadlines.attach_lights([feeling], CLOCKS, self.on)
        sent = f"{feeling.body}，{datetime_text(feeling.forwarded_at)}" if feeling.body else ""
        facts = {
            "basics": [
                ("反映代表", feeling.deputy.name),
                ("反映时间", datetime_text(feeling.reported_at)),
                ("涉及地点", feeling.place),
                ("转办单位", sent),
                ("转办意见", feeling.forward_note if feeling.body else ""),
            ],
            "files": list(files_of(feeling)),
            "events": list(timeline(feeling)),
        }
        return super().get_context_data(**facts, **kwargs)


@transaction.atomic
def report_with_files(*, files: list[Any], by: Any, at: datetime, **facts: Any) -> PublicFeeling:
    """The report and its files, or nothing."""
    feeling = feelings.report_feeling(by=by, at=at, **facts)
    keep(feeling, files, by=by, at=at)
    return feeling


class ReportFeeling(CreateStep):
    form_class = forms.FeelingForm
    rule = rules.may_report_feeling
    transition = report_with_files
    title = "反映社情民意"
    button = "提交"
    intro = "适合及时反映、不必写成建议的情况。提交后由代表联络工作机构接收、转办，结果在本页反馈。"
    success_message = "已提交，接收后记入履职档案。"
    back_url = reverse_lazy("deputies:feelings")
    crumbs = (CRUMB,)


class FeelingStep(StepView):
    """A step about one report."""

    template_name = "deputies/feeling_step.html"
    context_name = "feeling"

    def queryset(self) -> QuerySet[PublicFeeling]:
        return PublicFeeling.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, *super().get_crumbs()]


class ReportAgain(KeepsFiles, FeelingStep):
    form_class = forms.AgainForm
    rule = rules.may_report_again
    transition = feelings.report_again
    title = "补充后再报"
    button = "提交"
    success_message = "已提交。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {name: getattr(self.object, name) for name in ("title", "text", "place")}}


class ReturnFeeling(FeelingStep):
    form_class = forms.FeelingReasonForm
    rule = rules.may_return_feeling
    transition = feelings.return_feeling
    title = button = "退回补充"
    intro = "写明需要代表补充什么，代表补充后再报。"
    success_message = "已退回，代表已收到通知。"


class ReceiveFeeling(FeelingStep):
    rule = rules.may_receive_feeling
    transition = feelings.receive_feeling
    title = button = "接收"
    success_message = "已接收，记入代表履职档案。请转有关单位，或者直接反馈代表。"
    versioned = False


class ForwardFeeling(FeelingStep):
    form_class = forms.ForwardForm
    rule = rules.may_forward_feeling
    transition = feelings.forward_feeling
    title = button = "转有关单位"
    success_message = "已转办，单位和代表已收到通知。"


class RecallFeeling(FeelingStep):
    form_class = forms.FeelingReasonForm
    rule = rules.may_recall_feeling
    transition = feelings.recall_feeling
    title = button = "收回改转"
    success_message = "已收回，请转其他单位或者直接反馈代表。"


class AnswerFeeling(KeepsFiles, FeelingStep):
    form_class = forms.AnswerForm
    rule = rules.may_answer_feeling
    transition = feelings.answer_feeling
    title = "答复社情民意"
    button = "提交答复"
    success_message = "已答复，由代表联络工作机构向代表反馈。"


class CloseFeeling(FeelingStep):
    form_class = forms.CloseForm
    rule = rules.may_close_feeling
    transition = feelings.close_feeling
    title = button = "反馈代表"
    success_message = "已反馈，代表已收到通知。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"outcome": self.object.answer}}

    def get_success_url(self) -> str:
        return reverse("deputies:feeling", args=[self.object.pk])
