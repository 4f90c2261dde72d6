"""Papers are counted by two people, each for himself; unlike figures are both kept, and the papers counted again."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from foundation.ballots.counting import hand_of
from foundation.workflow import Refused, lock
from supervision.models import Ballot, PaperReading
from supervision.notices import ballots as notices
from supervision.rules import ballots as rules
from supervision.states.ballots import ReadingState
from supervision.transitions._beats import day_of, note


@transaction.atomic
def enter_reading(
    pk: Any,
    *,
    returned: int,
    figures: Sequence[Mapping[str, Any]],
    by: Any,
    at: datetime,
    version: int | None = None,
) -> PaperReading:
    """What one person counted: papers returned, and for each line {"votes": {grade: papers}, "invalid": papers}.

    Where bodies are weighed, `figures` holds for each of them {"returned": papers, "lines": [such rows]}.
    The second one of the round settles it: alike, and they stand; unlike, and the difference is reported to both.
    Refused for more papers than were given out, and for votes that do not add up to the papers returned.
    """
    ballot = lock(Ballot, pk, version=version)
    rules.may_enter_reading(by, ballot, on=day_of(at)).require()
    rows = _checked_bodies(ballot, figures) if ballot.weighed else _checked_lines(ballot, figures, returned)
    if ballot.weighed:
        returned = sum(row["returned"] for row in rows)
    first = ballot.readings.filter(state=ReadingState.ENTERED).first()
    last = ballot.readings.aggregate(last=Max("round"))["last"] or 0
    reading = PaperReading.objects.create(
        ballot=ballot,
        round=first.round if first else last + 1,
        counter=hand_of(by),
        entered_at=at,
        returned=returned,
        figures=rows,
    )
    note("enter_reading", ballot, f"{reading.counter}录入第{reading.round}轮清点结果。", by=by, at=at)
    if first is None:
        notices.reading_entered(ballot, by=by, at=at)
    else:
        _settle(ballot, first, reading, by, at)
    return reading


def differences(ballot: Ballot, first: PaperReading, second: PaperReading) -> list[tuple[str, str, int, int]]:
    """(line, figure, first, second) wherever two readings are unlike; the line "" is the number of papers returned."""
    one, other = _flat(ballot, first), _flat(ballot, second)
    return [(*key, figure, other[key]) for key, figure in one.items() if figure != other[key]]


def _flat(ballot: Ballot, reading: PaperReading) -> dict[tuple[str, str], int]:
    """{(line, name of the figure): figure}; with several bodies the body stands before the line."""
    if not ballot.weighed:
        return {("", "收回票数"): reading.returned, **_flat_lines(ballot, "", reading.figures)}
    found: dict[tuple[str, str], int] = {}
    for body, row in zip(ballot.weighed, reading.figures, strict=True):
        found[(body.name, "收回票数")] = row["returned"]
        found |= _flat_lines(ballot, f"{body.name}：", row["lines"])
    return found


def _flat_lines(ballot: Ballot, before: str, figures: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for line, row in zip(ballot.lines.all(), figures, strict=True):
        found |= {(f"{before}{line.name}", grade): row["votes"][grade] for grade in ballot.rule.grade_names}
        found[(f"{before}{line.name}", "无效票")] = row["invalid"]
    return found


def _settle(ballot: Ballot, first: PaperReading, second: PaperReading, by: Any, at: datetime) -> None:
    alike = first.content == second.content
    state = ReadingState.AGREED if alike else ReadingState.DIFFERING
    for row in (first, second):
        row.state = state
        row.save(update_fields=["state"])
    if alike:
        note("settle_readings", ballot, f"第{second.round}轮清点两人一致，收回{second.returned}张。", by=by, at=at)
        return
    unlike = len(differences(ballot, first, second))
    note("settle_readings", ballot, f"第{second.round}轮清点有{unlike}处不一致，须重新清点。", by=by, at=at)
    notices.readings_differ(ballot, [first.counter, second.counter], by=by, at=at)


def _checked_bodies(ballot: Ballot, figures: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    rows = []
    for number, body in enumerate(ballot.weighed):
        given = figures[number]
        try:
            lines = _checked_lines(ballot, given["lines"], given["returned"], body.papers_issued)
        except Refused as fault:
            raise Refused(f"{body.name}：{fault.reason}", fault.code, field=f"body_{number}_{fault.field}") from fault
        rows.append({"returned": given["returned"], "lines": lines})
    return rows


def _checked_lines(
    ballot: Ballot, figures: Sequence[Mapping[str, Any]], returned: int, issued: int | None = None
) -> list[dict[str, Any]]:
    given_out = ballot.papers_issued if issued is None else issued
    if returned > given_out:
        words = f"收回{returned}张，多于发出的{given_out}张，请重新清点；确实多于发出票的，请宣布表决无效。"
        raise Refused(words, "input", field="returned")
    return [_checked(ballot, place, line.name, figures, returned) for place, line in enumerate(ballot.lines.all())]


def _checked(ballot: Ballot, place: int, name: str, figures: Sequence[Mapping[str, Any]], returned: int) -> dict:
    """One line's figures, refused where they cannot be right."""
    if len(figures) <= place:
        raise Refused(f"“{name}”没有填写票数。", "input", field=f"line_{place}")
    grades = ballot.rule.grade_names
    votes = {grade: int(figures[place]["votes"].get(grade, 0)) for grade in grades}
    invalid = int(figures[place].get("invalid", 0))
    if min(*votes.values(), invalid, returned) < 0:
        raise Refused("票数不能是负数。", "input", field=f"line_{place}")
    total = sum(votes.values()) + invalid
    if total != returned:
        words = f"“{name}”各选项与无效票合计{total}张，收回{returned}张，两者应当相等，请核对。"
        raise Refused(words, "input", field=f"line_{place}")
    return {"votes": votes, "invalid": invalid}
