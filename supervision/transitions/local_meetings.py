"""Meetings of a street committee or presidium: called, held with their quorum, or cancelled."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from foundation import deadlines
from foundation.ballots.wording import percent_text
from foundation.web.chinese import datetime_text
from foundation.workflow import Refused, lock
from supervision.models import LocalAttendance, LocalBody, LocalMeeting, LocalMember, LocalStandard
from supervision.notices import local as notices
from supervision.rules import local as rules
from supervision.states.local import LOCAL_MEETING_FLOW, LocalMeetingState, LocalStandardCode
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions.local_bodies import meeting_clock, start_meeting_clock


@transaction.atomic
def call_local_meeting(
    pk: Any, *, starts_at: datetime, place: str, topics: str, by: Any, at: datetime, version: int | None = None
) -> LocalMeeting:
    """Calls the next meeting; members who are deputies are told."""
    body = lock(LocalBody, pk)
    rules.may_keep_body(by, body, on=day_of(at)).require()
    year = timezone.localdate(starts_at).year
    kept = body.meetings.filter(year=year).exclude(state=LocalMeetingState.CANCELLED)
    number = (kept.aggregate(last=Max("number"))["last"] or 0) + 1
    where = filled(place, "请填写地点。", "place")
    facts = {"starts_at": starts_at, "place": where, "topics": filled(topics, "请填写议题。", "topics")}
    meeting = LocalMeeting.objects.create(body=body, year=year, number=number, **facts)
    note("call_local_meeting", meeting, f"安排于{datetime_text(starts_at)}在{where}召开。", by=by, at=at)
    notices.meeting_called(meeting, by=by, at=at)
    return meeting


@transaction.atomic
def hold_local_meeting(
    pk: Any,
    *,
    present: Sequence[LocalMember],
    minutes: str,
    decisions: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> LocalMeeting:
    """Who came and what was decided; the clock of the next meeting begins on the day of this one.

    Refused without the quorum in force on that day.
    """
    meeting = lock(LocalMeeting, pk, version=version)
    rules.may_hold_local_meeting(by, meeting, on=day_of(at)).require()
    members = list(meeting.body.members.active_on(meeting.day))
    came = {member.pk for member in present} & {member.pk for member in members}
    _check_quorum(meeting, len(came), len(members))
    meeting.members, meeting.present = len(members), len(came)
    meeting.minutes = filled(minutes, "请填写会议情况。", "minutes")
    meeting.decisions = decisions.strip()
    meeting.state = LOCAL_MEETING_FLOW.target("hold_local_meeting", meeting.state)
    meeting.bump("members", "present", "minutes", "decisions", "state")
    LocalAttendance.objects.bulk_create(
        LocalAttendance(meeting=meeting, member=member, is_present=member.pk in came) for member in members
    )
    _restart_clock(meeting, by=by, at=at)
    note("hold_local_meeting", meeting, f"应到{len(members)}人，到会{len(came)}人。", by=by, at=at)
    notices.meeting_held(meeting, by=by, at=at)
    return meeting


def _check_quorum(meeting: LocalMeeting, present: int, members: int) -> None:
    if not members:
        raise Refused("还没有登记成员，请先登记。", "input", field="present")
    percent = LocalStandard.amount_on(LocalStandardCode.QUORUM, meeting.day)
    if percent is not None and present * 100 <= members * percent:
        words = f"全体成员{members}人，到会{present}人，没有超过{percent_text(percent)}，会议不能举行，请另行安排。"
        raise Refused(words, "input", field="present")


def _restart_clock(meeting: LocalMeeting, *, by: Any, at: datetime) -> None:
    """From the latest meeting held: an earlier one entered late changes nothing."""
    last = meeting.body.meetings.filter(state=LocalMeetingState.HELD).aggregate(last=Max("starts_at"))["last"]
    if last == meeting.starts_at:
        deadlines.meet(meeting_clock(meeting.body), meeting.body, at=at)
        start_meeting_clock(meeting.body, on=meeting.day, by=by, at=at)


@transaction.atomic
def cancel_local_meeting(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> LocalMeeting:
    meeting = lock(LocalMeeting, pk, version=version)
    rules.may_cancel_local_meeting(by, meeting, on=day_of(at)).require()
    meeting.cancel_reason = filled(reason, "请写明取消的理由。", "reason")[:200]
    meeting.state = LOCAL_MEETING_FLOW.target("cancel_local_meeting", meeting.state)
    meeting.bump("cancel_reason", "state")
    note("cancel_local_meeting", meeting, f"取消会议：{meeting.cancel_reason}", by=by, at=at)
    notices.meeting_cancelled(meeting, by=by, at=at)
    return meeting
