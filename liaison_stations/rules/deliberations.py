"""Who calls a topical deliberation, writes down what was said, and settles it."""

from datetime import date
from typing import Any

from django.utils import timezone

from deputies.rules import ANSWERING
from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when
from liaison_stations.rules.stations import may_keep, may_keep_any, may_open_stations
from liaison_stations.states.deliberation import DELIBERATION_FLOW, DeliberationState


def may_list_deliberations(user: Any) -> Verdict:
    """Whoever reads stations, and bodies that may be asked to the table."""
    body = user.is_authenticated and user.has_role(*ANSWERING, Role.STATION_KEEPER)
    return when(body or may_open_stations(user), "专题议事由联络站、人大机关、代表和参加的单位查阅。", "role")


def may_plan_deliberation(user: Any, obj: Any = None, *, on: date) -> Verdict:
    return may_keep_any(user, on=on)


def may_hold_deliberation(user: Any, row: Any, *, on: date) -> Verdict:
    """On its day or later."""
    return _run("hold_deliberation", user, row, on) & when(
        on >= timezone.localdate(row.starts_at), "议事还没有举行，请在会后登记。", "date"
    )


def may_cancel_deliberation(user: Any, row: Any, *, on: date) -> Verdict:
    return _run("cancel_deliberation", user, row, on)


def may_close_deliberation(user: Any, row: Any, *, on: date) -> Verdict:
    """When everything that was raised has been told back."""
    waiting = row.opinions.exclude(state="closed").count()
    return _run("close_deliberation", user, row, on) & when(not waiting, f"还有{waiting}件意见没有反馈，反馈后再办结。")


def may_raise_at_deliberation(user: Any, row: Any, *, on: date) -> Verdict:
    """After it was held, until it is settled."""
    held = row.state == DeliberationState.HELD
    return may_keep(user, row.station, on=on) & when(held, "请先登记议事情况，再登记意见。")


def _run(verb: str, user: Any, row: Any, on: date) -> Verdict:
    return may_keep(user, row.station, on=on) & DELIBERATION_FLOW.verdict(verb, row.state)
