"""Assignment by way of the government office: handing over, distribution, return."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from suggestions import rules
from suggestions.forms import hand_over as forms
from suggestions.forms.office import one_more
from suggestions.states import UnitRole
from suggestions.transitions.hand_over import distribute, hand_to_government, return_hand_over
from suggestions.views.base import SuggestionStep
from suggestions.views.office import Assign


class HandToGovernment(SuggestionStep):
    form_class = forms.HandOverForm
    rule = rules.may_hand_over
    transition = hand_to_government
    title = "转政府办公室分办"
    button = "转交"
    intro = "属于政府职责范围的建议，由政府办公室分办到承办单位；法院、检察院、监委和党群部门请直接交办。"
    success_message = "已转政府办公室，代表已收到通知。"

    def form_kwargs(self) -> dict[str, Any]:
        wished = self.object.wished_unit
        advice = f"代表建议由{wished}承办" if wished else ""
        return {"initial": {"handed_on": self.on, "advice": advice}}


class Distribute(Assign):
    """As an assignment; the day is that of the hand-over."""

    template_name = "suggestions/distribute.html"
    form_class = forms.DistributeForm
    rule = rules.may_distribute
    transition = distribute
    title = "分办"
    button = "分办到承办单位"
    success_message = "已分办，各承办单位已收到通知。"

    def form_kwargs(self) -> dict[str, Any]:
        paper = self.object.open_hand_over
        difficult = bool(paper and paper.is_difficult)
        row = {"role": UnitRole.LEAD, "unit": self.object.wished_unit}
        return {"initial": {"is_difficult": difficult}, "units": [row]}

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        if "more-units" in request.POST and self.verdict():
            return self.show(forms.DistributeForm(initial=request.POST.dict(), units=one_more(request.POST)))
        return super(Assign, self).post(request, **kwargs)

    def carry_out(self, form: Any) -> HttpResponse:
        return super(Assign, self).carry_out(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(paper=self.object.open_hand_over, **kwargs)


class ReturnHandOver(SuggestionStep):
    form_class = forms.ReturnForm
    rule = rules.may_return_hand_over
    transition = return_hand_over
    title = "退回代表工作机构"
    button = "退回"
    success_message = "已退回代表工作机构。"
