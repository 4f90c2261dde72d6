"""The supervision year of the demonstration district. Every part keeps its own file beside this one."""

from congress_portal.demo.district import District
from congress_portal.demo.oversight import (
    advice,
    ballots,
    clues,
    handed,
    inquiries,
    ledger,
    local,
    people,
    plan,
    projects,
    questions,
    seats,
    surveys,
    undertakings,
    weighing,
)


def tell(district: District) -> None:
    """Tells the parts in their order, through transitions only."""
    ballots.seat_council(district)
    undertakings.tell(district)
    surveys.tell(district)
    ledger.tell(district)
    local.tell(district)
    handed.tell(district)
    seats.tell(district)
    ballots.tell(district)
    weighing.tell(district)
    advice.tell(district)
    projects.tell(district)
    people.tell(district)
    questions.tell(district)
    inquiries.tell(district)
    plan.tell(district)
    clues.tell(district)
