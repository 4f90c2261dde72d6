"""What a field of the register held before, who changed it and when: read from the row history."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.apps import apps
from django.db.models import Model

from deputies.models import Constituency, Delegation, Deputy, DeputyGroup, Mandate
from foundation.accounts.models import User

PERSON = (
    "name", "sex", "ethnic_group", "native_place", "birth_month", "education", "degree", "party", "employer_title",
    "occupation", "returned_overseas", "first_elected", "certificate_no", "profile", "remark",
)  # fmt: skip
SEAT = (
    "delegation", "constituency", "group", "by_election", "re_elected", "sc_member", "special_committee", "elected_on",
    "status", "reason", "status_since", "announcement_no", "announced_on",
)  # fmt: skip
PLACES: dict[str, type[Model]] = {"delegation": Delegation, "constituency": Constituency, "group": DeputyGroup}
LONGEST = 60


@dataclass(frozen=True)
class FieldChange:
    """One field of one row that changed."""

    at: datetime
    who: str
    what: str
    field: str
    before: str
    after: str


def field_changes(deputy: Deputy) -> list[FieldChange]:
    """Every change of a field that matters, of the person and of his seats, newest first; five queries."""
    people = list(_events("DeputyEvent", [deputy.pk]))
    seats = {seat.pk: seat for seat in deputy.mandates.all()}
    held = list(_events("MandateEvent", list(seats)))
    names = _Names([*people, *held])
    found = [*_compare(people, Deputy, PERSON, lambda row: "登记信息", names)]
    for pk, seat in seats.items():
        rows = [row for row in held if row.pgh_obj_id == pk]
        found += _compare(rows, Mandate, SEAT, lambda row, seat=seat: f"{seat.term}{seat.title}", names)
    # What was written in one transaction has one time: the later change stays above the earlier.
    found.reverse()
    return sorted(found, key=lambda change: change.at, reverse=True)


def _events(name: str, keys: Sequence[Any]) -> Iterable[Any]:
    rows = apps.get_model("deputies", name).objects.filter(pgh_obj_id__in=keys)
    return rows.select_related("pgh_context").order_by("pgh_obj_id", "pgh_id")


def _compare(rows: Sequence[Any], model: type[Model], fields: Sequence[str], what: Any, names: Any) -> Iterator:
    for before, after in pairwise(rows):
        for field in fields:
            column = model._meta.get_field(field)
            old, new = (getattr(row, column.attname) for row in (before, after))
            if old != new:
                texts = names.shown(column, old), names.shown(column, new)
                yield FieldChange(after.pgh_created_at, names.who(after), what(after), str(column.verbose_name), *texts)


class _Names:
    """The names behind the keys that stand in the history: one query for each kind."""

    def __init__(self, rows: Sequence[Any]) -> None:
        users = {user for row in rows if (user := self._user(row))}
        self.people = dict(User.objects.filter(pk__in=users).values_list("pk", "name"))
        self.places: dict[str, dict[Any, str]] = {}
        for field, model in PLACES.items():
            keys = {getattr(row, f"{field}_id", None) for row in rows} - {None}
            found = model._default_manager.filter(pk__in=keys) if keys else ()
            self.places[field] = {place.pk: str(place) for place in found}

    @staticmethod
    def _user(row: Any) -> Any:
        return row.pgh_context.metadata.get("user") if row.pgh_context else None

    def who(self, row: Any) -> str:
        return self.people.get(self._user(row), "系统")

    def shown(self, column: Any, value: Any) -> str:
        if column.name in self.places:
            return self.places[column.name].get(value, "（空）")
        if isinstance(value, bool):
            return "是" if value else "否"
        text = str(dict(column.flatchoices).get(value, value)) if value not in (None, "") else "（空）"
        return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
