"""Every step of the yearly evaluation."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse_lazy

from deputies import rules
from deputies.forms import evaluations as forms
from deputies.models import Evaluation, EvaluationFollowUp, EvaluationRound, EvaluationScheme
from deputies.states import Stage
from deputies.transitions.object_evaluation import answer_evaluation, object_evaluation
from deputies.transitions.open_evaluations import open_evaluations
from deputies.transitions.publish_evaluations import publish_evaluations, settle_follow_up, show_grades
from deputies.transitions.rate_evaluation import rate_group, rate_office, rate_self
from deputies.views.evaluations import CRUMB, marks_of, marks_table
from deputies.yearbook.evaluation import points_beside, vetoes_of
from foundation.web.views import CreateStep, StepView


class OpenRound(CreateStep):
    title = "开展年度考核"
    crumbs = (CRUMB,)
    rule = rules.may_open_round
    transition = open_evaluations
    form_class = forms.OpenForm
    button = "开始考核"
    intro = "名册中该层级的在任代表全部参加，开始后通知代表自评。"
    success_message = "已开始，代表会收到自评通知。"
    back_url = reverse_lazy("deputies:evaluation-rounds")

    def form_kwargs(self) -> dict[str, Any]:
        return {"schemes": EvaluationScheme.objects.on(self.on), "initial": {"year": self.on.year}}


class EvaluationStep(StepView):
    """A step of one deputy's evaluation, with the marks so far and the points beside it."""

    context_name = "evaluation"
    template_name = "deputies/evaluation_step.html"

    def queryset(self) -> QuerySet[Evaluation]:
        return Evaluation.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = self.object
        facts = {"marks": marks_table(row), "points": points_beside(row, on=self.on), "veto": vetoes_of(row)}
        return super().get_context_data(**{**facts, **kwargs})


class MarksStep(EvaluationStep):
    """Marks for every item; those of the stage before stand in the fields to be changed or left."""

    before: tuple[Stage, ...] = ()

    def form_kwargs(self) -> dict[str, Any]:
        known = marks_of(self.object)
        given: dict[int, Any] = next((known[stage] for stage in self.before if known[stage]), {})
        return {"items": list(self.object.round.scheme.items.all()), "before": given}

    def arguments(self, form: Any) -> dict[str, Any]:
        return form.arguments()


class RateSelf(MarksStep):
    title = button = "自评"
    rule = rules.may_rate_self
    transition = rate_self
    form_class = forms.SelfForm
    intro = "请对照考核内容如实打分。提交后由代表小组评议、代表联络工作机构审核。"
    success_message = "自评已提交。"


class RateGroup(MarksStep):
    title = button = "小组评议"
    rule = rules.may_rate_group
    transition = rate_group
    form_class = forms.GroupForm
    before = (Stage.SELF,)
    intro = "各项先填入代表自评的分数，请按小组评议的结果修改。"
    success_message = "评议已提交。"


class RateOffice(MarksStep):
    title = "审核拟定等次"
    button = "拟定等次并公示"
    rule = rules.may_rate_office
    transition = rate_office
    form_class = forms.OfficeForm
    before = (Stage.GROUP, Stage.SELF)
    intro = (
        "各项先填入小组评议或者自评的分数。等次按分数线确定；有一票否决情形的，定为最低等次。提交后通知代表并开始公示。"
    )
    success_message = "已拟定等次，代表会收到通知。"


class AnswerEvaluation(MarksStep):
    title = button = "答复异议"
    rule = rules.may_answer_evaluation
    transition = answer_evaluation
    form_class = forms.AnswerForm
    before = (Stage.OFFICE,)
    intro = "异议成立的，请修改相应分数；不成立的，分数不变。答复代表本人可以看到。"
    success_message = "已答复，代表会收到通知。"


class ObjectEvaluation(EvaluationStep):
    title = button = "提出异议"
    rule = rules.may_object_evaluation
    transition = object_evaluation
    form_class = forms.ObjectForm
    success_message = "异议已提交，答复后会通知您。"


class RoundStep(StepView):
    """A step of a whole round."""

    def queryset(self) -> QuerySet[EvaluationRound]:
        return EvaluationRound.objects.visible_to(self.request.user).select_related("scheme")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class PublishEvaluations(RoundStep):
    title = "公布考核结果"
    rule = rules.may_publish_round
    transition = publish_evaluations
    form_class = forms.PublishForm
    button = "公布"
    intro = "公布后本级代表都可以看到各位代表的等次。考核结果的运用只作提醒，由工作机构决定是否办理。"
    success_message = "已公布，代表会收到通知。"


class ShowGrades(RoundStep):
    title = "调整等次公开范围"
    rule = rules.may_show_grades
    transition = show_grades
    form_class = forms.ShowForm
    button = "保存"
    success_message = "已调整，代表会收到通知。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"is_public": self.object.is_public}}


class SettleFollowUp(StepView):
    title = "登记考核结果运用情况"
    rule = rules.may_settle_follow_up
    transition = settle_follow_up
    form_class = forms.SettleForm
    button = "登记"
    success_message = "已登记。"

    def queryset(self) -> QuerySet[EvaluationFollowUp]:
        rows = EvaluationFollowUp.objects.visible_to(self.request.user)
        return rows.select_related("evaluation__mandate__deputy", "evaluation__round")
