from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import RefusalGround, Suggestion
from suggestions.rules import may_refuse
from suggestions.states import SUGGESTION_FLOW, Consequence, SuggestionState
from suggestions.transitions.beats import day_of, move, open_suggestion
from suggestions.transitions.beats import note as write


@transaction.atomic
def refuse(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    ground: RefusalGround | int,
    note: str = "",
    result: str = "",
) -> Suggestion:
    """The paper is not filed as a suggestion, on a ground of the list in force that day (domain 2.3, F14).

    It goes back to be mended, is treated as a deputy's letter, or is passed on for reference: by `result`, or as the
    ground says. What goes back may be handed in again. Lead and co-signers hear ground and result.
    """
    suggestion = open_suggestion(pk, version)
    may_refuse(by, suggestion, on=day_of(at)).require()
    found = RefusalGround.objects.on(day_of(at)).filter(pk=getattr(ground, "pk", ground)).first()
    if found is None:
        raise Refused("请从现行的“不予立案情形”中选择一种。", "input", field="ground")
    result = result or found.consequence
    if result not in Consequence.values:
        raise Refused("请选择退回、作来信处理或者转有关单位参考。", "input")
    suggestion.refusal_ground, suggestion.refusal_result, suggestion.review_note = found, result, note
    end = SuggestionState.SENT_BACK if result == Consequence.RETURN else SuggestionState.NOT_FILED
    move(suggestion, SUGGESTION_FLOW, "refuse", "refusal_ground", "refusal_result", "review_note", to=end)
    deadlines.meet("screening", suggestion, at=at)
    summary = f"不予立案：{found.text}；{suggestion.get_refusal_result_display()}。"
    write("refuse", suggestion, summary, by=by, at=at, ground=found.code)
    notices.refused(suggestion, by=by, at=at)
    return suggestion
