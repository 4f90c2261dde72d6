from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.accounts.roles import HANDLING_KINDS, OrganisationKind
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Assignment, Round, Suggestion
from suggestions.rules import may_assign
from suggestions.states import SUGGESTION_FLOW, UnitRole
from suggestions.transitions.beats import chinese_day, day_of, move, note, open_suggestion
from suggestions.transitions.clocks import start_for_unit
from suggestions.transitions.following import followers

Units = Sequence[tuple[Organisation, str]]


@transaction.atomic
def assign(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    units: Units,
    assigned_on: date | None = None,
    is_difficult: bool = False,
    is_key: bool = False,
) -> Suggestion:
    """The office gives a registered suggestion to its units: one lead with co-units, or separate units only.

    `units` are (organisation, role). One T0 for all: the reply is due three months from it (代表法 51), six where the
    matter is wide or difficult and the local rule says so. Refused for motions, for the same unit twice, and for a T0
    before registration or in the future. Units, government office, committee and proposers hear of it.
    """
    suggestion = open_suggestion(pk, version)
    may_assign(by, suggestion, on=day_of(at)).require()
    check_units(units)
    check_direct(suggestion, units, day_of(at))
    t0 = checked_day(suggestion, assigned_on, day_of(at))
    facts: dict[str, Any] = {"reply_from": t0, "is_difficult": is_difficult, "is_key": is_key, "by": by, "at": at}
    due = give(suggestion, units, t0=t0, **facts)
    notices.assigned(suggestion, due, by=by, at=at)
    for member in followers(suggestion):
        give(member, units, t0=max(t0, _registered_on(member, t0)), **facts)
    return suggestion


def give(
    suggestion: Suggestion,
    units: Units,
    *,
    t0: date,
    reply_from: date,
    is_difficult: bool,
    is_key: bool,
    given_on: date | None = None,
    by: Any,
    at: datetime,
) -> date:
    """Writes round, parts and clocks of a paper; answers its latest day. The caller has asked the rule.

    `given_on` is the day the units get it, where that is later than T0. For a merged paper the proposers alone are
    told: its units hear of the main one.
    """
    suggestion.first_assigned_on = t0
    # What the council of chairpersons has chosen stays chosen, whatever was ticked.
    suggestion.is_key = is_key or suggestion.key_supervisions.standing().exists()
    suggestion.is_difficult = is_difficult
    move(suggestion, SUGGESTION_FLOW, "assign", "first_assigned_on", "is_difficult", "is_key")
    Round.objects.create(suggestion=suggestion, number=1, opened_at=at)
    parts = [_part(suggestion, unit, role, given_on or t0, t0=t0, by=by, at=at) for unit, role in units]
    due = max(start_for_unit(part, reply_from=reply_from, by=by, at=at) for part in parts)
    for kind in ("recess_assign", "session_assign"):
        deadlines.meet(kind, suggestion, at=at)
    names = "，".join(f"{part.get_role_display()}{part.unit}" for part in parts)
    keys = [part.unit_id for part in parts]
    main = suggestion.follows
    along = f"，与{main.number_text}并案办理" if main else ""
    note("assign", suggestion, f"{chinese_day(t0)}交办：{names}{along}。", by=by, at=at, units=keys)
    if main:
        notices.assigned_along(suggestion, main, due, by=by, at=at)
    return due


def check_units(units: Units) -> None:
    """Refused unless there is one lead with any co-units, or separate units only, each a body at work, none twice."""
    roles, keys = [role for _, role in units], [unit.pk for unit, _ in units]
    if not units:
        raise Refused("请至少选择一个承办单位。", "input")
    if len(keys) != len(set(keys)):
        raise Refused("同一个单位只能出现一次，请删除重复的一行。", "input")
    if not set(roles) <= set(UnitRole.values):
        raise Refused("请为每个单位选择主办、会办或分办。", "input")
    if UnitRole.SEPARATE in roles and set(roles) != {UnitRole.SEPARATE}:
        raise Refused("分别办理的建议不设主办、会办单位，请全部选“分办”。", "input")
    if UnitRole.SEPARATE not in roles and roles.count(UnitRole.LEAD) != 1:
        raise Refused("请确定一个主办单位。", "input")
    for unit, _ in units:
        check_unit(unit)


def check_direct(suggestion: Suggestion, units: Units, on: date) -> None:
    """Where the local rule has two steps, bodies under the government are reached through its office."""
    if suggestion.two_steps(on) and any(through_of(suggestion, unit) for unit, _ in units):
        raise Refused("政府系统承办的建议由政府办公室分办，请改用“转政府办公室分办”。", "input")


def check_unit(unit: Organisation) -> None:
    """Refused for a body that is closed or handles no suggestions."""
    if not unit.is_active or unit.kind not in HANDLING_KINDS:
        raise Refused(f"{unit}不能作为承办单位，请另选。", "input")


def through_of(suggestion: Suggestion, unit: Organisation) -> Organisation | None:
    """The government office in between, for bodies under the government (two-step assignment, domain 2.7)."""
    if not unit.under_government or suggestion.township_id or unit.kind == OrganisationKind.GOVERNMENT_OFFICE:
        return None
    return Organisation.objects.active().of_kind(OrganisationKind.GOVERNMENT_OFFICE).order_by("pk").first()


def _part(
    suggestion: Suggestion, unit: Organisation, role: str, given_on: date, *, t0: date, by: Any, at: datetime
) -> Assignment:
    return Assignment.objects.create(
        suggestion=suggestion,
        unit=unit,
        role=role,
        through=through_of(suggestion, unit),
        first_assigned_on=t0,
        assigned_on=max(given_on, t0),
        assigned_at=at,
        assigned_by=by,
    )


def checked_day(suggestion: Suggestion, wanted: date | None, today: date) -> date:
    """T0, `today` unless another day is wanted. Refused before registration and in the future."""
    t0 = wanted or today
    if t0 > today:
        raise Refused("交办日期不能晚于今天。", "input", field="assigned_on")
    if suggestion.registered_at and t0 < day_of(suggestion.registered_at):
        raise Refused("交办日期不能早于立案日期。", "input", field="assigned_on")
    return t0


def _registered_on(suggestion: Suggestion, otherwise: date) -> date:
    return day_of(suggestion.registered_at) if suggestion.registered_at else otherwise
