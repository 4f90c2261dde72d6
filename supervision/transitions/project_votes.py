"""Votes on projects: planned, counted by one clerk, checked by a second; what is chosen, tied, struck off."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from deputies.models import Meeting
from foundation.ballots import Papers
from foundation.ballots.counting import confirm_count, enter_count, hand_of, return_count
from foundation.ballots.models import BallotRule, PaperCount
from foundation.workflow import Refused, lock
from supervision.models import Project, ProjectVote, ProjectVoteLine, ProjectYear
from supervision.notices import projects as notices
from supervision.rules import project_years as rules
from supervision.selection import Selection, most_marks, select
from supervision.states.ballots import ELECTRONIC, BallotMode
from supervision.states.project import PROJECT_FLOW, ProjectState
from supervision.states.project_vote import PROJECT_VOTE_FLOW, LineOutcome, VotePurpose, VoteState
from supervision.states.project_year import PROJECT_YEAR_FLOW
from supervision.transitions import project_paper
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions.project_outcomes import ended
from supervision.transitions.project_people import electors

RULES = {VotePurpose.CHOOSE: "project_vote", VotePurpose.END: "project_end"}
YES, PASSED = "赞成", "通过"
FIGURES = ("present", "issued", "returned", "invalid")
NO_RULE = "后台“测评办法”中没有表决当天有效的民生实事{}办法，请由委员会秘书先行登记。"
L = LineOutcome


@transaction.atomic
def plan_choice(
    pk: Any,
    *,
    held_on: date,
    meeting: Meeting | None = None,
    meeting_name: str = "",
    mode: str = BallotMode.PAPER,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> ProjectVote:
    """The paper of the congress: all candidates, or after a tie those who stand equal for the places left."""
    row = lock(ProjectYear, pk, version=version)
    rules.may_plan_choice(by, row, on=day_of(at)).require()
    last = row.votes.settled().filter(purpose=VotePurpose.CHOOSE).order_by("-round").first()
    facts = {"runoff": last is not None, "places": _places_left(last) if last else row.places}
    tied = last.lines.filter(outcome=L.TIED).values("project") if last else None
    projects = row.projects.filter(state=ProjectState.CANDIDATE)
    on_paper = projects.filter(pk__in=tied) if tied is not None else projects
    return _plan(row, VotePurpose.CHOOSE, list(on_paper), held_on, meeting, meeting_name, facts, mode, by, at)


@transaction.atomic
def plan_end_ballot(
    pk: Any,
    *,
    held_on: date,
    meeting: Meeting | None = None,
    meeting_name: str = "",
    mode: str = BallotMode.PAPER,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> ProjectVote:
    """The ballot on how the accepted projects were done."""
    row = lock(ProjectYear, pk, version=version)
    rules.may_plan_end_ballot(by, row, on=day_of(at)).require()
    accepted = list(row.projects.filter(state=ProjectState.ACCEPTED))
    if not accepted:
        raise Refused("还没有通过验收的项目，验收以后再组织测评。", "state")
    return _plan(row, VotePurpose.END, accepted, held_on, meeting, meeting_name, {}, mode, by, at)


@transaction.atomic
def enter_project_vote(
    pk: Any,
    *,
    present: int,
    issued: int,
    returned: int,
    invalid: int,
    votes: Mapping[int, Mapping[str, int]],
    by: Any,
    at: datetime,
    version: int | None = None,
) -> ProjectVote:
    """One clerk's figures: the papers once, then for every project (its key) how many stand for each grade.

    Refused with the figure's name: more given out than present, sums that do not add up, more marks in favour than
    there can be where nobody may choose more than the places.
    """
    vote = lock(ProjectVote, pk, version=version)
    rules.may_enter_project_vote(by, vote, on=day_of(at)).require()
    lines = lines_of(vote)
    rule = rule_of(vote)
    for line in lines:
        given = votes.get(line.project_id, {})
        papers = Papers(present, issued, returned, dict(given), invalid, vote.all_members)
        _enter(vote, line, rule, papers, by, at)
    _check_marks(vote, returned - invalid, sum(votes.get(line.project_id, {}).get(YES, 0) for line in lines))
    vote.present, vote.issued, vote.returned, vote.invalid = present, issued, returned, invalid
    vote.entered_by, vote.return_reason = hand_of(by), ""
    _move(vote, "enter_project_vote", None, *FIGURES, "entered_by", "return_reason")
    note("enter_project_vote", vote.project_year, f"录入{vote.get_purpose_display()}计票，待核对。", by=by, at=at)
    notices.vote_entered(vote, by=by, at=at)
    return vote


def check_project_vote(
    pk: Any, *, agrees: bool, reason: str = "", by: Any, at: datetime, version: int | None = None
) -> ProjectVote:
    """The second clerk's word: `confirm_project_vote`, or back to the first with the reason."""
    if agrees:
        return confirm_project_vote(pk, by=by, at=at, version=version)
    return return_project_vote(pk, reason=reason, by=by, at=at, version=version)


@transaction.atomic
def return_project_vote(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> ProjectVote:
    """The second clerk finds a difference; the figures are entered anew, these stay with the reason."""
    vote = lock(ProjectVote, pk, version=version)
    rules.may_check_project_vote(by, vote, on=day_of(at)).require()
    vote.return_reason = filled(reason, "请写明哪里不符。", "reason")[:200]
    for line in lines_of(vote):
        return_count(_entered(line), reason=vote.return_reason, by=by, at=at)
    _move(vote, "return_project_vote", None, "return_reason")
    note("return_project_vote", vote.project_year, f"退回计票：{vote.return_reason}", by=by, at=at)
    notices.vote_returned(vote, by=by, at=at)
    return vote


@transaction.atomic
def confirm_project_vote(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> ProjectVote:
    """The second clerk finds the figures alike: the result stands, or the vote is void and held again."""
    vote = lock(ProjectVote, pk, version=version)
    rules.may_check_project_vote(by, vote, on=day_of(at)).require()
    lines = lines_of(vote)
    for line in lines:
        line.count = confirm_count(_entered(line), by=by, at=at)
        line.bump("count")
    vote.checked_by = hand_of(by)
    settle("confirm_project_vote", vote, lines, "checked_by", by=by, at=at)
    return vote


def settle(verb: str, vote: ProjectVote, lines: list[ProjectVoteLine], *fields: str, by: Any, at: datetime) -> None:
    """What the figures of all lines come to; void where one of them does not stand."""
    if all(line.result.stands for line in lines):
        vote.explanation = _chosen(vote, lines, at) if vote.purpose == VotePurpose.CHOOSE else ended(lines, by, at)
        conclude(verb, vote, VoteState.SETTLED, *fields, by=by, at=at)
    else:
        vote.explanation = lines[0].result.formula
        conclude(verb, vote, VoteState.VOID, *fields, by=by, at=at)


def conclude(verb: str, vote: ProjectVote, to: str, *fields: str, by: Any, at: datetime) -> None:
    """The vote is settled or void, with `vote.explanation`."""
    vote.settled_at = at
    _move(vote, verb, to, "settled_at", "explanation", *fields)
    note(verb, vote.project_year, f"{vote}：{vote.explanation}"[:500], by=by, at=at)
    notices.vote_settled(vote, by=by, at=at)


def rule_of(vote: ProjectVote) -> BallotRule:
    """The rule of the vote in force on its day; refused without one."""
    rule = BallotRule.objects.named(RULES[VotePurpose(vote.purpose)], vote.held_on)
    if rule is None:
        raise Refused(NO_RULE.format(vote.get_purpose_display()), "state")
    return rule


def _plan(
    row: ProjectYear,
    purpose: str,
    projects: list[Project],
    held_on: date,
    meeting: Meeting | None,
    meeting_name: str,
    facts: dict[str, Any],
    mode: str,
    by: Any,
    at: datetime,
) -> ProjectVote:
    name = filled(meeting.name if meeting else meeting_name, "请选择会议或者填写会议名称。", "meeting_name")
    members = electors(row.house_id, held_on).count()
    if not members:
        raise Refused("名册中没有这一天在任的代表，请先核对代表名册。", "input", field="held_on")
    last = row.votes.filter(purpose=purpose).aggregate(last=Max("round"))["last"] or 0
    place = {"meeting": meeting, "meeting_name": name[:120], "held_on": held_on, "all_members": members}
    try:
        with transaction.atomic():
            vote = ProjectVote.objects.create(
                project_year=row, purpose=purpose, round=last + 1, planned_by=by, planned_at=at, **place, **facts
            )
    except IntegrityError as error:
        raise Refused("已有一次表决没有结束，请先录入、核对计票。", "state") from error
    rule_of(vote)
    ProjectVoteLine.objects.bulk_create(ProjectVoteLine(vote=vote, project=project) for project in projects)
    if mode in ELECTRONIC:
        vote.ballot = project_paper.put_to_ballot(vote, RULES[VotePurpose(purpose)], YES, mode, by=by, at=at)
        vote.bump("ballot")
    note("plan_project_vote", row, f"安排{vote}，应到代表{members}人。", by=by, at=at)
    notices.vote_planned(vote, by=by, at=at)
    return vote


def _places_left(vote: ProjectVote) -> int:
    return (vote.places or 0) - vote.lines.filter(outcome=L.CHOSEN).count()


def lines_of(vote: ProjectVote) -> list[ProjectVoteLine]:
    rows = ProjectVoteLine.objects.select_for_update(of=("self",)).filter(vote=vote)
    return list(rows.select_related("project").order_by("project__number", "pk"))


def _entered(line: ProjectVoteLine) -> PaperCount:
    count = PaperCount.objects.of(line).entered().first()
    if count is None:
        raise Refused("没有待核对的计票。", "state")
    return count


def _enter(vote: ProjectVote, line: ProjectVoteLine, rule: BallotRule, papers: Papers, by: Any, at: datetime) -> None:
    try:
        enter_count(line, rule, papers, topic=str(line.project), held_on=vote.held_on, by=by, at=at)
    except Refused as fault:
        own = fault.field in ("votes", "returned") and papers.returned <= papers.issued
        field = f"line_{line.project_id}" if own else fault.field
        raise Refused(f"{line.project}：{fault.reason}" if own else fault.reason, fault.code, field=field) from fault


def _check_marks(vote: ProjectVote, valid: int, marks: int) -> None:
    """Nobody may choose more projects than there are places, so there cannot be more marks than that."""
    if vote.purpose == VotePurpose.CHOOSE and vote.places and marks > most_marks(max(valid, 0), vote.places):
        words = f"每张票最多选{vote.places}项，有效票{valid}张，赞成票合计不能多于{valid * vote.places}，现为{marks}。"
        raise Refused(f"{words}选多了的票是无效票，请核对。", "input", field="invalid")


def _chosen(vote: ProjectVote, lines: list[ProjectVoteLine], at: datetime) -> str:
    """Writes what each project came to; a tie leaves the year open for another vote."""
    votes = {line.pk: line.result.votes.get(YES, 0) for line in lines}
    # Among equals, who all had their majority before, the most votes decide (比照地方组织法关于再次投票的规定).
    passed = {line.pk for line in lines if vote.runoff or line.result.outcome == PASSED}
    found = select(votes, passed, vote.places)
    parts = {L.CHOSEN: found.chosen, L.TIED: found.tied, L.PASSED_OVER: found.passed_over, L.FAILED: found.failed}
    outcome = {key: name for name, keys in parts.items() for key in keys}
    for line in lines:
        line.outcome = outcome[line.pk]
        line.bump("outcome")
        if line.outcome != L.TIED:
            verb = "choose_project" if line.outcome == L.CHOSEN else "pass_over_project"
            project = lock(Project, line.project_id)
            project.state = PROJECT_FLOW.target(verb, project.state)
            project.bump("state")
    if not found.tied:
        year = lock(ProjectYear, vote.project_year_id)
        year.state = PROJECT_YEAR_FLOW.target("settle_choice", year.state)
        year.bump("state")
    return _told(vote, found)


def _told(vote: ProjectVote, found: Selection) -> str:
    parts = [f"应选{vote.places}项" if vote.places else "逐项表决"]
    parts.append(f"通过{len(found.chosen)}项")
    if found.passed_over:
        parts.append(f"{len(found.passed_over)}项赞成过半数但得票较少，未进入应选名额")
    if found.failed:
        parts.append(f"{len(found.failed)}项赞成未达到规定")
    if found.tied:
        parts.append(f"{len(found.tied)}项得票相同，就其中{found.places_left}个名额再次表决")
    return f"{'，'.join(parts)}。"


def _move(vote: ProjectVote, verb: str, to: str | None, *fields: str) -> None:
    vote.state = PROJECT_VOTE_FLOW.target(verb, vote.state, to=to)
    vote.bump("state", *fields)
