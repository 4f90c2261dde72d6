"""A ballot from its planning to its result; the papers are in `foundation.ballots.electronic`, `ballot_readings`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model

from foundation.ballots import electronic
from foundation.ballots.models import BallotRule
from foundation.workflow import Refused, lock
from supervision.models import Ballot, BallotBody, BallotLine, Elector
from supervision.notices import ballots as notices
from supervision.rules import ballots as rules
from supervision.states.ballots import BALLOT_FLOW, ELECTRONIC, BallotMode
from supervision.transitions import ballot_results as results
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions.ballot_people import Rolls, bodies_voting
from supervision.transitions.ballot_seating import Came, seat

NO_RULE = "后台“测评办法”中没有表决当天有效的这种办法，请由委员会秘书先行登记。"
NO_ROLL = "“{}”没有名册，不能记名电子表决；请选择无记名方式，这个主体使用纸质票。"
IN_TWO = "“{}”同时列在两个测评主体中，每人只能在一个主体中表决。"
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
    bodies: Rolls | None = None,
    kept: BallotRule | None = None,
    by: Any,
    at: datetime,
) -> Ballot:
    """A ballot about `subject`: what is voted on, by which rule and in which way. It opens with `open_ballot`.

    `electors` are the accounts of everybody with a vote (needed for electronic ways), `all_members` their number where
    some have no account. Where the rule weighs several bodies its rows say who votes in which, unless `bodies` does,
    {name: (accounts, number or None)}; one without a roll votes on paper. `kept` is the rule where the matter has fixed
    it before. Refused without a rule in force on the day, without lines, or with the same line twice.
    """
    rules.may_plan_ballot(by, getattr(committee, "pk", None), on=day_of(at)).require()
    day = held_on or (meeting.opens_on if meeting else None) or day_of(at)
    rule, rows = kept or rule_on(rule_code, day), _lines(lines)
    rolls = (bodies or bodies_voting(rule, meeting, day)) if rule.groups.exists() else {}
    people = list(dict.fromkeys(electors)) if not rolls else [user for roll, _ in rolls.values() for user in roll]
    number = all_members if all_members is not None and not rolls else _members(rolls, people)
    _check_plan(mode, rule, people, number, limit, rolls)
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
        all_members=number,
    )
    BallotLine.objects.bulk_create(_row(ballot, order, line) for order, line in enumerate(rows, 1))
    body_of = _bodies(ballot, rolls)
    Elector.objects.bulk_create(
        Elector(ballot=ballot, user=user, name=user.name[:40], body=body_of.get(user.pk)) for user in people
    )
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
    bodies: Mapping[str, Came] | None = None,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Ballot:
    """Who came and who gets a paper is fixed, the rule frozen, the voting begins; refused below the quorum.

    With a roll `present` and `on_paper` name its rows; without one the two numbers are given. Where the rule weighs
    several bodies, `bodies` says it of each by its name.
    """
    ballot = lock(Ballot, pk, version=version)
    rules.may_open_ballot(by, ballot, on=day_of(at)).require()
    seat(ballot, Came(present, on_paper, present_number, papers_issued), bodies or {}, by=by, at=at)
    ballot.rule_text, ballot.opened_at = ballot.rule.sentence, at
    ballot.state = BALLOT_FLOW.target("open_ballot", ballot.state)
    ballot.bump("all_members", "present", "papers_issued", "rule_text", "opened_at", "electronic", "state")
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
    verdict, box = rules.may_cast_vote(by, ballot), ballot.box_of(ballot.elector_of(by))
    if verdict.code != "state" or box is None:
        # After the close the vote may have been in before; the roll and the receipts know.
        verdict.require()
    return electronic.cast(box, choices=choices, token=token, by=by, at=at)


@transaction.atomic
def close_ballot(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Ballot:
    """Ends the voting for everybody at once."""
    ballot = lock(Ballot, pk, version=version)
    rules.may_close_ballot(by, ballot, on=day_of(at)).require()
    least = ballot.rule.least_circle if ballot.weighed else 0
    closed = [electronic.close_ballot(box, least=least, by=by, at=at) for box in ballot.boxes]
    words = f"结束表决，电子表决{sum(box.papers or 0 for box in closed)}人。" if closed else "结束表决。"
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
    if any(line.votes for line in lines):
        # Nothing is written of papers that were not counted, so few that they would tell who cast them.
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


def _members(rolls: Rolls, people: list[Any]) -> int:
    """Of all bodies whose number is known; a body without a roll says its own at the opening."""
    return sum(number or 0 for _, number in rolls.values()) if rolls else len(people)


def _bodies(ballot: Ballot, rolls: Rolls) -> dict[Any, BallotBody]:
    """A row for each body of the rule; answers whose body is which."""
    found: dict[Any, BallotBody] = {}
    for order, group in enumerate(ballot.rule.groups.all() if rolls else (), 1):
        people, number = rolls[group.name]
        facts = {"name": group.name, "weight": group.weight, "all_members": number or None}
        body = BallotBody.objects.create(ballot=ballot, order=order, **facts)
        found |= {user.pk: body for user in people}
    return found


def _check_plan(mode: str, rule: BallotRule, people: list[Any], members: int, limit: Any, rolls: Rolls) -> None:
    if mode not in BallotMode:
        raise Refused("请选择表决方式。", "input", field="mode")
    if mode in ELECTRONIC and not people:
        raise Refused(ROLL_NEEDED, "input", field="electors")
    if members < len(people):
        raise Refused(f"应到{members}人，少于名册上的{len(people)}人，请核对。", "input", field="all_members")
    if not people and not members and not rolls:
        raise Refused("请填写应到人数。", "input", field="all_members")
    _check_rolls(mode, rule, rolls)
    if limit and (limit.grade not in rule.grade_names or limit.most < 1):
        raise Refused("限选的选项应当是办法中的选项，至多选几项应当大于零。", "input", field="cap")


def _check_rolls(mode: str, rule: BallotRule, rolls: Rolls) -> None:
    """Every body of the rule is there, nobody stands in two of them, and a vote by name has only people with names."""
    if rolls and set(rolls) != {group.name for group in rule.groups.all()}:
        raise ValueError("a roll for each body of the rule")
    seen: set[Any] = set()
    for name, (people, _) in rolls.items():
        if mode == BallotMode.NAMED and not people:
            raise Refused(NO_ROLL.format(name), "input", field="mode")
        if twice := [user.name for user in people if user.pk in seen]:
            raise Refused(IN_TWO.format(twice[0]), "input", field="electors")
        seen |= {user.pk for user in people}
