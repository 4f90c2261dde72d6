"""The clocks of the office's side: letters in somebody's hand, box slips, minutes and decisions of consultations."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from foundation.accounts.people import people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from foundation.web.chinese import date_text
from foundation.workdays.clock import today
from liaison_stations.models import BoxOpening, Consultation, ConsultationItem, Letter
from liaison_stations.notices.letters import keepers_of
from liaison_stations.querysets.letters import UNIT_SIDE
from liaison_stations.states.box import BoxState
from liaison_stations.states.consultation import ConsultationState
from liaison_stations.states.letter import LetterState

DUTY, HEAD, OFFICE = 1, 2, 3
# clock, its name, the states of the letter in which it is owed
LETTER_KINDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("letter_routing", "来信交办", (LetterState.ACCEPTED,)),
    ("letter_deputy", "代表答复来信", (LetterState.WITH_DEPUTY,)),
    ("letter_unit", "单位办理来信", (LetterState.WITH_UNIT,)),
    ("letter_complex", "单位办理复杂来信", (LetterState.WITH_UNIT,)),
    ("letter_redo", "单位补充来信答复", (LetterState.WITH_UNIT,)),
    ("letter_check", "来信答复审核", (LetterState.REPLIED,)),
    # Lengths that other steps ask for; nothing of theirs runs by itself.
    ("letter_extension", "来信办理延期", (LetterState.WITH_UNIT,)),
    ("letter_silent", "来信人未评价即办结", (LetterState.ANSWERED,)),
)
OTHER_KINDS: tuple[tuple[str, str, type, dict[str, Any]], ...] = (
    ("box_entry", "意见箱来件录入", BoxOpening, {"state": BoxState.CONFIRMED}),
    ("consultation_minutes", "集中研判纪要", Consultation, {"state": ConsultationState.HELD}),
    ("consultation_item", "研判事项落实", ConsultationItem, {"settled_at": None}),
)


def register_all() -> None:
    """Called once by the registration of the office's side."""
    for key, name, states in LETTER_KINDS:
        _register(key, name, Letter, _hands, {"state__in": states})
    for key, name, model, waiting in OTHER_KINDS:
        _register(key, name, model, _others, waiting)


def _register(key: str, name: str, model: Any, people: Any, waiting: dict[str, Any]) -> None:
    register_kind(
        key,
        name=name,
        subject_model=model,
        recipients=people,
        message=_words,
        still_due=_still(model, waiting),
        may_view=lambda user, paper: bool(_seen(user, [paper])),
        visible_among=_seen,
    )


def _hands(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """Who has the letter; then the head and the keepers of the station it was written to; then the clerks (F65)."""
    clerks = _clerks()
    if level == OFFICE:
        return {clock.pk: clerks for clock in clocks}
    letters = Letter.objects.select_related("to_station").in_bulk([clock.subject_id for clock in clocks])
    if level == HEAD:
        return {clock.pk: _station(letters.get(clock.subject_id)) or clerks for clock in clocks}
    units = people_by_organisation(UNIT_SIDE, {c.organisation_id for c in clocks if c.organisation_id}, today())
    return {clock.pk: _owner(clock, letters.get(clock.subject_id), units, clerks) for clock in clocks}


def _owner(clock: Deadline, letter: Letter | None, units: Mapping[int, set[int]], clerks: set[int]) -> set[int]:
    if clock.organisation_id:
        return units[clock.organisation_id]
    if clock.user_id:
        return {clock.user_id}
    return _station(letter) or clerks


def _station(letter: Letter | None) -> set[int]:
    """The head of its station and whoever keeps it."""
    if letter is None or letter.to_station_id is None:
        return set()
    head = letter.to_station.head_id
    return keepers_of(letter, today()) | ({head} if head else set())


def _others(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """The person or body named on the clock; the clerks for all else and once it is serious."""
    clerks = _clerks()
    if level == OFFICE:
        return {clock.pk: clerks for clock in clocks}
    units = people_by_organisation(UNIT_SIDE, {c.organisation_id for c in clocks if c.organisation_id}, today())
    return {clock.pk: _owner(clock, None, units, clerks) for clock in clocks}


def _clerks() -> set[int]:
    return set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))


def _words(clock: Deadline, paper: Any, light: Light) -> tuple[str, str, str]:
    body = f"{clock.limit.name}，期限{date_text(clock.due_on)}，{light.text}。"
    about = f"{paper.consultation}第{paper.number}项" if isinstance(paper, ConsultationItem) else str(paper)
    return f"{clock.limit.name}{light.text}：{about}", body, paper.get_absolute_url()


def _still(model: Any, waiting: dict[str, Any]) -> Callable[[Sequence[Deadline]], set[int]]:
    def still_due(clocks: Sequence[Deadline]) -> set[int]:
        rows = model.objects.filter(pk__in={clock.subject_id for clock in clocks}, **waiting)
        found = set(rows.values_list("pk", flat=True))
        return {clock.pk for clock in clocks if clock.subject_id in found}

    return still_due


def _seen(user: Any, papers: Sequence[Any]) -> set[int]:
    if not papers:
        return set()
    rows = type(papers[0]).objects.visible_to(user).filter(pk__in={paper.pk for paper in papers})
    return set(rows.order_by().values_list("pk", flat=True))
