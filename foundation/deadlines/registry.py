"""Kinds of clocks. A room registers its kinds once; nothing here knows a room."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Model

from foundation.deadlines.lights import Light

if TYPE_CHECKING:
    from foundation.deadlines.models import Deadline

Recipients = Callable[[Sequence["Deadline"], int], Mapping[int, set[int]]]
Message = Callable[["Deadline", Any, Light], tuple[str, str, str]]
StillDue = Callable[[Sequence["Deadline"]], set[int]]
Subjects = Callable[[Sequence["Deadline"]], Mapping[int, Any]]
MayView = Callable[[Any, Any], Any]
VisibleAmong = Callable[[Any, Sequence[Any]], set[int]]


@dataclass(frozen=True)
class ClockKind:
    """What a room says about one kind of clock; see `register_kind`."""

    key: str
    name: str
    subject_model: type[Model]
    recipients: Recipients
    message: Message
    still_due: StillDue | None = None
    subjects: Subjects | None = None
    may_view: MayView | None = None
    visible_among: VisibleAmong | None = None
    in_person: bool = False

    def fetch(self, deadlines: Sequence["Deadline"]) -> Mapping[int, Any]:
        """Deadline key → its object, in a constant number of queries; missing objects are left out."""
        if self.subjects:
            return self.subjects(deadlines)
        found = self.subject_model._base_manager.in_bulk({deadline.subject_id for deadline in deadlines})
        return {d.pk: found[d.subject_id] for d in deadlines if d.subject_id in found}

    def verdict(self, user: Any, subject: Any) -> bool:
        """Whether `user` may see the clock of `subject`: default closed."""
        return bool(self.may_view and subject is not None and self.may_view(user, subject))

    def visible(self, user: Any, subjects: Mapping[int, Any]) -> dict[int, Any]:
        """Of these (deadline key → object) the ones `user` may see; one query where the room answers for many."""
        if self.visible_among is None:
            return {key: subject for key, subject in subjects.items() if self.verdict(user, subject)}
        seen = self.visible_among(user, list(subjects.values()))
        return {key: subject for key, subject in subjects.items() if subject.pk in seen}


_kinds: dict[str, ClockKind] = {}
_invariants: dict[str, Callable[[], int]] = {}


def register_kind(
    key: str,
    *,
    name: str,
    subject_model: type[Model],
    recipients: Recipients,
    message: Message,
    still_due: StillDue | None = None,
    subjects: Subjects | None = None,
    may_view: MayView | None = None,
    visible_among: VisibleAmong | None = None,
    in_person: bool = False,
) -> ClockKind:
    """Registers a kind of clock.

    `recipients(deadlines, level)` answers deadline key → user keys of that level alone (1 duty holder, 2 head,
    3 clerk and leader in charge), in a constant number of queries. `message(deadline, subject, light)` answers title,
    body and address without a query. `still_due(deadlines)` answers the keys whose fact still holds. `subjects`
    answers deadline key → object with what `message` needs. `may_view(user, subject)` is the rule of the object's
    page; without it nobody but the office sees the derivation. `visible_among(user, subjects)` answers the same for
    many objects in one query: the keys of those the person may see. Of a kind `in_person` only the people named by
    `recipients` hear, nobody in their place; it stands in no list, no calendar feed and no admin.
    """
    _kinds[key] = ClockKind(
        key, name, subject_model, recipients, message, still_due, subjects, may_view, visible_among, in_person
    )
    return _kinds[key]


def kind_of(key: str) -> ClockKind:
    """The registered kind. Raises LookupError for a kind no room registered."""
    if key not in _kinds:
        raise LookupError(f"unknown kind of clock: {key!r}; register it with foundation.deadlines.registry")
    return _kinds[key]


def in_person_kinds() -> list[str]:
    """The kinds of clock that only those named by their room hear of."""
    return sorted(key for key, kind in _kinds.items() if kind.in_person)


def is_in_person(key: str) -> bool:
    return key in _kinds and _kinds[key].in_person


def known(key: str) -> bool:
    """Whether a room registered this kind."""
    return key in _kinds


def name_of(key: str) -> str:
    """The Chinese name of a kind; its key while no room registered it."""
    return _kinds[key].name if key in _kinds else key


def register_invariant(name: str, count: Callable[[], int]) -> None:
    """Registers a number that has to be 0, for example open cases without a clock (L6); shown on the health page."""
    _invariants[name] = count


def invariants() -> dict[str, Callable[[], int]]:
    """Chinese name → how many rows break it."""
    return dict(_invariants)
