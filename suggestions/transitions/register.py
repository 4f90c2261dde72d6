from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Category, Suggestion
from suggestions.rules import may_register
from suggestions.states import SUGGESTION_FLOW, Channel, Kind, SeriesKind
from suggestions.transitions.beats import day_of, move, note, open_suggestion
from suggestions.transitions.clocks import start_assign
from suggestions.transitions.duties import enter_proposed
from suggestions.transitions.numbering import series_of, take_number

NUMBER = ("number", "number_text", "series", "motion_number", "motion_number_text")
FILED = ("category", "supervising_committee", "channel", "registered_at")


@transaction.atomic
def register(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    category: Category | int,
    channel: str = "",
    supervising_committee: Organisation | None = None,
) -> Suggestion:
    """The office files the paper: the next number of its series, a category, the committee that will supervise it.

    `channel` moves it to the other series when given. Refused for a motion that has lost its proposers. Lead and
    co-signers hear the number; the clock of assignment starts.
    """
    suggestion = open_suggestion(pk, version)
    may_register(by, suggestion, on=day_of(at)).require()
    _file(suggestion, category, channel, supervising_committee, at)
    give_number(suggestion, at)
    move(suggestion, SUGGESTION_FLOW, "register", *NUMBER, *FILED)
    deadlines.meet("screening", suggestion, at=at)
    start_assign(suggestion, on=day_of(at), by=by, at=at)
    summary = f"立案，编号{suggestion.number_text}，类别{suggestion.category}。"
    note("register", suggestion, summary, by=by, at=at, number=suggestion.number_text)
    enter_proposed(suggestion, by=by, at=at)
    notices.registered(suggestion, by=by, at=at)
    return suggestion


def give_number(suggestion: Suggestion, at: datetime) -> None:
    """A motion is numbered among motions, everything else among the suggestions of its session or recess."""
    if suggestion.kind == Kind.MOTION:
        _, number, text = take_number(suggestion, SeriesKind.MOTION, day_of(at))
        suggestion.motion_number, suggestion.motion_number_text, suggestion.number_text = number, text, text
    else:
        suggestion.series, suggestion.number, suggestion.number_text = take_number(
            suggestion, series_of(suggestion), day_of(at)
        )


def _file(suggestion: Suggestion, category: Any, channel: str, committee: Organisation | None, at: datetime) -> None:
    found = Category.objects.on(day_of(at)).filter(pk=getattr(category, "pk", category)).first()
    if found is None:
        raise Refused("请从现行的类别中选择一个。", "input", field="category")
    if channel and channel not in Channel.values:
        raise Refused("请选择编入大会还是闭会序列。", "input", field="channel")
    suggestion.category = found
    suggestion.supervising_committee = committee or found.supervising_committee
    suggestion.channel = channel or suggestion.channel
    suggestion.registered_at = at
