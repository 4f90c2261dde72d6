"""The clocks of letters: on whom they run, what they say."""

from collections.abc import Mapping, Sequence
from typing import Any

from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from foundation.web.chinese import date_text
from foundation.workdays.clock import today
from liaison_stations.models import Letter
from liaison_stations.notices.letters import keepers_of
from liaison_stations.states.letter import LetterState

HEAD, OFFICE = 2, 3


def register_all() -> None:
    """Called once by the registration of letters."""
    register_kind(
        "letter_screening",
        name="群众来信审查",
        subject_model=Letter,
        recipients=_people,
        message=_words,
        still_due=_still_due,
        may_view=lambda user, letter: bool(_seen(user, [letter])),
        visible_among=_seen,
    )


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """The station's keepers, then its head too, then the liaison clerks (F65); where there is no station the clerks."""
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    letters = Letter.objects.select_related("to_station").in_bulk([clock.subject_id for clock in clocks])
    return {clock.pk: _of(letters.get(clock.subject_id), level, clerks) for clock in clocks}


def _of(letter: Letter | None, level: int, clerks: set[int]) -> set[int]:
    if letter is None or letter.to_station_id is None:
        return clerks
    keepers = keepers_of(letter, today())
    led = letter.to_station.head_id if level >= HEAD else None
    head = {led} if led else set()
    return keepers | head | (clerks if level >= OFFICE or not keepers else set())


def _words(clock: Deadline, letter: Any, light: Light) -> tuple[str, str, str]:
    body = f"{clock.limit.name}，期限{date_text(clock.due_on)}，{light.text}。"
    return f"{clock.limit.name}{light.text}：{letter}", body, letter.get_absolute_url()


def _still_due(clocks: Sequence[Deadline]) -> set[int]:
    states = (LetterState.POSTED, LetterState.ACCEPTED)
    rows = Letter.objects.filter(pk__in={clock.subject_id for clock in clocks}, state__in=states)
    waiting = set(rows.values_list("pk", flat=True))
    return {clock.pk for clock in clocks if clock.subject_id in waiting}


def _seen(user: Any, letters: Sequence[Any]) -> set[int]:
    rows = Letter.objects.visible_to(user).filter(pk__in={letter.pk for letter in letters})
    return set(rows.order_by().values_list("pk", flat=True))
