"""The clock of telling a visitor what became of his matter: on whom it runs, what it says."""

from collections.abc import Mapping, Sequence
from typing import Any

from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from foundation.web.chinese import date_text
from foundation.workdays.clock import now, today
from liaison_stations.models import ReceptionRecord
from liaison_stations.notices.rota import people_of

KIND = "visitor_told"
OFFICE = 3


def register_all() -> None:
    """Called once by the registration of receptions."""
    register_kind(
        KIND,
        name="告知来访群众结果",
        subject_model=ReceptionRecord,
        recipients=_people,
        message=_words,
        still_due=_still_due,
        may_view=lambda user, record: bool(_seen(user, [record])),
        visible_among=_seen,
    )


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """Who keeps or leads the station and who received; then the liaison clerks too."""
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True)) if level >= OFFICE else set()
    rows = ReceptionRecord.objects.select_related("station__area__parent").prefetch_related("deputies")
    records = rows.in_bulk([clock.subject_id for clock in clocks])
    stations = {record.station_id: record.station for record in records.values()}
    keepers = {pk: people_of(station, now()) for pk, station in stations.items()}
    found = {}
    for clock in clocks:
        record = records[clock.subject_id]
        received = {deputy.user_id for deputy in record.deputies.all() if deputy.user_id}
        found[clock.pk] = keepers[record.station_id] | received | clerks
    return found


def _words(clock: Deadline, record: Any, light: Light) -> tuple[str, str, str]:
    title = f"{clock.limit.name}{light.text}：{record.station.name}{date_text(record.day)}接待"
    body = f"来访事项已经有了结果，期限{date_text(clock.due_on)}。请告知来访群众，并在接待记录中登记。"
    return title, body, record.get_absolute_url()


def _still_due(clocks: Sequence[Deadline]) -> set[int]:
    rows = ReceptionRecord.objects.to_tell().filter(pk__in={clock.subject_id for clock in clocks})
    waiting = set(rows.order_by().values_list("pk", flat=True))
    return {clock.pk for clock in clocks if clock.subject_id in waiting}


def _seen(user: Any, records: Sequence[Any]) -> set[int]:
    rows = ReceptionRecord.objects.visible_to(user).filter(pk__in={record.pk for record in records})
    return set(rows.order_by().values_list("pk", flat=True))
