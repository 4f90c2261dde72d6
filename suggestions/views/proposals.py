"""What earlier assignments speak for, put into words a clerk can check."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from deputies.numerals import chinese_number
from foundation.workdays.arithmetic import add_months
from suggestions.forms.meetings import Directory
from suggestions.models import Assignment, Threshold
from suggestions.models.threshold import ROUTING_YEARS
from suggestions.routing import Proposal, experience_of


@dataclass(frozen=True)
class Wish:
    """A line as it is offered: the units by name, and on what that rests."""

    lead: str
    others: str
    ground: str


def propose(suggestions: list[Any], directory: Directory, on: date) -> dict[int, Wish]:
    """Suggestion → what is offered for it; two queries however many. Those without precedent are left out."""
    years = Threshold.objects.amount(ROUTING_YEARS, on, default=3)
    experience = experience_of(Assignment.objects.precedents(add_months(on, -12 * years)))
    found = {paper.pk: experience.propose(paper.title, paper.category_id) for paper in suggestions}
    return {key: _wish(proposal, directory, years) for key, proposal in found.items() if _usable(proposal, directory)}


def _usable(proposal: Proposal | None, directory: Directory) -> bool:
    return proposal is not None and proposal.lead in directory.by_key


def _wish(proposal: Any, directory: Directory, years: int) -> Wish:
    lead = directory.by_key[proposal.lead]
    others = [directory.by_key[key].label for key in proposal.beside if key in directory.by_key]
    return Wish(lead.label, "、".join(others), ground_of(proposal, lead.label, years))


def ground_of(proposal: Proposal, name: str, years: int) -> str:
    """ "依据：近三年同类20件中12件交由区交通局；标题相近的有第023号、第041号。" """
    said = []
    if proposal.same_category:
        said.append(f"同类{proposal.of_category}件中{proposal.same_category}件交由{name}")
    if proposal.near:
        said.append(f"标题相近的有{'、'.join(case.number for case in proposal.near[:3])}")
    return f"依据：近{chinese_number(years)}年{'；'.join(said)}。"
