"""A pot and projects for tests."""

from datetime import date
from decimal import Decimal
from typing import Any

from deputies.models import Meeting
from suggestions.models import FundProject, FundYear, Suggestion
from suggestions.transitions.carry_out import accept_project, complete_project, start_project
from suggestions.transitions.fund import set_pot
from suggestions.transitions.fund_projects import choose_project
from tests.suggestions.road import Road

DECISION = "关于安排建议办理专项资金的决定"
POT = Decimal("3000000.00")


def sitting(road: Road, day: date | None = None, kind: str = "standing_committee", number: int = 30) -> Meeting:
    """A meeting of the standing committee that was held."""
    facts = {"kind": kind, "number": number, "opens_on": day or road.day}
    return Meeting.objects.get_or_create(term=road.seats.term, **facts)[0]


def pot(road: Road, amount: Decimal = POT, **facts: Any) -> FundYear:
    """The fund of the year of the road."""
    given = {"year": road.day.year, "amount": amount, "meeting": sitting(road), "decision": DECISION}
    return set_pot(by=road.cast.he, at=road.at(), **{**given, **facts})


def project(
    road: Road, fund: FundYear, paper: Suggestion | None = None, amount: Decimal = Decimal("800000"), **facts: Any
) -> FundProject:
    """A project carried out by the township."""
    given = {"name": "人民路候车亭", "place": "青石镇人民路", "carrier": road.cast.township, "meeting": sitting(road)}
    given |= {"fund": fund, "amount": amount}
    return choose_project(paper or road.assigned(), by=road.cast.he, at=road.at(), **{**given, **facts})


def accepted(road: Road, row: FundProject) -> FundProject:
    """Carried out by the township's clerk and accepted by the congress."""
    wei, day = road.cast.wei, road.day
    start_project(row, by=wei, at=road.at(), started_on=day)
    complete_project(row, by=wei, at=road.at(), completed_on=day)
    words = {"participants": "代表五人", "passed": True, "result": "符合要求。"}
    accept_project(row, by=road.cast.he, at=road.at(), held_on=day, **words)
    return road.fresh(row)
