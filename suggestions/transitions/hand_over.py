"""Assignment in two steps: handing over to the government office, distribution to units, return (两步交办)."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.accounts.roles import OrganisationKind
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import HandOver, Suggestion
from suggestions.rules import may_distribute, may_hand_over, may_return_hand_over
from suggestions.transitions.assign import Units, check_units, checked_day, give
from suggestions.transitions.beats import chinese_day, day_of, note, open_suggestion
from suggestions.transitions.clocks import start_office, stop
from suggestions.transitions.following import followers

ASSIGN_CLOCKS = ("recess_assign", "session_assign")


@transaction.atomic
def hand_to_government(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    handed_on: date | None = None,
    advice: str = "",
    is_key: bool = False,
    is_difficult: bool = False,
) -> HandOver:
    """The office gives a matter of the government to the government office; `handed_on` is T0 (代表法 51).

    Refused where the local rule has no second step, and as any assignment is. The government office and the proposers
    hear of it; the government office has a clock of its own to distribute it.
    """
    suggestion = open_suggestion(pk, version)
    may_hand_over(by, suggestion, on=day_of(at)).require()
    t0 = checked_day(suggestion, handed_on, day_of(at))
    office = _government_office()
    paper = HandOver.objects.create(
        suggestion=suggestion,
        office=office,
        handed_on=t0,
        handed_at=at,
        handed_by=by,
        advice=advice.strip()[:300],
        is_key=is_key,
        is_difficult=is_difficult,
    )
    suggestion.open_hand_over = paper
    suggestion.bump()
    for kind in ASSIGN_CLOCKS:
        deadlines.meet(kind, suggestion, at=at)
    deadlines.start("distribution", suggestion, on=t0, organisation=office, by=by, at=at)
    note("hand_to_government", suggestion, f"{chinese_day(t0)}交办，转{office}分办。{advice}", by=by, at=at)
    notices.handed_over(paper, by=by, at=at)
    return paper


@transaction.atomic
def distribute(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, units: Units, is_difficult: bool = False
) -> Suggestion:
    """The government office gives the suggestion to its units; what the law counts from stays the day of hand-over.

    Refused for bodies that are not under the government: those the standing committee's office assigns directly.
    Units, office, committee and proposers hear of it.
    """
    suggestion = open_suggestion(pk, version)
    may_distribute(by, suggestion, on=day_of(at)).require()
    check_units(units)
    _check_government(units)
    paper = _waiting(suggestion)
    paper.distributed_at, paper.distributed_by = at, by
    paper.save(update_fields=["distributed_at", "distributed_by"])
    suggestion.open_hand_over = None
    deadlines.meet("distribution", suggestion, at=at)
    facts: dict[str, Any] = {"t0": paper.handed_on, "reply_from": paper.handed_on, "given_on": day_of(at)}
    facts |= {"is_difficult": is_difficult or paper.is_difficult, "is_key": paper.is_key, "by": by, "at": at}
    due = give(suggestion, units, **facts)
    notices.assigned(suggestion, due, by=by, at=at)
    for member in followers(suggestion):
        give(member, units, **facts)
    return suggestion


@transaction.atomic
def return_hand_over(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str) -> Suggestion:
    """The government office sends back what is not the government's matter. The office hears why and assigns anew."""
    suggestion = open_suggestion(pk, version)
    may_return_hand_over(by, suggestion, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明退回理由。", "input")
    paper = _waiting(suggestion)
    paper.returned_at, paper.returned_by, paper.return_reason = at, by, reason.strip()[:300]
    paper.save(update_fields=["returned_at", "returned_by", "return_reason"])
    suggestion.open_hand_over = None
    suggestion.bump()
    stop(suggestion, at=at, reason="政府办公室已退回", kinds=("distribution",))
    start_office("recess_assign", suggestion, suggestion, on=day_of(at), by=by, at=at)
    note("return_hand_over", suggestion, f"{paper.office}退回：{reason}", by=by, at=at)
    notices.hand_over_returned(paper, by=by, at=at)
    return suggestion


def _waiting(suggestion: Suggestion) -> HandOver:
    """The hand-over the rule has just seen."""
    return suggestion.hand_overs.select_related("office").get(distributed_at=None, returned_at=None)


def _government_office() -> Organisation:
    found = Organisation.objects.active().of_kind(OrganisationKind.GOVERNMENT_OFFICE).order_by("pk").first()
    if found is None:
        raise Refused("没有启用中的政府办公室，请先在管理后台设置。", "state")
    return found


def _check_government(units: Units) -> None:
    for unit, _ in units:
        if not unit.under_government:
            raise Refused(f"{unit}不是政府系统单位，请退回代表工作机构直接交办。", "input")
