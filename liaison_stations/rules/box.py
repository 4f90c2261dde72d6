"""Who opens an opinion box, who confirms it, who enters the slips."""

from datetime import date
from typing import Any

from foundation.accounts.roles import LEADERS, Role
from foundation.workflow import Verdict, allow, when
from liaison_stations.rules.stations import OFFICE, may_keep, may_keep_any
from liaison_stations.states.box import BOX_FLOW

READERS = (*OFFICE, *LEADERS, Role.TOWNSHIP_CLERK, Role.STATION_KEEPER)
NOT_A_READER = "开箱记录由联络站管理员、所在乡镇街道和人大机关查阅。"


def may_list_boxes(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The door: who keeps stations, and the leaders; each finds the boxes of his own."""
    return when(user.is_authenticated and user.has_role(*READERS, on=on), NOT_A_READER, "role")


def may_open_box(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The page; which stations' box, `open_box` asks again."""
    return may_keep_any(user, on=on)


def may_recount_box(user: Any, opening: Any, *, on: date) -> Verdict:
    """Who entered the opening, before it is confirmed."""
    own = opening.opened_by_id == user.pk
    return when(own, "由录入开箱记录的人更正。", "role") & BOX_FLOW.verdict("recount_box", opening.state)


def may_confirm_opening(user: Any, opening: Any, *, on: date) -> Verdict:
    """The second opener in person."""
    own = opening.opened_with_id == user.pk
    return when(own, "由同开箱人本人确认。", "role") & BOX_FLOW.verdict("confirm_opening", opening.state)


def may_enter_slip(user: Any, opening: Any, *, on: date) -> Verdict:
    """Whoever keeps the station; one of the two openers as well."""
    opener = user.is_authenticated and user.pk in (opening.opened_by_id, opening.opened_with_id)
    allowed = allow() if opener else may_keep(user, opening.station, on=on)
    return allowed & BOX_FLOW.verdict("enter_slip", opening.state)


def may_open_slip(user: Any, slip: Any) -> Verdict:
    """The scan of a slip that was set aside: whoever finds its opening."""
    opening = slip.opening
    seen = user.is_authenticated and type(opening).objects.visible_to(user).filter(pk=opening.pk).exists()
    return when(seen, NOT_A_READER, "role")
