"""Units, categories and delegations by name; what is unknown is made when the rows are written."""

import re
from collections.abc import Iterable
from typing import Any

from deputies.models import Delegation, Term
from foundation.accounts.models import Organisation
from foundation.accounts.roles import HANDLING_KINDS, OrganisationKind
from suggestions.models import Category

# How the name of a body tells what it is; the office corrects it in the admin where a name misleads.
_KINDS = (
    (OrganisationKind.COURT, r"法院$"),
    (OrganisationKind.PROCURATORATE, r"检察院$"),
    (OrganisationKind.SUPERVISION_COMMISSION, r"监察委|监委$"),
    (OrganisationKind.GOVERNMENT_OFFICE, r"政府办公室$|政府办$"),
    (
        OrganisationKind.PARTY_BODY,
        r"^.{0,6}[区县市]委(?!员)|纪委|团委|政法委|组织部|宣传部|统战部|编办|总工会|妇联|残联|工商联|科协|文联",
    ),
)


class Bodies:
    """Known bodies by every name they go by; `created` collects what had to be made."""

    def __init__(self, term: Term, place: str) -> None:
        self.term, self.place = term, place
        self.created: dict[str, list[str]] = {}
        self._units: dict[str, Organisation] = {}
        for unit in Organisation.objects.order_by("is_active", "-pk"):
            self._units |= dict.fromkeys(filter(None, (_bare(unit.name, place), _bare(unit.short_name, place))), unit)
        self._categories = {row.name: row for row in Category.objects.order_by("valid_from", "pk")}
        self._delegations = {row.name: row for row in Delegation.objects.filter(term=term)}

    def unit(self, name: str) -> Organisation | None:
        """The unit of this full or short name, with or without the district's name before it."""
        return self._units.get(_bare(name, self.place))

    def category(self, name: str) -> Category | None:
        return self._categories.get(name)

    def delegation(self, name: str) -> Delegation | None:
        return self._delegations.get(name)

    def ensure(self, *, units: Iterable[str], categories: Iterable[str], delegations: Iterable[str]) -> None:
        """Makes what is unknown, in the order of the file."""
        for name in _unknown(units, self.unit):
            made = Organisation.objects.create(name=name, kind=kind_of(name))
            self._units[_bare(name, self.place)] = made
            self._note("unit", name)
        for name in _unknown(categories, self.category):
            self._categories[name] = Category.objects.create(code=f"imported-{len(self._categories) + 1}", name=name)
            self._note("category", name)
        for name in _unknown(delegations, self.delegation):
            self._delegations[name] = Delegation.objects.create(term=self.term, name=name)
            self._note("delegation", name)

    def _note(self, kind: str, name: str) -> None:
        self.created.setdefault(kind, []).append(name)


def kind_of(name: str) -> str:
    """The kind of a body that its name tells; a handling unit of the government otherwise."""
    for kind, pattern in _KINDS:
        if re.search(pattern, name):
            return kind
    return OrganisationKind.HANDLING_UNIT


def handles(unit: Organisation) -> bool:
    """Whether suggestions may be given to it."""
    return unit.kind in HANDLING_KINDS


def _bare(name: str, place: str) -> str:
    """ "示范区教育局" and "区教育局" are the same."""
    return place[-1:] + name.removeprefix(place) if place and name.startswith(place) else name


def _unknown(names: Iterable[str], find: Any) -> list[str]:
    return [name for name in dict.fromkeys(names) if name and find(name) is None]
