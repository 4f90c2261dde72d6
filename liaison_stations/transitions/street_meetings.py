"""Meetings of a street deliberation congress: called, held with a quorum, voted at, or cancelled."""

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from foundation import deadlines
from foundation.ballots import Papers
from foundation.ballots.counting import confirm_count, enter_count, return_count
from foundation.ballots.models import BallotRule
from foundation.web.chinese import datetime_text
from foundation.workflow import Refused, lock
from liaison_stations.models import StreetAttendance, StreetCongress, StreetMatter, StreetMeeting, StreetMember
from liaison_stations.notices import street as notices
from liaison_stations.rules import street as rules
from liaison_stations.states.street import STREET_MEETING_FLOW, MatterKind, StreetMeetingState, VoteWay
from liaison_stations.transitions._council import day_of, filled, note
from liaison_stations.transitions.street_congress import CLOCK, next_meeting_clock

RULES = {VoteWay.HANDS: "street_hands", VoteWay.BALLOT: "street_ballot"}
NO_RULE = "后台“测评办法”中没有会议当天有效的议政代表会表决办法，请由委员会秘书先行登记。"


@transaction.atomic
def plan_meeting(
    pk: Any,
    *,
    starts_at: datetime,
    place: str,
    reports: Sequence[str] = (),
    by: Any,
    at: datetime,
    version: int | None = None,
) -> StreetMeeting:
    """Calls the next meeting; `reports` are what it hears. Members who are deputies are told."""
    congress = lock(StreetCongress, pk)
    rules.may_run_congress(by, congress, on=day_of(at)).require()
    if not congress.starts_on <= day_of(starts_at) <= congress.ends_on:
        raise Refused("会议时间应当在本届任期内。", "input", field="starts_at")
    kept = congress.meetings.exclude(state=StreetMeetingState.CANCELLED)
    number = (kept.aggregate(last=Max("number"))["last"] or 0) + 1
    where = filled(place, "请填写地点。", "place")
    facts = {"starts_at": starts_at, "place": where, "planned_by": by, "planned_at": at}
    meeting = StreetMeeting.objects.create(congress=congress, number=number, **facts)
    titles = list(dict.fromkeys(title.strip()[:100] for title in reports if title.strip()))
    StreetMatter.objects.bulk_create(
        StreetMatter(meeting=meeting, kind=MatterKind.REPORT, title=title, order=10 * order)
        for order, title in enumerate(titles, 1)
    )
    note("plan_street_meeting", meeting, f"安排于{datetime_text(starts_at)}在{where}召开。", by=by, at=at)
    notices.meeting_planned(meeting, by=by, at=at)
    return meeting


@transaction.atomic
def add_matter(
    pk: Any, *, kind: str, title: str, text: str = "", by: Any, at: datetime, version: int | None = None
) -> StreetMatter:
    """Puts one more matter on the agenda."""
    meeting = lock(StreetMeeting, pk)
    rules.may_add_matter(by, meeting, on=day_of(at)).require()
    if kind not in MatterKind:
        raise Refused("请选择类别。", "input", field="kind")
    name = filled(title, "请填写议题。", "title")[:100]
    if meeting.matters.filter(title=name).exists():
        raise Refused("议程中已有这个议题。", "input", field="title")
    order = 10 + (meeting.matters.aggregate(last=Max("order"))["last"] or 0)
    matter = StreetMatter.objects.create(meeting=meeting, kind=kind, title=name, text=text.strip(), order=order)
    note("add_street_matter", meeting, f"列入议题：{matter}。", by=by, at=at)
    return matter


@transaction.atomic
def hold_meeting(
    pk: Any, *, present: Sequence[StreetMember], minutes: str, by: Any, at: datetime, version: int | None = None
) -> StreetMeeting:
    """Who came and what was said; the clock of the next meeting begins. Refused without the quorum of the rule."""
    meeting = lock(StreetMeeting, pk, version=version)
    rules.may_hold_meeting(by, meeting, on=day_of(at)).require()
    day = timezone.localdate(meeting.starts_at)
    members = list(meeting.congress.members.active_on(day))
    came = {member.pk for member in present} & {member.pk for member in members}
    _check_quorum(meeting, len(came), len(members))
    meeting.members, meeting.present = len(members), len(came)
    meeting.minutes = filled(minutes, "请填写会议情况。", "minutes")
    meeting.state = STREET_MEETING_FLOW.target("hold_street_meeting", meeting.state)
    meeting.bump("members", "present", "minutes", "state")
    StreetAttendance.objects.bulk_create(
        StreetAttendance(meeting=meeting, member=member, is_present=member.pk in came) for member in members
    )
    deadlines.meet(CLOCK, meeting.congress, at=at)
    next_meeting_clock(meeting.congress, by=by, at=at)
    note("hold_street_meeting", meeting, f"应到{len(members)}人，到会{len(came)}人。", by=by, at=at)
    notices.meeting_held(meeting, by=by, at=at)
    return meeting


def rule_for(meeting: StreetMeeting, way: str) -> BallotRule:
    """The rule of voting in force on the day of the meeting; refused without one."""
    rule = BallotRule.objects.named(RULES[VoteWay(way)], timezone.localdate(meeting.starts_at))
    if rule is None:
        raise Refused(NO_RULE)
    return rule


def _check_quorum(meeting: StreetMeeting, present: int, members: int) -> None:
    terms = rule_for(meeting, VoteWay.HANDS).terms()
    if not members:
        raise Refused("还没有登记议政代表，请先登记。", "input", field="present")
    if terms.quorum is not None and not terms.quorum_sign.holds(Fraction(present, members), terms.quorum):
        words = f"到会{present}人，没有达到全体议政代表{members}人中应当到会的人数，会议不能举行，请另行安排。"
        raise Refused(words, "input", field="present")


@transaction.atomic
def cancel_meeting(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> StreetMeeting:
    meeting = lock(StreetMeeting, pk, version=version)
    rules.may_cancel_meeting(by, meeting, on=day_of(at)).require()
    meeting.cancel_reason = filled(reason, "请写明取消的理由。", "reason")[:200]
    meeting.state = STREET_MEETING_FLOW.target("cancel_street_meeting", meeting.state)
    meeting.bump("cancel_reason", "state")
    note("cancel_street_meeting", meeting, f"取消会议：{meeting.cancel_reason}", by=by, at=at)
    notices.meeting_cancelled(meeting, by=by, at=at)
    return meeting


@transaction.atomic
def enter_vote(pk: Any, *, way: str, papers: Papers, by: Any, at: datetime, version: int | None = None) -> StreetMatter:
    """What a show of hands or the papers came to, by one person; a second one checks."""
    matter = lock(StreetMatter, pk, version=version)
    rules.may_enter_vote(by, matter, on=day_of(at)).require()
    meeting = matter.meeting
    if papers.present != meeting.present:
        raise Refused(f"会议登记到会{meeting.present}人，请核对。", "input", field="present")
    matter.way = VoteWay(way)
    held_on = timezone.localdate(meeting.starts_at)
    enter_count(matter, rule_for(meeting, way), papers, topic=str(matter), held_on=held_on, by=by, at=at)
    matter.bump("way")
    note("enter_street_vote", meeting, f"录入“{matter}”的{matter.get_way_display()}结果，待核对。", by=by, at=at)
    notices.vote_entered(matter, by=by, at=at)
    return matter


@transaction.atomic
def check_vote(
    pk: Any, *, agrees: bool, reason: str = "", by: Any, at: datetime, version: int | None = None
) -> StreetMatter:
    """The second person: with his yes the result stands; a no sends the figures back to be entered anew."""
    matter = lock(StreetMatter, pk, version=version)
    rules.may_check_vote(by, matter, on=day_of(at)).require()
    count = rules.waiting_vote(matter)
    if count is None:
        raise Refused(rules.NO_COUNT)
    if not agrees:
        sent = return_count(count, reason=reason, by=by, at=at)
        matter.bump()
        note("return_street_vote", matter.meeting, f"退回“{matter}”的计票：{sent.return_reason}", by=by, at=at)
        notices.vote_returned(matter, sent, by=by, at=at)
        return matter
    done = confirm_count(count, by=by, at=at)
    if done.stands:
        matter.count, matter.outcome = done, done.outcome
    matter.bump("count", "outcome")
    note("check_street_vote", matter.meeting, f"“{matter}”：{done.formula}", by=by, at=at)
    notices.vote_checked(matter, done, by=by, at=at)
    return matter


def grades_of(meeting: StreetMeeting) -> tuple[str, ...]:
    """How one may vote on the day of the meeting: 赞成, 反对, 弃权; empty without a rule."""
    rule = BallotRule.objects.named(RULES[VoteWay.HANDS], timezone.localdate(meeting.starts_at))
    return rule.grade_names if rule else ()
