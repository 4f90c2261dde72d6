"""Livelihood projects of the year: carried out, finished, accepted, balloted, struck off (民生实事)."""

from collections.abc import Sequence
from datetime import date

from congress_portal.reports.supervision.kinds import PROJECT
from congress_portal.reports.supervision.shape import grouped, ledger, nothing
from foundation.documents.figures import Cell, Sheet
from foundation.web.chinese import date_text
from suggestions.yearbook import Period, word
from supervision.models import Project, ProjectVoteLine
from supervision.states.project import PUBLIC_STATES, ProjectState
from supervision.states.project_vote import VotePurpose, VoteState

S = ProjectState
DISTRICT = "本级"
LABELS = ("项目", "票决单位", "责任单位", "完成时间", "进度", "状态", "满意度测评")


def tables(period: Period, on: date) -> list[Sheet]:
    """Announced projects of the year, by the congress that chose them, and each with its ballot."""
    rows = Project.objects.filter(project_year__year=period.year, state__in=PUBLIC_STATES).with_names()
    found = list(rows.order_by("project_year__house", "number", "pk"))
    if not found:
        return [nothing("projects", "民生实事项目", "本年度没有公告实施的民生实事项目。")]
    balloted = _balloted(found)
    return [_figures(found, balloted, on), _ledger(found, balloted)]


def _balloted(found: Sequence[Project]) -> dict[int, ProjectVoteLine]:
    """Project → its last settled line of the ballot at the end."""
    rows = ProjectVoteLine.objects.filter(vote__purpose=VotePurpose.END, vote__state=VoteState.SETTLED)
    rows = rows.filter(project__in=found).select_related("count__rule", "ballot_line__ballot__rule")
    return {row.project_id: row for row in rows.order_by("vote__round", "pk")}


def _figures(found: Sequence[Project], balloted: dict[int, ProjectVoteLine], on: date) -> Sheet:
    figures = (
        ("count", "公告实施", lambda row: True),
        ("closed", "已销号", lambda row: row.state == S.CLOSED),
        ("finished", "已完工", lambda row: row.state in (S.REPORTED, S.ACCEPTED, S.CLOSED)),
        ("balloted", "已测评", lambda row: row.pk in balloted),
        ("under_way", "实施中", lambda row: row.state == S.UNDER_WAY),
        ("overdue", "逾期", lambda row: row.state == S.UNDER_WAY and row.due_on < on),
        ("cancelled", "经批准取消", lambda row: row.state == S.CANCELLED),
    )
    houses = {row.project_year.house_id: _house(row) for row in found}
    ordered = sorted(houses.items(), key=lambda one: one[0] or 0)
    groups = [
        (str(key or 0), name, [row for row in found if row.project_year.house_id == key]) for key, name in ordered
    ]
    note = "按项目的实施年度统计；测评未通过、退回整改的列入实施中。"
    return grouped("projects", "民生实事项目实施情况", "票决单位", figures, groups, found, PROJECT, note)


def _house(row: Project) -> str:
    house = row.project_year.house
    return house.label if house else DISTRICT


def _ledger(found: Sequence[Project], balloted: dict[int, ProjectVoteLine]) -> Sheet:
    rows = [(row.pk, _line(row, balloted.get(row.pk))) for row in found]
    return ledger("project_ledger", "民生实事项目台账", LABELS, rows)


def _line(row: Project, vote: ProjectVoteLine | None) -> list[Cell]:
    votes = "、".join(f"{grade}{number}票" for grade, number in vote.figures) if vote else ""
    return [
        word(row.title, row.pk, PROJECT),
        word(_house(row)),
        word(row.unit.label),
        word(date_text(row.due_on)),
        word(f"{row.percent}%"),
        word(row.get_state_display()),
        word(f"{vote.get_outcome_display()}（{votes}）" if vote else "—"),
    ]
