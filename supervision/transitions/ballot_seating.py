"""Who came, who gets a paper, and the electronic ballots of the others: fixed at the opening, body by body."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from foundation.ballots import electronic
from foundation.workflow import Refused
from supervision.models import Ballot, BallotBody, Elector
from supervision.states.ballots import ELECTRONIC, BallotMode

FEW = (
    "{}只有{}人，少于办法规定的每个主体{}人：公布各主体票数时会使人看出他们怎样投的票。"
    "请改为都使用手机或者都使用纸质票；这个主体人数太少的，请取消这次表决，选择其他办法。"
)


@dataclass(frozen=True)
class Came:
    """Who came: rows of the roll and those of them who get a paper, or numbers where there is no roll."""

    present: Iterable[Elector] = ()
    on_paper: Iterable[Elector] = ()
    present_number: int | None = None
    papers_issued: int | None = None
    all_members: int | None = None


def seat(ballot: Ballot, came: Came, bodies: Mapping[str, Came], *, by: Any, at: datetime) -> None:
    """Writes down who came and opens the boxes; of several bodies each one's, the ballot then holds their sums.

    A refusal about a body has its name before the reason and its place before the field.
    """
    if not ballot.weighed:
        _take_in(ballot, ballot, came, by, at)
        return
    for place, body in enumerate(ballot.weighed):
        try:
            _take_in(ballot, body, bodies.get(body.name, Came()), by, at)
        except Refused as fault:
            raise Refused(f"{body.name}：{fault.reason}", fault.code, field=f"body_{place}_{fault.field}") from fault
        body.save()
    for name in ("all_members", "present", "papers_issued"):
        setattr(ballot, name, sum(getattr(body, name) for body in ballot.weighed))


def _take_in(ballot: Ballot, place: Ballot | BallotBody, came: Came, by: Any, at: datetime) -> None:
    """Into the ballot itself or one of its bodies."""
    rows = list(place.electors.select_related("user"))
    mode = ballot.mode if rows else BallotMode.PAPER
    here, papers = _seat(rows, {row.pk for row in came.present}, {row.pk for row in came.on_paper}, mode)
    place.present = len(here) if rows else came.present_number
    if came.all_members is not None and not rows:
        place.all_members = came.all_members
    given_out = came.papers_issued if came.papers_issued is not None else place.present or 0
    place.papers_issued = given_out if mode == BallotMode.PAPER else len(papers)
    voters = [row.user for row in here if row.pk not in papers] if mode in ELECTRONIC else []
    _check_people(ballot, place)
    if isinstance(place, BallotBody):
        _check_circle(ballot, place, len(voters))
    if voters:
        place.electronic = _open_electronic(ballot, place, voters, by, at)


def _seat(rows: list[Elector], present: set[int], on_paper: set[int], mode: str) -> tuple[list[Elector], set[int]]:
    """Marks the rows; answers those present, and who of them gets a paper."""
    papers = on_paper & present
    if on_paper - present:
        raise Refused("没有到会的，不能发给纸质票。", "input", field="on_paper")
    if papers and mode == BallotMode.NAMED:
        raise Refused("记名电子表决不发纸质票。", "input", field="on_paper")
    for row in rows:
        row.is_present, row.on_paper = row.pk in present, row.pk in papers
    Elector.objects.filter(pk__in=present).update(is_present=True)
    Elector.objects.filter(pk__in=papers).update(on_paper=True)
    return [row for row in rows if row.is_present], papers


def _check_people(ballot: Ballot, place: Ballot | BallotBody) -> None:
    members, present, issued = place.all_members, place.present, place.papers_issued
    if not members:
        raise Refused("请填写应到人数。", "input", field="all_members")
    if not present:
        raise Refused("请登记到会人员。", "input", field="present")
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


def _check_circle(ballot: Ballot, body: BallotBody, voters: int) -> None:
    """Figures of a body are published by themselves: so few people on one way would have voted in the open."""
    least = ballot.rule.least_circle
    if ballot.mode == BallotMode.NAMED:
        return
    if 0 < voters < least:
        raise Refused(FEW.format("使用手机、电脑表决的", voters, least), "input", field="present")
    if 0 < body.papers_issued < least:
        raise Refused(FEW.format("使用纸质票的", body.papers_issued, least), "input", field="on_paper")


def _open_electronic(ballot: Ballot, place: Any, voters: list[Any], by: Any, at: datetime) -> Any:
    lines = list(ballot.lines.values_list("name", flat=True))
    limit = electronic.Limit(ballot.capped, ballot.cap) if ballot.cap else None
    topic = ballot.topic if place is ballot else f"{ballot.topic}（{place}）"
    return electronic.open_ballot(
        topic,
        lines=lines,
        grades=ballot.rule.grade_names,
        voters=voters,
        is_secret=ballot.mode == BallotMode.SECRET,
        limit=limit,
        by=by,
        at=at,
    )
