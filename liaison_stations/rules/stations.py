"""Who reads the register of stations, who keeps one, and who manages them all."""

from datetime import date
from typing import Any

from deputies import people
from foundation.accounts.roles import Role
from foundation.workdays.clock import today
from foundation.workflow import Verdict, allow, refuse, when

OFFICE = (Role.CLERK, Role.SECRETARY)
LEADERS = (Role.CHAIR, Role.VICE_CHAIR)
# They read the whole register; whoever looks after a part of it reads that part.
READERS = (*OFFICE, *LEADERS, Role.COMMITTEE, Role.SC_MEMBER)
LOCAL = (Role.TOWNSHIP_CLERK, Role.STATION_KEEPER)

NOT_THE_OFFICE = "联络站的设立、撤销和人员安排由代表联络工作机构办理。"
NOT_A_KEEPER = "只有本站的管理员、所在乡镇街道人大工作人员和代表联络工作机构可以维护这个联络站。"


def may_open_stations(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The register's door: the congress's house, townships and streets, keepers, deputies."""
    if not user.is_authenticated:
        return refuse("请先登录。", "role")
    if user.has_role(*READERS, *LOCAL) or people.mandates_of(user, on or today()):
        return allow()
    return refuse("联络站台账由代表、联络站和人大机关工作人员查阅；公开信息见“联络站”栏目。", "role")


def may_open_station(user: Any, station: Any, *, on: date | None = None) -> Verdict:
    """One row of the register: for whom `visible_to` finds it."""
    seen = type(station).objects.visible_to(user).filter(pk=station.pk).exists()
    return when(seen, "这个联络站不由您查阅。", "role")


def may_manage_stations(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """Setting up, importing, closing, appointing keepers."""
    return when(user.is_authenticated and user.has_role(*OFFICE), NOT_THE_OFFICE, "role")


def may_keep(user: Any, station: Any, *, on: date) -> Verdict:
    """Keeping one station's page, rota, records and accounts: its keepers, its township or street, the office."""
    if not user.is_authenticated:
        return refuse("请先登录。", "role")
    allowed = user.has_role(*OFFICE) or looks_after(user, station) or keeps(user, station, on)
    return when(allowed, NOT_A_KEEPER, "role")


def may_keep_any(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """Whether there is a station at all that this person may keep."""
    if not user.is_authenticated:
        return refuse("请先登录。", "role")
    if user.has_role(*OFFICE, Role.TOWNSHIP_CLERK):
        return allow()
    # Asked for every menu: who is no keeper costs no query.
    keeper = user.has_role(Role.STATION_KEEPER, on=on)
    return when(keeper and user.stations_kept.active_on(on or today()).exists(), NOT_A_KEEPER, "role")


def may_see_accounts(user: Any, station: Any, *, on: date) -> Verdict:
    """What the station's money was spent on: who keeps the station, and the leaders."""
    if user.is_authenticated and user.has_role(*LEADERS):
        return allow()
    return may_keep(user, station, on=on)


def looks_after(user: Any, station: Any) -> bool:
    """The clerk of the township or street in whose area the station lies."""
    return bool(user.organisations(Role.TOWNSHIP_CLERK) & offices_of(station.area))


def offices_of(area: Any) -> set[int]:
    """Ids of the township's or street's office over `area`, itself or one above."""
    above = [area.organisation_id, area.parent.organisation_id if area.parent_id else None]
    return {office for office in above if office}


def keeps(user: Any, station: Any, on: date) -> bool:
    """One of the station's keepers on the day."""
    return user.has_role(Role.STATION_KEEPER, on=on) and station.keepers.active_on(on).filter(user=user).exists()


def may_amend_station(user: Any, station: Any, *, on: date) -> Verdict:
    return may_keep(user, station, on=on) & _stands(station, on)


def may_staff(user: Any, station: Any, *, on: date) -> Verdict:
    """Posting deputies, appointing keepers, entering money: the office, and the township or street for its own."""
    if not user.is_authenticated:
        return refuse("请先登录。", "role")
    allowed = user.has_role(*OFFICE) or looks_after(user, station)
    reason = "进站代表、管理员和经费由所在乡镇街道人大工作人员和代表联络工作机构登记。"
    return when(allowed, reason, "role") & _stands(station, on)


def may_manage_station(user: Any, station: Any, *, on: date) -> Verdict:
    """Closing one, and saying how far its standardisation has come."""
    return may_manage_stations(user) & _stands(station, on)


def _stands(station: Any, on: date) -> Verdict:
    return when(station.closed_on is None or station.closed_on > on, "这个联络站已经撤销，不再变动。")


def may_open_file(user: Any, station: Any) -> Verdict:
    """Photographs of a station anybody may visit; of another one, for whom its row is."""
    public = type(station).objects.public_on(today()).filter(pk=station.pk).exists()
    return allow() if public else may_open_station(user, station)
