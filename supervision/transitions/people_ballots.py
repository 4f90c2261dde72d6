"""Ballots of this part: on the people of a bill, on the appointees of the year, on a resolution; results taken over."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deputies.models import Meeting, MeetingKind
from foundation.workflow import Refused, after, lock
from supervision.models import Appointment, Ballot, DutyReport, DutyRound, Resolution
from supervision.rules import appointees as appointee_rules
from supervision.rules import appointments as appointment_rules
from supervision.rules import resolutions as resolution_rules
from supervision.states.appointees import DutyReportState, RoundState
from supervision.states.appointments import AppointmentState
from supervision.states.ballots import ENDED
from supervision.states.resolutions import ResolutionState
from supervision.transitions._beats import day_of
from supervision.transitions.appointees import take_results
from supervision.transitions.appointments import vote_appointment
from supervision.transitions.ballot_people import people_voting
from supervision.transitions.ballots import Line, plan_ballot
from supervision.transitions.resolutions import vote_resolution

VOTE, RESOLUTION, APPRAISAL = "appointment_vote", "resolution_vote", "appointee_appraisal"


@transaction.atomic
def plan_appointment_ballot(pk: Any, *, mode: str, by: Any, at: datetime, version: int | None = None) -> Ballot:
    """Everybody in the bill on one paper, each voted on by himself."""
    bill = lock(Appointment, pk, version=version)
    appointment_rules.may_vote_appointment(by, bill, on=day_of(at)).require()
    rows = bill.nominees.select_related("kind", "organ")
    lines = [Line(row.line, f"现任：{row.present_post}" if row.present_post else "", row) for row in rows]
    return _planned(bill, bill.title, VOTE, lines, mode, bill.meeting, by, at)


@transaction.atomic
def plan_round_ballot(
    pk: Any, *, meeting: Meeting, mode: str, by: Any, at: datetime, version: int | None = None
) -> Ballot:
    """The appointees of the year's organs, each by four grades; refused while a report of theirs was not read."""
    round = lock(DutyRound, pk, version=version)
    appointee_rules.may_ballot_round(by, round, on=day_of(at)).require()
    if meeting.kind != MeetingKind.STANDING_COMMITTEE:
        raise Refused("请选择常委会会议。", "input", field="meeting")
    rows = list(round.reports.filter(is_balloted=True, outcome="", appointee__ended_on=None).with_names())
    if not rows:
        raise Refused("本年度没有列入测评、还没有结果的任命人员。", "state")
    if late := [row.appointee.name for row in rows if row.state != DutyReportState.ACCEPTED]:
        raise Refused(f"列入测评的履职报告还没有全部审阅：{'、'.join(late[:10])}。", "state")
    lines = [Line(f"{row.appointee.name}（{row.appointee.post}）", "", row) for row in rows]
    round.meeting = meeting
    round.bump("meeting")
    return _planned(round, f"{round.year}年任命人员述职测评", APPRAISAL, lines, mode, meeting, by, at)


@transaction.atomic
def plan_resolution_ballot(pk: Any, *, mode: str, by: Any, at: datetime, version: int | None = None) -> Ballot:
    """One line: the draft."""
    draft = lock(Resolution, pk, version=version)
    resolution_rules.may_vote_resolution(by, draft, on=day_of(at)).require()
    return _planned(draft, draft.title, RESOLUTION, [Line(draft.title, "", draft)], mode, draft.meeting, by, at)


def _planned(
    subject: Any, topic: str, rule: str, lines: list[Line], mode: str, meeting: Any, by: Any, at: datetime
) -> Ballot:
    if Ballot.objects.about(subject).exclude(state__in=ENDED).exists():
        raise Refused("已经安排了表决，请在表决页面办理；需要重新安排的，先取消原来的表决。", "state")
    day = meeting.opens_on or day_of(at)
    people, number = people_voting(meeting, day)
    facts: dict[str, Any] = {"rule_code": rule, "lines": lines, "mode": mode, "meeting": meeting, "held_on": day}
    return plan_ballot(subject, topic=topic[:200], electors=people, all_members=number, **facts, by=by, at=at)


@after("supervision.announce_ballot")
def take_result(ballot: Ballot, *, by: Any, at: datetime) -> None:
    """Each line's result goes to whom it is about, unless the matter has moved on meanwhile."""
    subject, lines = ballot.subject, list(ballot.lines.all())
    passed = {line.pk: bool(line.stands) and line.outcome != ballot.rule.otherwise for line in lines}
    facts: dict[str, Any] = {"held_on": ballot.held_on, "by": by, "at": at}
    if isinstance(subject, Appointment) and subject.state == AppointmentState.TABLED:
        results = {int(line.target_id): (passed[line.pk], line.outcome, line.formula[:300]) for line in lines}
        vote_appointment(subject.pk, results=results, **facts)
    elif isinstance(subject, DutyRound) and subject.state == RoundState.OPEN:
        stands = [line for line in lines if line.stands]
        graded = {int(line.target_id): (line.outcome, line.formula[:300]) for line in stands}
        known = set(DutyReport.objects.filter(pk__in=graded, outcome="").values_list("pk", flat=True))
        take_results(subject, results={pk: row for pk, row in graded.items() if pk in known}, **facts)
    elif isinstance(subject, Resolution) and subject.state == ResolutionState.DRAFT:
        line = lines[0]
        vote_resolution(subject.pk, passed=passed[line.pk], outcome=line.formula, **facts)
