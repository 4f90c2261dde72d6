"""Who writes down a reception, who reads the record, who tells the visitor."""

from datetime import date
from typing import Any

from deputies import people
from foundation.accounts.roles import Role
from foundation.workdays.clock import today
from foundation.workflow import Verdict, when
from liaison_stations.rules.stations import OFFICE, may_keep
from liaison_stations.states.reception import RECORD_FLOW

AT_THE_DESK = "由本站管理员、所在乡镇街道人大工作人员或者进站代表登记接待情况。"
NOT_HIS = "接待记录由接待的代表、联络站和代表联络工作机构查阅。"


def may_record_reception(user: Any, station: Any, *, on: date) -> Verdict:
    """Who keeps the station, or a deputy posted there, while it is open."""
    posted = user.is_authenticated and station.places.active_on(on).filter(deputy__user=user).exists()
    at_desk = bool(may_keep(user, station, on=on)) or (posted and bool(people.mandates_of(user, on)))
    is_open = (
        station.opened_on is not None
        and station.opened_on <= on
        and not (station.closed_on and station.closed_on <= on)
    )
    return when(at_desk, AT_THE_DESK, "role") & when(is_open, "联络站没有开放，不能登记接待情况。")


def may_open_records(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The door of the list: the house, who keeps stations, deputies; each finds his own."""
    roles = (*OFFICE, Role.CHAIR, Role.VICE_CHAIR, Role.TOWNSHIP_CLERK, Role.STATION_KEEPER)
    opens = user.is_authenticated and (user.has_role(*roles, on=on) or people.mandates_of(user, on or today()))
    return when(opens, NOT_HIS, "role")


def may_open_record(user: Any, record: Any) -> Verdict:
    """Asked of its photographs too: whoever finds the record in his list."""
    rows = type(record).objects.visible_to(user).filter(pk=record.pk)
    return when(user.is_authenticated and rows.exists(), NOT_HIS, "role")


def may_reveal_visitor(user: Any, record: Any) -> Verdict:
    """Whoever calls the visitor: the station, the deputies who received him, the office. Not the leaders."""
    leads_only = user.is_authenticated and user.has_role(Role.CHAIR, Role.VICE_CHAIR) and not user.has_role(*OFFICE)
    return may_open_record(user, record) & when(not leads_only, "来访人的联系方式只供经办人员查看。", "role")


def may_tell_visitor(user: Any, record: Any, *, on: date) -> Verdict:
    """The station or a deputy who received him, once there is a result."""
    received = user.is_authenticated and record.deputies.filter(user=user).exists()
    allowed = when(received, NOT_HIS, "role") | may_keep(user, record.station, on=on)
    return allowed & RECORD_FLOW.verdict("tell_visitor", record.state)
