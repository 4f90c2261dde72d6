"""Taking a paper of several matters apart: the office's proposal, the deputy's answer."""

from typing import Any

from suggestions import rules
from suggestions.forms.splitting import AnswerSplitForm, SplitForm
from suggestions.transitions.split import answer_split, propose_split
from suggestions.views.base import SplitStep, SuggestionStep


class ProposeSplit(SuggestionStep):
    template_name = "suggestions/split.html"
    form_class = SplitForm
    rule = rules.may_propose_split
    transition = propose_split
    title = "拆分"
    button = "征求领衔代表意见"
    intro = "一件建议涉及几个事项的，经领衔代表同意可以拆分。各件分别编号、交办和答复，全部答复后原件办结。"
    success_message = "已征求领衔代表意见。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"first": {name: getattr(self.object, name) for name in ("title", "facts", "proposals")}}

    def arguments(self, form: SplitForm) -> dict[str, Any]:
        return {"reason": form.cleaned_data["reason"], "parts": form.wanted()}


class AnswerSplit(SplitStep):
    """The parts as they will be registered, and the deputy's word."""

    template_name = "suggestions/answer_split.html"
    form_class = AnswerSplitForm
    rule = rules.may_answer_split
    transition = answer_split
    title = "答复拆分意见"
    button = "提交"
    success_message = "已答复。"
