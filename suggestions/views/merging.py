"""Handling several papers together, and taking that back."""

from typing import Any

from django.db.models import QuerySet

from suggestions import rules
from suggestions.forms.merging import EndMergeForm, MergeForm
from suggestions.models import Suggestion
from suggestions.transitions.merge import end_merge, merge
from suggestions.views.base import SuggestionStep


class MergePapers(SuggestionStep):
    """The main paper above, the papers most like it below."""

    form_class = MergeForm
    rule = rules.may_merge
    transition = merge
    title = "并案"
    button = "并案办理"
    intro = "本件为主件，由承办单位一并办理；并入的各件编号不变，分别答复、分别评价，答复前可以解除。"
    success_message = "已并案，各件代表已收到通知。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"main": self.object, "candidates": self._candidates()}

    def _candidates(self) -> QuerySet:
        return Suggestion.objects.visible_to(self.request.user).mergeable_into(self.object).order_by("pk")


class EndMerge(SuggestionStep):
    form_class = EndMergeForm
    rule = rules.may_end_merge
    transition = end_merge
    title = "解除并案"
    button = "解除并案"
    intro = "解除后本件单独办理，承办单位、交办日期和期限不变；已有的并案记录保留。"
    success_message = "已解除并案，有关代表和单位已收到通知。"
