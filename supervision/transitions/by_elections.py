"""A by-election from the vacancy to the announcement; whoever is elected enters the register by its own transition."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from deputies.models import Constituency, Delegation, Deputy, Mandate
from deputies.transitions.enrol import enrol
from foundation import deadlines
from foundation.web.chinese import date_text
from foundation.workflow import Refused, lock
from supervision.models import ByElection, SeatCandidate, SeatStandard
from supervision.notices import seats as notices
from supervision.querysets.seats import places_taken, vacancies
from supervision.rules import seats as rules
from supervision.states.seats import BY_ELECTION_FLOW, ByElectionState, SeatStandardCode
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions.recalls import past

VOTE, ANNOUNCE = "by_election_vote", "by_election_announce"
CLOCKS = (VOTE, ANNOUNCE)


@transaction.atomic
def call_by_election(
    *,
    constituency: Constituency,
    delegation: Delegation,
    places: int,
    cause: str,
    decided_by: str,
    decided_on: date,
    vote_on: date,
    by: Any,
    at: datetime,
) -> ByElection:
    """Refused for more places than the constituency has vacant, those of running by-elections counted in."""
    rules.may_call_by_election(by, on=day_of(at)).require()
    where = Constituency.objects.select_for_update().get(pk=constituency.pk)
    row = vacancies(day_of(at)).filter(pk=where.pk).first()
    free = (row.vacant if row else 0) - places_taken(ByElection.objects.filter(constituency=where))
    if free <= 0:
        raise Refused(f"{where}没有缺额，或者正在补选。", "input", field="constituency")
    if not 1 <= places <= free:
        raise Refused(f"{where}缺额{free}名，补选名额不能超过缺额。", "input", field="places")
    if delegation.term_id != where.term_id:
        raise Refused("请选择与选区同一届的代表团。", "input", field="delegation")
    facts = {
        "cause": filled(cause, "请写明出缺情况。", "cause")[:300],
        "decided_by": filled(decided_by, "请写明决定补选的会议。", "decided_by")[:80],
        "decided_on": past(decided_on, at, "decided_on"),
    }
    if vote_on <= decided_on:
        raise Refused("投票日期应当在决定补选以后。", "input", field="vote_on")
    election = ByElection.objects.create(
        constituency=where, delegation=delegation, places=places, vote_on=vote_on, **facts
    )
    deadlines.start(VOTE, election, on=decided_on, by=by, at=at)
    words = f"决定补选{places}名（{election.decided_by}），{date_text(vote_on)}投票。"
    note("call_by_election", election, words, by=by, at=at)
    notices.by_election_moved(election, words, by=by, at=at)
    return election


@transaction.atomic
def put_forward(
    pk: Any,
    *,
    name: str,
    sex: str,
    birth_month: date,
    employer_title: str,
    nominated_by: str,
    ethnic_group: str = "",
    party: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> SeatCandidate:
    """One more candidate; somebody of the same name and birth month in the register is the same person."""
    election = lock(ByElection, pk)
    rules.may_put_forward(by, election, on=day_of(at)).require()
    who = filled(name, "请填写姓名。", "name")[:40]
    month = past(birth_month, at, "birth_month").replace(day=1)
    if election.candidates.standing().filter(name=who).exists():
        raise Refused("这位候选人已经登记。", "input", field="name")
    known = Deputy.objects.filter(name=who, birth_month__year=month.year, birth_month__month=month.month).first()
    term = election.constituency.term
    if known and Mandate.objects.overlapping(known, term, term.congress.level).exists():
        raise Refused(f"{who}已经是{term.congress.short_name}代表，不能作为候选人。", "input", field="name")
    facts = {
        "employer_title": filled(employer_title, "请填写工作单位及职务。", "employer_title")[:120],
        "nominated_by": filled(nominated_by, "请写明由谁提名。", "nominated_by")[:120],
        "ethnic_group": ethnic_group.strip()[:20],
        "party": party.strip()[:20],
    }
    candidate = SeatCandidate.objects.create(
        by_election=election, name=who, sex=sex, birth_month=month, deputy=known, **facts
    )
    note("put_forward", election, f"提名{who}为候选人（{candidate.nominated_by}）。", by=by, at=at)
    return candidate


@transaction.atomic
def drop_candidate(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> SeatCandidate:
    candidate = lock(SeatCandidate, pk, version=version)
    rules.may_drop_candidate(by, candidate, on=day_of(at)).require()
    candidate.dropped_reason = filled(reason, "请写明退出的理由。", "reason")[:200]
    candidate.bump("dropped_reason")
    note("drop_candidate", candidate.by_election, f"{candidate}退出：{candidate.dropped_reason}", by=by, at=at)
    return candidate


@transaction.atomic
def list_candidates(pk: Any, *, listed_on: date, by: Any, at: datetime, version: int | None = None) -> ByElection:
    """The list is out. As many candidates as places are enough (选举法第五十七条); a local rule may ask for more."""
    election = _opened("list_candidates", pk, by, at, version)
    election.listed_on = past(listed_on, at, "listed_on")
    if listed_on < election.decided_on:
        raise Refused("公布日期不能早于决定补选的日期。", "input", field="listed_on")
    least = election.places + SeatStandard.amount_on(SeatStandardCode.EXTRA, listed_on)
    standing = election.candidates.standing().count()
    if standing < least:
        raise Refused(f"应选{election.places}名，候选人至少{least}名，现有{standing}名，请继续提名。", "state")
    _move(election, "list_candidates", "listed_on")
    words = f"公布候选人{standing}名。"
    note("list_candidates", election, words, by=by, at=at)
    notices.by_election_moved(election, words, by=by, at=at)
    return election


@transaction.atomic
def settle_by_election(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> ByElection:
    """Somebody is elected and no further turn is held; the places left stay vacant."""
    election = _opened("settle_by_election", pk, by, at, version)
    if not election.candidates.filter(elected_on__isnull=False).exists():
        raise Refused("还没有人当选；不再继续的，请办理“取消补选”。", "state")
    election.end_reason = filled(reason, "请写明理由。", "reason")[:300]
    finish_voting(election, "settle_by_election", "end_reason", on=day_of(at), by=by, at=at)
    note("settle_by_election", election, f"不再另行选举：{election.end_reason}", by=by, at=at)
    return election


def finish_voting(election: ByElection, verb: str, *fields: str, on: date, by: Any, at: datetime) -> None:
    """The voting is over: credentials and announcement are owed from that day."""
    _move(election, verb, *fields)
    deadlines.meet(VOTE, election, at=at)
    deadlines.start(ANNOUNCE, election, on=on, by=by, at=at)


@transaction.atomic
def review_by_election(
    pk: Any,
    *,
    review_on: date,
    review: str,
    valid: Iterable[SeatCandidate],
    reason: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> ByElection:
    """What the credentials committee found of each who was elected; with nobody left the by-election is over."""
    election = _opened("review_by_election", pk, by, at, version)
    election.review_on = past(review_on, at, "review_on")
    elected = list(election.candidates.filter(elected_on__isnull=False))
    if any(candidate.elected_on and candidate.elected_on > review_on for candidate in elected):
        raise Refused("报告日期不能早于投票日期。", "input", field="review_on")
    election.review = filled(review, "请填写资格审查报告的意见。", "review")
    kept = {candidate.pk for candidate in valid}
    refused = [candidate for candidate in elected if candidate.pk not in kept]
    for candidate in refused:
        candidate.refused_reason = filled(reason, "有当选无效的，请写明理由。", "reason")[:200]
        candidate.bump("refused_reason")
    if len(refused) == len(elected):
        election.end_reason = f"当选无效：{reason.strip()}"[:300]
        _move(election, "cancel_by_election", "review_on", "review", "end_reason")
        deadlines.cancel(ANNOUNCE, election, at=at, reason="当选无效")
    else:
        _move(election, "review_by_election", "review_on", "review")
    words = f"代表资格审查委员会报告：{len(elected) - len(refused)}人有效，{len(refused)}人无效。"
    note("review_by_election", election, words, by=by, at=at)
    notices.by_election_moved(election, words, by=by, at=at)
    return election


@transaction.atomic
def announce_by_election(
    pk: Any, *, announcement_no: str, announced_on: date, by: Any, at: datetime, version: int | None = None
) -> ByElection:
    """Announced: everybody validly elected is enrolled with a seat of this constituency."""
    election = _opened("announce_by_election", pk, by, at, version)
    election.announcement_no = filled(announcement_no, "请填写公告文号。", "announcement_no")[:60]
    election.announced_on = past(announced_on, at, "announced_on")
    if election.review_on and announced_on < election.review_on:
        raise Refused("公告日期不能早于资格审查报告日期。", "input", field="announced_on")
    _move(election, "announce_by_election", "announcement_no", "announced_on")
    deadlines.meet(ANNOUNCE, election, at=at)
    winners = list(election.candidates.filter(elected_on__isnull=False, refused_reason=""))
    for candidate in winners:
        candidate.seat = _enrol(election, candidate, by=by, at=at)
        candidate.bump("seat")
    words = f"公告{'、'.join(map(str, winners))}当选（{election.announcement_no}），已登记入名册。"
    note("announce_by_election", election, words, by=by, at=at, visibility="public")
    notices.by_election_moved(election, words, by=by, at=at)
    return election


def _enrol(election: ByElection, candidate: SeatCandidate, *, by: Any, at: datetime) -> Mandate:
    term = election.constituency.term
    person = candidate.deputy or Deputy(
        name=candidate.name,
        sex=candidate.sex,
        birth_month=candidate.birth_month,
        ethnic_group=candidate.ethnic_group,
        party=candidate.party,
        employer_title=candidate.employer_title,
    )
    seat = Mandate(
        term=term,
        level=term.congress.level,
        delegation=election.delegation,
        constituency=election.constituency,
        by_election=True,
        elected_on=candidate.elected_on,
    )
    facts: dict[str, Any] = {"announcement_no": election.announcement_no, "announced_on": election.announced_on}
    try:
        return enrol(person, seat, by=by, at=at, **facts)
    except ValidationError as error:
        raise Refused("；".join(error.messages), "input", field="announcement_no") from error


@transaction.atomic
def cancel_by_election(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> ByElection:
    """Called off while nobody is elected."""
    election = _opened("cancel_by_election", pk, by, at, version)
    if election.state == ByElectionState.ELECTED or election.candidates.filter(elected_on__isnull=False).exists():
        raise Refused("已有人当选，不能取消；请登记资格审查报告。", "state")
    election.end_reason = filled(reason, "请写明取消的理由。", "reason")[:300]
    _move(election, "cancel_by_election", "end_reason")
    deadlines.cancel(VOTE, election, at=at, reason=election.end_reason)
    note("cancel_by_election", election, f"取消补选：{election.end_reason}", by=by, at=at)
    notices.by_election_moved(election, f"取消补选：{election.end_reason}", by=by, at=at)
    return election


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> ByElection:
    election = lock(ByElection, pk, version=version)
    getattr(rules, f"may_{verb}")(by, election, on=day_of(at)).require()
    return election


def _move(election: ByElection, verb: str, *fields: str) -> None:
    election.state = BY_ELECTION_FLOW.target(verb, election.state)
    election.bump("state", *fields)
