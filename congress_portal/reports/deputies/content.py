"""From the facts about a deputy to the content of his report: plain values that page, files and hash are made of."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from congress_portal.reports.deputies.reading import Facts, Part, Year
from deputies.models import DutyEntry, Mandate, PointScheme
from deputies.models.point_scheme import plain
from deputies.states import CAME, AttendanceStatus, DutyBlock, Level
from deputies.yearbook.points import Span, explained, progress, score_lines

# The first block is the deputy himself, the others hold lines of the file.
BLOCKS = tuple(block for block in DutyBlock if block != DutyBlock.BASIC)
# The seat a report is headed with where somebody holds several.
HOME_FIRST = (Level.DISTRICT, Level.TOWNSHIP, Level.CITY, Level.PROVINCE, Level.NATIONAL)
SESSION = {"session_half_day": "came", "session_leave": "leave", "session_absent": "absent"}
SESSION_NAME = "代表大会会议（半天）"
A = AttendanceStatus
ROLES = {"suggestion_lead": "领衔", "suggestion_cosign": "联名"}
UNKNOWN = "—"


class ReportFault(Exception):
    """The deputy's data do not allow a report; the message says in Chinese what to put right."""


def content_of(facts: Facts, year: Year) -> dict[str, Any]:
    """Everything the report shows. ReportFault where the ledger contradicts the register."""
    period = year.period
    mine = [line for line in facts.lines if period.first <= line.on <= period.last]
    _check(facts, mine)
    scored = list(_scored(facts, year))
    points = {pk: value for _, _, _, values in reversed(scored) for pk, value in values.items()}
    return {
        "name": facts.deputy.name,
        "basics": _basics(facts),
        "attendance": attendance(mine, facts.parts),
        "blocks": [_block(block, mine, points, year) for block in BLOCKS],
        **_suggestions(mine, facts, year),
        "schemes": [_scheme(scheme, span, found, year.on) for scheme, span, found, _ in scored],
        "targets": _targets(facts, year),
    }


def main_seat(facts: Facts) -> Mandate:
    """The seat the report is headed with: in the district's own congress, else the nearest to the ground."""
    return min(facts.seats, key=lambda seat: (HOME_FIRST.index(Level(seat.level)), seat.pk))


def attendance(lines: Sequence[DutyEntry], parts: Sequence[Part]) -> list[dict[str, Any]]:
    """A row for sessions, counted in half days from the ledger, and one for each other kind of activity, in times."""
    rows = [row] if (row := _sessions(lines, parts)) else []
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for part in parts:
        if not part.is_session:
            by_kind[part.kind][part.attendance] += 1
    return rows + [_times(kind, counted) for kind, counted in by_kind.items()]


def _sessions(lines: Sequence[DutyEntry], parts: Sequence[Part]) -> dict[str, Any] | None:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for line in lines:
        if line.kind.code in SESSION:
            sums[SESSION[line.kind.code]] += line.quantity
    if not sums:
        return None
    words = Counter(part.attendance for part in parts if part.is_session)
    asked, late = sum(sums.values(), Decimal(0)), {"late": words[A.LATE], "early": words[A.LEFT_EARLY]}
    shown = {key: plain(sums[key]) for key in ("came", "leave", "absent")}
    return {"kind": SESSION_NAME, "asked": plain(asked), **shown, **late}


def _times(kind: str, counted: Counter[str]) -> dict[str, Any]:
    came = sum(counted[word] for word in CAME)
    facts = {"kind": kind, "asked": sum(counted.values()), "came": came, "leave": counted[A.LEAVE]}
    return {**facts, "absent": counted[A.ABSENT], "late": counted[A.LATE], "early": counted[A.LEFT_EARLY]}


def _check(facts: Facts, lines: Sequence[DutyEntry]) -> None:
    """A line from before the election belongs to somebody else, or one of the two days is wrong."""
    for line in lines:
        seats = [seat for seat in facts.seats if seat.level == line.level]
        days = [seat.elected_on for seat in seats if seat.elected_on and line.on < seat.elected_on]
        if days and len(days) == len(seats):
            place = f"履职记录“{line.title[:60]}”的日期{line.on}早于当选日期{min(days)}"
            raise ReportFault(f"{place}，请更正履职记录或者当选日期后重新生成。")


def _basics(facts: Facts) -> list[list[str]]:
    deputy = facts.deputy
    seats = "、".join(dict.fromkeys(seat.title for seat in facts.seats))
    rows = [
        ("姓名", deputy.name),
        ("性别", deputy.get_sex_display()),
        ("民族", deputy.ethnic_group),
        ("出生年月", deputy.birth_text),
        ("文化程度", deputy.education),
        ("政治面貌", deputy.party),
        ("代表类别", deputy.occupation),
        ("代表证号", deputy.certificate_no),
        ("工作单位及职务", deputy.employer_title),
        ("代表职务", seats),
        ("代表团", _names(facts, "delegation")),
        ("代表小组", _names(facts, "group")),
        ("选区", _names(facts, "constituency")),
    ]
    return [[label, value or UNKNOWN] for label, value in rows]


def _names(facts: Facts, place: str) -> str:
    return "、".join(dict.fromkeys(str(found) for seat in facts.seats if (found := getattr(seat, place))))


def _scored(facts: Facts, year: Year) -> Any:
    """(scheme, span, score, points of each line) for every scheme of every level the deputy sits at."""
    levels = sorted({seat.level for seat in facts.seats}, key=lambda level: HOME_FIRST.index(Level(level)))
    for level in levels:
        for scheme, span in year.schemes.get(level, []):
            found = score_lines(scheme, facts.lines, span, on=year.on)
            yield scheme, span, found, {line.key: line.points for line in found.lines}


def _block(block: str, lines: Sequence[DutyEntry], points: dict[int, Decimal], year: Year) -> dict[str, Any]:
    mine = [line for line in lines if line.kind.block == block]
    given = [points[line.pk] for line in mine if line.pk in points]
    return {
        "key": str(block),
        "name": DutyBlock(block).label,
        "lines": [_line(line, points.get(line.pk), year) for line in mine],
        "points": plain(sum(given, Decimal(0))) if given else UNKNOWN,
    }


def _line(line: DutyEntry, points: Decimal | None, year: Year) -> dict[str, Any]:
    facts = {"pk": line.pk, "on": f"{line.on}", "kind": line.kind.name, "title": line.title, "level": line.level}
    facts |= {"amount": line.amount_text, "points": UNKNOWN if points is None else plain(points)}
    return {**facts, "source": _source(line, year)}


def _source(line: DutyEntry, year: Year) -> str:
    """Where a line comes from, as one says it: the room that pushed it, or who confirmed what was reported."""
    if line.source_type_id is not None:
        return year.source_names.get(line.source_type_id, "其他")
    by = line.confirmed_by.name if line.confirmed_by_id else ""
    if line.reported_by_id is None:
        return "机关登记"
    return f"本人填报，{by}核实" if by else "本人填报"


def _suggestions(lines: Sequence[DutyEntry], facts: Facts, year: Year) -> dict[str, Any]:
    """Each paper once, led or signed with others, with its result; and the keys of the papers in the same order."""
    found: dict[str, list[str]] = {}
    for line in lines:
        paper = facts.papers.get(line.source_id) if line.source_type_id == year.suggestion_type else None
        role = ROLES.get(line.kind.code)
        if paper and role and line.source_id not in found:
            result = f"{paper.result}类" if paper.result else UNKNOWN
            found[line.source_id] = [
                paper.number or UNKNOWN, paper.title, role, paper.state, result, paper.grade or UNKNOWN
            ]  # fmt: skip
    return {"suggestions": list(found.values()), "papers": [int(key) for key in found]}


def _scheme(scheme: PointScheme, span: Span, found: Any, on: date) -> dict[str, Any]:
    rules = [
        [row.rule.kind.name, f"{plain(row.found.quantity)}{row.rule.kind.get_unit_display()}", row.rule.sentence,
         plain(row.points)]
        for row in explained(scheme, found)
    ]  # fmt: skip
    facts: dict[str, Any] = {"name": scheme.name, "level": scheme.get_level_display(), "total": plain(found.total)}
    facts |= {"grade": found.grade, "base": plain(scheme.base), "rules": rules}
    facts |= {"vetoes": [rule.kind.name for rule in scheme.rules.all() if rule.kind.code in found.vetoes]}
    return {**facts, "first": f"{span.first}", "last": f"{span.last}", "final": span.is_over(on)}


def _targets(facts: Facts, year: Year) -> list[list[str]]:
    levels = {seat.level for seat in facts.seats}
    targets = [row for row in year.targets if row.level in levels]
    days = (year.period.first, year.period.last)
    return [
        [
            f"{row.target.name}（{row.target.get_level_display()}）" if len(levels) > 1 else row.target.name,
            f"{row.target.get_span_display()}不少于{plain(row.target.amount)}{row.target.unit}",
            f"{plain(row.done)}{row.target.unit}",
            "已达到" if row.is_reached else "未达到",
        ]
        for row in progress(targets, facts.lines, days)
    ]


def figures_of(content: dict[str, Any]) -> dict[str, Any]:
    """What summaries add up and list, as numbers: lines of each block, attendance, points and grade."""
    sessions = next((row for row in content["attendance"] if row["kind"] == SESSION_NAME), None)
    others = [row for row in content["attendance"] if row["kind"] != SESSION_NAME]
    scheme = content["schemes"][0] if content["schemes"] else {"total": None, "grade": "", "name": ""}
    return {
        **{block["key"]: len(block["lines"]) for block in content["blocks"]},
        "session_asked": float(sessions["asked"]) if sessions else 0,
        "session_came": float(sessions["came"]) if sessions else 0,
        "asked": sum(row["asked"] for row in others),
        "came": sum(row["came"] for row in others),
        "papers": sum(row[2] == "领衔" for row in content["suggestions"]),
        "points": scheme["total"],
        "grade": scheme["grade"],
        "scheme": scheme["name"],
    }
