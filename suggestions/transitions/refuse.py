from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import RefusalGround, Suggestion
from suggestions.rules import may_refuse
from suggestions.states import SUGGESTION_FLOW
from suggestions.transitions.beats import day_of, move, open_suggestion
from suggestions.transitions.beats import note as write


@transaction.atomic
def refuse(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, ground: RefusalGround | int, note: str = ""
) -> Suggestion:
    """The paper is not filed as a suggestion, on a ground of the list in force that day (domain 2.3, F14).

    It is passed on as a letter or for reference, as the ground says; lead and co-signers hear the ground.
    """
    suggestion = open_suggestion(pk, version)
    may_refuse(by, suggestion, on=day_of(at)).require()
    found = RefusalGround.objects.on(day_of(at)).filter(pk=getattr(ground, "pk", ground)).first()
    if found is None:
        raise Refused("请从现行的“不予立案情形”中选择一种。", "input", field="ground")
    suggestion.refusal_ground, suggestion.review_note = found, note
    move(suggestion, SUGGESTION_FLOW, "refuse", "refusal_ground", "review_note")
    deadlines.meet("screening", suggestion, at=at)
    summary = f"不予立案：{found.text}；{found.get_consequence_display()}。"
    write("refuse", suggestion, summary, by=by, at=at, ground=found.code)
    notices.refused(suggestion, by=by, at=at)
    return suggestion
