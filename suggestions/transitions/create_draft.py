from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies.models import Mandate, Meeting
from deputies.people import township_office_of
from deputies.states import Level
from foundation.workflow import Refused
from suggestions.models import Suggestion
from suggestions.rules import may_create_draft
from suggestions.states import Channel, Kind, Origin
from suggestions.transitions.beats import day_of, note
from suggestions.transitions.wording import check_earlier, check_wording


@transaction.atomic
def create_draft(lead: Mandate | int, *, by: Any, at: datetime, **wording: Any) -> Suggestion:
    """A deputy begins a paper under one of his mandates; `wording` are the fields of the form, `title` at least.

    Refused to anybody but that deputy, and while his mandate is suspended or over. Nobody else hears of a draft.
    """
    seats = Mandate.objects.select_related("deputy", "delegation__area", "term__congress__area")
    mandate = seats.get(pk=getattr(lead, "pk", lead))
    may_create_draft(by, mandate, on=day_of(at)).require()
    check_wording(wording)
    check_earlier(wording, by)
    suggestion = Suggestion(lead=mandate, created_at=at, saved_at=at, **_place(mandate, day_of(at)), **wording)
    suggestion.origin = Origin.MOTION if suggestion.kind == Kind.MOTION else Origin.SUGGESTION
    suggestion.save(force_insert=True)
    note("create_draft", suggestion, "起草。", by=by, at=at)
    return suggestion


def channel_on(term: Any, on: date) -> dict[str, Any]:
    """In session on `on`, or in the recess after the last session that has opened."""
    sitting = Meeting.objects.session_open_on(term, on)
    if sitting:
        return {"channel": Channel.SESSION, "meeting": sitting}
    past = Meeting.objects.sessions().filter(term=term, opens_on__lte=on).order_by("-opens_on").first()
    return {"channel": Channel.RECESS, "meeting": past or Meeting.objects.latest_session(term)}


def _place(mandate: Mandate, on: date) -> dict[str, Any]:
    place = {"level": mandate.level, "term": mandate.term, "delegation": mandate.delegation, "township_id": None}
    if mandate.level == Level.TOWNSHIP:
        place["township_id"] = _township_office(mandate)
    return place | channel_on(mandate.term, on)


def _township_office(mandate: Mandate) -> int:
    """The presidium's office; a seat kept in the district's register names it through its delegation."""
    office = township_office_of(mandate)
    if office is None:
        raise Refused("尚未登记该乡镇的人大主席团，请先与代表工作机构联系。", "state")
    return office
