from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Suggestion
from suggestions.rules import may_convert_motion
from suggestions.states import SUGGESTION_FLOW, Kind, Origin, SuggestionState
from suggestions.transitions.beats import day_of, move, note, open_suggestion
from suggestions.transitions.register import NUMBER, give_number


@transaction.atomic
def convert_motion(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str) -> Suggestion:
    """A motion that does not reach the agenda goes on as a suggestion and keeps its motion number (domain 2.4).

    Numbered among the suggestions at once when it was registered already. Lead and co-signers hear why.
    """
    suggestion = open_suggestion(pk, version)
    may_convert_motion(by, suggestion, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明转为建议的原因。", "input")
    suggestion.kind, suggestion.origin = Kind.SUGGESTION, Origin.CONVERTED_MOTION
    if suggestion.state == SuggestionState.REGISTERED:
        give_number(suggestion, at)
    move(suggestion, SUGGESTION_FLOW, "convert_motion", "kind", "origin", *NUMBER)
    numbered = f"，编号{suggestion.number_text}" if suggestion.number else ""
    note("convert_motion", suggestion, f"议案转为建议{numbered}。原因：{reason}", by=by, at=at)
    notices.converted(suggestion, reason, by=by, at=at)
    return suggestion
