"""The lead asks those who signed along, and each of them answers in his own account."""

from typing import Any

from foundation.files.store import attach_files
from suggestions import rules
from suggestions.forms.cosigner_words import CosignerWordForm
from suggestions.models import Reply, Suggestion
from suggestions.transitions.ask_cosigners import ask_cosigners
from suggestions.transitions.give_word import give_word
from suggestions.views.base import CosignerWordStep, SuggestionStep


def replies_of_round(suggestion: Suggestion) -> list[Reply]:
    """What the units delivered in this round, with their files."""
    turn = suggestion.current_round()
    replies = list(turn.replies.delivered().select_related("assignment__unit", "result_class")) if turn else []
    attach_files(replies)
    return replies


class AskCosigners(SuggestionStep):
    """Who will be asked, and one button."""

    rule = rules.may_ask_cosigners
    transition = ask_cosigners
    title = "征求联名代表意见"
    button = "征求意见"
    success_message = "已征求联名代表意见。全部答复或者到期后，您就可以评价。"

    @property
    def intro(self) -> str:
        names = "、".join(str(row.mandate.deputy) for row in self.object.cosigners_to_ask(self.on).order_by("pk"))
        return f"将请{names}在本人账号中对办理态度和办理结果提出意见，供您评价时参考。您的评价期限不因此延长。"


class GiveWord(CosignerWordStep):
    """The replies, and the co-signer's own grades."""

    template_name = "suggestions/cosigner_word.html"
    form_class = CosignerWordForm
    rule = rules.may_give_word
    transition = give_word
    title = "对答复提出意见"
    button = "提交意见"
    success_message = "意见已告知领衔代表。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(replies=replies_of_round(self.suggestion), **kwargs)
