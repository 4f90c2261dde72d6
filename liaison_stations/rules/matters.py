"""Who opens the overview of what people write about (民情). What it counts are the reader's own letters."""

from datetime import date
from typing import Any

from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when
from liaison_stations.rules.stations import LEADERS, OFFICE

READERS = (*OFFICE, *LEADERS, Role.TOWNSHIP_CLERK, Role.STATION_KEEPER, Role.DEPUTY)


def may_open_matters(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The office and the leaders for the district; townships, keepers and deputies for the letters they work on."""
    allowed = user.is_authenticated and user.has_role(*READERS)
    return when(allowed, "民情热点由代表、联络站和人大机关工作人员查阅。", "role")


def may_correct_matter(user: Any, group: Any = None, *, on: date | None = None) -> Verdict:
    """The office, which reads every letter."""
    allowed = user.is_authenticated and user.has_role(*OFFICE)
    return when(allowed, "归并由代表联络工作机构更正；归得不准的，请告诉代表联络工作机构。", "role")


def may_note_matter(user: Any, group: Any = None, *, on: date | None = None) -> Verdict:
    """Saying what is to follow of a matter that has risen: the office."""
    allowed = user.is_authenticated and user.has_role(*OFFICE)
    return when(allowed, "热点事项由代表联络工作机构研判。", "role")
