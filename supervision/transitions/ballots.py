"""A ballot from its planning to its result; the papers are in `foundation.ballots.electronic`, `ballot_readings`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model

from foundation.ballots import electronic
from foundation.ballots.models import BallotRule
from foundation.workflow import Refused, lock
from supervision.models import Ballot, BallotLine, Elector
from supervision.notices import ballots as notices
from supervision.rules import ballots as rules
from supervision.states.ballots import BALLOT_FLOW, ELECTRONIC, BallotMode
from supervision.transitions import ballot_results as results
from supervision.transitions._beats import day_of, filled, note

NO_RULE = "后台“测评办法”中没有表决当天有效的这种办法，请由委员会秘书先行登记。"
WEIGHTED = "按权重合计的办法须由各方面分别表决，不能用于一张选票；请选择其他办法。"
ROLL_NEEDED = "电子表决须有名册，请先登记有表决权的人员。"


@dataclass(frozen=True)
class Line:
    """One line of the paper; `target` is what it stands for (an appointee, a project)."""

    name: str
    note: str = ""
    target: Model | None = None


@transaction.atomic
def plan_ballot(
    subject: Model,
    *,
    topic: str,
    rule_code: str,
    lines: Sequence[str | Line],
    mode: str,
    electors: Iterable[Any] = (),
    all_members: int | None = None,
    meeting: Any = None,
    committee: Any = None,
    held_on: date | None = None,
    limit: electronic.Limit | None = None,
    by: Any,
    at: datetime,
) -> Ballot:
    """A ballot about `subject`: what is voted on, by which rule and in which way. It opens with `open_ballot`.

    `electors` are the accounts of everybody with a vote (needed for electronic ways), `all_members` their number where
    some have no account. Refused without a rule in force on the day, without lines, or with the same line twice.
    """
    rules.may_plan_ballot(by, getattr(committee, "pk", None), on=day_of(at)).require()
    day = held_on or (meeting.opens_on if meeting else None) or day_of(at)
    rule, rows = rule_on(rule_code, day), _lines(lines)
    people = list(dict.fromkeys(electors))
    _check_plan(mode, rule, people, all_members, limit)
    ballot = Ballot.objects.create(
        subject=subject,
        topic=filled(topic, "请填写表决事项。", "topic")[:200],
        rule=rule,
        mode=BallotMode(mode),
        meeting=meeting,
        committee=committee,
        capped=limit.grade if limit else "",
        cap=limit.most if limit else None,
        held_on=day,
        planned_by=by,
        planned_at=at,
        all_members=all_members if all_members is not None else len(people),
    )
    BallotLine.objects.bulk_create(_row(ballot, order, line) for order, line in enumerate(rows, 1))
    Elector.objects.bulk_create(Elector(ballot=ballot, user=user, name=user.name[:40]) for user in people)
    note("plan_ballot", ballot, f"安排{ballot.get_mode_display()}，按《{rule.name}》，共{len(rows)}项。", by=by, at=at)
    return ballot


@transaction.atomic
def open_ballot(
    pk: Any,
    *,
    present: Iterable[Elector] = (),
    on_paper: Iterable[Elector] = (),
    present_number: int | None = None,
    papers_issued: int | None = None,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Ballot:
    """Who came and who gets a paper is fixed, the rule frozen, the voting begins; refused below the quorum.

    With a roll `present` and `on_paper` name its rows; without one the two numbers are given.
    """
    ballot = lock(Ballot, pk, version=version)
    rules.may_open_ballot(by, ballot, on=day_of(at)).require()
    came, papers = _seat(ballot, {row.pk for row in present}, {row.pk for row in on_paper})
    has_roll = ballot.electors.exists()
    ballot.present = len(came) if has_roll else present_number
    ballot.papers_issued = _papers(ballot, papers, papers_issued)
    _check_people(ballot)
    ballot.rule_text, ballot.opened_at = ballot.rule.sentence, at
    if ballot.mode in ELECTRONIC:
        ballot.electronic = _open_electronic(ballot, [row.user for row in came if row.pk not in papers], by, at)
    ballot.state = BALLOT_FLOW.target("open_ballot", ballot.state)
    ballot.bump("present", "papers_issued", "rule_text", "opened_at", "electronic", "state")
    words = f"应到{ballot.all_members}人，到会{ballot.present}人，发出纸质票{ballot.papers_issued}张。"
    note("open_ballot", ballot, words, by=by, at=at)
    notices.ballot_opened(ballot, by=by, at=at)
    return ballot


@transaction.atomic
def cast_vote(
    pk: Any, *, choices: Sequence[str], token: str = "", by: Any, at: datetime, version: int | None = None
) -> electronic.Receipt:
    """A member votes; see `foundation.ballots.electronic.cast`. Nothing is written here, nobody is told."""
    ballot = Ballot.objects.select_related("electronic").get(pk=getattr(pk, "pk", pk))
    verdict = rules.may_cast_vote(by, ballot)
    if verdict.code == "state" and ballot.electronic:
        # The vote may have been in before the close; the roll and the receipts know.
        return electronic.cast(ballot.electronic_id, choices=choices, token=token, by=by, at=at)
    verdict.require()
    return electronic.cast(ballot.electronic_id, choices=choices, token=token, by=by, at=at)


@transaction.atomic
def close_ballot(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Ballot:
    """Ends the voting for everybody at once."""
    ballot = lock(Ballot, pk, version=version)
    rules.may_close_ballot(by, ballot, on=day_of(at)).require()
    words = "结束表决。"
    if ballot.electronic:
        box = electronic.close_ballot(ballot.electronic_id, by=by, at=at)
        words = f"结束表决，电子表决{box.papers}人。"
    ballot.state, ballot.closed_at = BALLOT_FLOW.target("close_ballot", ballot.state), at
    ballot.bump("state", "closed_at")
    note("close_ballot", ballot, words, by=by, at=at)
    notices.ballot_closed(ballot, by=by, at=at)
    return ballot


@transaction.atomic
def announce_ballot(pk: Any, *, publish: bool = False, by: Any, at: datetime, version: int | None = None) -> Ballot:
    """The result of every line by the rule, with the file anyone recomputes it from; void where the rule says so.

    Listeners on "supervision.announce_ballot" take `ballot.lines` over (outcome, stands, votes, target); a ballot that
    is void is told as "supervision.void_ballot".
    """
    ballot = lock(Ballot, pk, version=version)
    rules.may_announce_ballot(by, ballot, on=day_of(at)).require()
    lines = results.count(ballot)
    stands = any(line.stands for line in lines)
    verb = "announce_ballot" if stands else "void_ballot"
    ballot.state, ballot.announced_at = BALLOT_FLOW.target(verb, ballot.state), at
    ballot.is_published = publish and stands
    ballot.end_reason = "" if stands else lines[0].formula[:300]
    ballot.record, ballot.digest = results.record_of(ballot, lines)
    ballot.bump("state", "announced_at", "is_published", "end_reason", "record", "digest")
    said = "；".join(f"{line.name}：{line.outcome}" for line in lines if line.stands)[:400]
    note(verb, ballot, f"{said}。" if stands else ballot.end_reason, by=by, at=at)
    (notices.ballot_announced if stands else notices.ballot_void)(ballot, by=by, at=at)
    return ballot


@transaction.atomic
def annul_ballot(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Ballot:
    """More papers came back than were given out, or the voting went wrong: nothing is counted, it is held again."""
    ballot = lock(Ballot, pk, version=version)
    rules.may_annul_ballot(by, ballot, on=day_of(at)).require()
    return _end("annul_ballot", ballot, reason, notices.ballot_void, by, at)


@transaction.atomic
def cancel_ballot(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Ballot:
    """Not held at all."""
    ballot = lock(Ballot, pk, version=version)
    rules.may_cancel_ballot(by, ballot, on=day_of(at)).require()
    return _end("cancel_ballot", ballot, reason, notices.ballot_cancelled, by, at)


def rule_on(code: str, day: date) -> BallotRule:
    """The rule in force on the day; refused without one."""
    rule = BallotRule.objects.named(code, day)
    if rule is None:
        raise Refused(NO_RULE, "input", field="rule_code")
    return rule


def _end(verb: str, ballot: Ballot, reason: str, tell: Any, by: Any, at: datetime) -> Ballot:
    ballot.end_reason = filled(reason, "请写明理由。", "reason")[:300]
    ballot.state = BALLOT_FLOW.target(verb, ballot.state)
    ballot.bump("end_reason", "state")
    note(verb, ballot, ballot.end_reason, by=by, at=at)
    tell(ballot, by=by, at=at)
    return ballot


def _lines(lines: Sequence[str | Line]) -> list[Line]:
    rows = [Line(line) if isinstance(line, str) else line for line in lines]
    names = [row.name.strip()[:200] for row in rows]
    if not rows or not all(names):
        raise Refused("请填写表决项，每行一项。", "input", field="lines")
    if len(set(names)) < len(names):
        raise Refused("表决项不能同名，请在名称中加以区分。", "input", field="lines")
    return [Line(name, row.note.strip()[:300], row.target) for name, row in zip(names, rows, strict=True)]


def _row(ballot: Ballot, order: int, line: Line) -> BallotLine:
    place = {}
    if line.target is not None:
        kind = ContentType.objects.get_for_model(line.target)
        place = {"target_type": kind, "target_id": str(line.target.pk)}
    return BallotLine(ballot=ballot, order=order, name=line.name, note=line.note, **place)


def _check_plan(mode: str, rule: BallotRule, people: list[Any], members: int | None, limit: Any) -> None:
    if mode not in BallotMode:
        raise Refused("请选择表决方式。", "input", field="mode")
    if rule.groups.exists():
        raise Refused(WEIGHTED, "input", field="rule_code")
    if mode in ELECTRONIC and not people:
        raise Refused(ROLL_NEEDED, "input", field="electors")
    if members is not None and members < len(people):
        raise Refused(f"应到{members}人，少于名册上的{len(people)}人，请核对。", "input", field="all_members")
    if not people and not members:
        raise Refused("请填写应到人数。", "input", field="all_members")
    if limit and (limit.grade not in rule.grade_names or limit.most < 1):
        raise Refused("限选的选项应当是办法中的选项，至多选几项应当大于零。", "input", field="cap")


def _seat(ballot: Ballot, present: set[int], on_paper: set[int]) -> tuple[list[Elector], set[int]]:
    """Writes down who came; answers those present, and who of them gets a paper."""
    rows = list(ballot.electors.select_related("user"))
    papers = on_paper & present
    if on_paper - present:
        raise Refused("没有到会的，不能发给纸质票。", "input", field="on_paper")
    if papers and ballot.mode == BallotMode.NAMED:
        raise Refused("记名电子表决不发纸质票。", "input", field="on_paper")
    for row in rows:
        row.is_present, row.on_paper = row.pk in present, row.pk in papers
    Elector.objects.bulk_update(rows, ["is_present", "on_paper"])
    return [row for row in rows if row.is_present], papers


def _papers(ballot: Ballot, papers: set[int], number: int | None) -> int:
    if ballot.mode != BallotMode.PAPER:
        return len(papers)
    return number if number is not None else ballot.present or 0


def _check_people(ballot: Ballot) -> None:
    if not ballot.present:
        raise Refused("请登记到会人员。", "input", field="present")
    members, present, issued = ballot.all_members, ballot.present, ballot.papers_issued
    if present > members:
        words = f"到会{present}人，多于应到{members}人，请核对。"
        raise Refused(words, "input", field="present_number")
    if issued > present:
        raise Refused(f"发出{issued}张，多于到会的{present}人，请核对。", "input", field="papers_issued")
    terms = ballot.rule.terms()
    quorate = terms.quorum is None or terms.quorum_sign.holds(Fraction(present, members), terms.quorum)
    if not quorate or present < terms.least_present:
        words = f"应到{members}人，到会{present}人，没有达到办法要求的人数，不能表决。请等到会人数足够后再开始。"
        raise Refused(words, "input", field="present")


def _open_electronic(ballot: Ballot, voters: list[Any], by: Any, at: datetime) -> Any:
    lines = list(ballot.lines.values_list("name", flat=True))
    limit = electronic.Limit(ballot.capped, ballot.cap) if ballot.cap else None
    return electronic.open_ballot(
        ballot.topic,
        lines=lines,
        grades=ballot.rule.grade_names,
        voters=voters,
        is_secret=ballot.mode == BallotMode.SECRET,
        limit=limit,
        by=by,
        at=at,
    )
