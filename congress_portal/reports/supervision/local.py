"""Meetings of street committees and township presidiums in the year, held and missed (乡镇街道人大)."""

from collections.abc import Sequence
from datetime import date

from django.db.models import F, Q

from congress_portal.reports.supervision.kinds import MEETING
from congress_portal.reports.supervision.shape import grouped, nothing, with_amounts, within
from foundation.deadlines.models import Deadline
from foundation.documents.figures import Sheet
from suggestions.yearbook import Period
from supervision.models import LocalBody, LocalMeeting
from supervision.states.local import LocalMeetingState

S = LocalMeetingState
# The limits of either kind of house.
CLOCKS = ("local_street_meeting", "local_presidium_meeting")


def tables(period: Period, on: date) -> list[Sheet]:
    """One line for each house, also for one that did not meet."""
    bodies = list(LocalBody.objects.filter(opened_at__date__lte=period.last).with_names())
    if not bodies:
        return [nothing("local", "乡镇人大主席团和街道工委会议", "本年度没有登记乡镇人大主席团、街道工委的工作。")]
    meetings = list(within(LocalMeeting.objects.all(), "starts_at", period).order_by("starts_at", "pk"))
    return [_meetings(bodies, meetings, _missed(period, on), on)]


def _missed(period: Period, on: date) -> dict[int | None, int]:
    """Organisation → how many times its day for a meeting passed without one."""
    late = Q(met_on__gt=F("due_on")) | Q(met_on__isnull=True, due_on__lt=on)
    rows = Deadline.objects.filter(late, kind__in=CLOCKS, cancelled_at__isnull=True)
    found: dict[int | None, int] = {}
    for organ in rows.filter(due_on__range=(period.first, period.last)).values_list("organisation", flat=True):
        found[organ] = found.get(organ, 0) + 1
    return found


def _meetings(
    bodies: Sequence[LocalBody], meetings: Sequence[LocalMeeting], missed: dict[int | None, int], on: date
) -> Sheet:
    figures = (
        ("held", "已召开", lambda row: row.state == S.HELD),
        ("planned", "已安排", lambda row: row.state == S.PLANNED and row.day >= on),
        ("unheld", "到期未登记召开", lambda row: row.state == S.PLANNED and row.day < on),
        ("cancelled", "已取消", lambda row: row.state == S.CANCELLED),
    )
    groups = [
        (str(body.pk), body.organisation.label, [row for row in meetings if row.body_id == body.pk]) for body in bodies
    ]
    note = "按会议日期统计；逾期未开会，指没有在规定的间隔内召开会议的次数。"
    sheet = grouped("local", "乡镇人大主席团和街道工委会议", "单位", figures, groups, meetings, MEETING, note)
    counts = [missed.get(body.organisation_id, 0) for body in bodies]
    return with_amounts(sheet, "missed", "逾期未开会", [*counts, sum(missed.values())])
