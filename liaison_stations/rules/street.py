"""Who founds a street deliberation congress, keeps its members, calls its meetings, counts its votes."""

import calendar
from datetime import date
from typing import Any

from django.utils import timezone

from deputies import people
from foundation.accounts.models import Organisation
from foundation.accounts.roles import OrganisationKind, Role
from foundation.ballots.counting import is_second
from foundation.ballots.models import CountState, PaperCount
from foundation.workdays.clock import today
from foundation.workflow import Verdict, allow, refuse, when
from liaison_stations.rules.stations import OFFICE
from liaison_stations.rules.stations import READERS as HOUSE
from liaison_stations.states.street import STREET_MEETING_FLOW, StreetMeetingState

READERS = HOUSE
NOT_THE_CONVENER = "议政代表会由所在街道的人大工委召集，区人大常委会代表联络工作机构可以代办。"
OVER = "这届议政代表会任期已满，请登记新一届。"
NOT_HELD = "会议召开以后才能表决计票，请先登记召开。"
NO_COUNT = "没有待核对的计票。"


def may_open_streets(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The door of the pages: the house, streets, deputies."""
    if not user.is_authenticated:
        return refuse("请先登录。", "role")
    if user.has_role(*READERS, Role.TOWNSHIP_CLERK) or people.mandates_of(user, on or today()):
        return allow()
    return refuse("街道议政代表会由街道人大工委、人大机关工作人员和代表查阅。", "role")


def may_found_congress(user: Any, obj: Any = None, *, on: date) -> Verdict:
    """The office, or the clerk of a street committee for his own street."""
    allowed = user.is_authenticated and (user.has_role(*OFFICE, on=on) or bool(streets_of(user, on)))
    return when(allowed, NOT_THE_CONVENER, "role")


def streets_of(user: Any, on: date) -> set[int]:
    """The street committees this person is the clerk of."""
    houses = Organisation.objects.filter(pk__in=user.organisations(Role.TOWNSHIP_CLERK, on=on))
    return set(houses.filter(kind=OrganisationKind.STREET_COMMITTEE).values_list("pk", flat=True))


def may_run_congress(user: Any, congress: Any, *, on: date) -> Verdict:
    """Whoever convenes it, while its term runs."""
    return convenes(user, congress, on) & when(on <= congress.ends_on, OVER, "date")


def may_end_member(user: Any, member: Any, *, on: date) -> Verdict:
    return convenes(user, member.congress, on) & when(member.until_date is None, "这位议政代表已经终止。")


def may_add_matter(user: Any, meeting: Any, *, on: date) -> Verdict:
    """Until it is cancelled; a meeting may take up what comes up."""
    cancelled = meeting.state == StreetMeetingState.CANCELLED
    return convenes(user, meeting.congress, on) & when(not cancelled, "会议已取消。")


def may_hold_meeting(user: Any, meeting: Any, *, on: date) -> Verdict:
    """On its day or later."""
    return (
        convenes(user, meeting.congress, on)
        & STREET_MEETING_FLOW.verdict("hold_street_meeting", meeting.state)
        & when(on >= _day(meeting.starts_at), "会议还没有召开，请在会后登记。", "date")
    )


def may_cancel_meeting(user: Any, meeting: Any, *, on: date) -> Verdict:
    return convenes(user, meeting.congress, on) & STREET_MEETING_FLOW.verdict("cancel_street_meeting", meeting.state)


def may_enter_vote(user: Any, matter: Any, *, on: date) -> Verdict:
    """After the meeting was held, while no count waits or stands."""
    return (
        convenes(user, matter.meeting.congress, on)
        & when(matter.meeting.state == StreetMeetingState.HELD, NOT_HELD)
        & when(matter.count_id is None, "这个议题已有表决结果。")
        & when(waiting_vote(matter) is None, "计票已录入，请另一名工作人员核对。")
    )


def may_check_vote(user: Any, matter: Any, *, on: date) -> Verdict:
    """A second person of the street or of the office."""
    verdict = convenes(user, matter.meeting.congress, on)
    if not verdict:
        return verdict
    count = waiting_vote(matter)
    if count is None:
        return refuse(NO_COUNT, "state")
    return when(is_second(user, count), "请由另一名工作人员核对，录入人不能核对自己录入的计票。", "second")


def may_open_matter(user: Any, matter: Any) -> Verdict:
    """Asked of its scans: whoever finds the congress."""
    seen = user.is_authenticated and type(matter)._default_manager.visible_to(user).filter(pk=matter.pk).exists()
    return when(seen, "计票单由街道、人大机关和议政代表中的人大代表查阅。", "role")


def may_reveal_member(user: Any, member: Any) -> Verdict:
    """The telephone of a member: whoever convenes, on a logged request."""
    return convenes(user, member.congress, today())


def waiting_vote(matter: Any) -> PaperCount | None:
    """The count that is entered and not checked."""
    return PaperCount.objects.of(matter).filter(state=CountState.ENTERED).select_related("rule").first()


def meeting_due(year: int, nth: int, per_year: int) -> date:
    """The last day for the nth of so many meetings in a year parted evenly (of two: end of June, of December)."""
    month = 12 * nth // per_year
    return date(year, month, calendar.monthrange(year, month)[1])


def convenes(user: Any, congress: Any, on: date) -> Verdict:
    if not user.is_authenticated:
        return refuse("请先登录。", "role")
    own = congress.organisation_id in user.organisations(Role.TOWNSHIP_CLERK, on=on)
    return when(own or user.has_role(*OFFICE, on=on), NOT_THE_CONVENER, "role")


def _day(moment: Any) -> date:
    return timezone.localdate(moment)
