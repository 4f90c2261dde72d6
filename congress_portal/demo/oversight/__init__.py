"""The supervision year of the demonstration district. Every part keeps its own file beside this one."""

from congress_portal.demo.district import District
from congress_portal.demo.oversight import (
    advice,
    ballots,
    ledger,
    local,
    people,
    plan,
    projects,
    questions,
    undertakings,
)


def tell(district: District) -> None:
    """Tells the parts in their order, through transitions only."""
    ballots.seat_council(district)
    undertakings.tell(district)
    ledger.tell(district)
    local.tell(district)
    ballots.tell(district)
    advice.tell(district)
    projects.tell(district)
    people.tell(district)
    questions.tell(district)
    plan.tell(district)
