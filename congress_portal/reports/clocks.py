"""The one clock of the reports: until when deputies add their own words."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from congress_portal.reports.deputies.transitions.words import CLOCK
from congress_portal.reports.models import AnnualReport, DeputyReport
from congress_portal.reports.rules import may_open
from congress_portal.reports.states import DeputyReportState
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from foundation.web.chinese import date_text

DUTY = 1


def register() -> None:
    """Called once by registration.py."""
    register_kind(
        CLOCK,
        name="代表补充年度履职报告",
        subject_model=AnnualReport,
        recipients=_recipients,
        message=_message,
        still_due=_still_due,
        may_view=may_open,
    )


def _recipients(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """The deputies who have not handed in; further up the office."""
    if level != DUTY:
        clerks = set(people_with(Role.CLERK).values_list("pk", flat=True))
        return {clock.pk: clerks for clock in clocks}
    years = _years(clocks)
    found: dict[int, set[int]] = {clock.pk: set() for clock in clocks}
    rows = _waiting(set(years.values())).filter(deputy__user__isnull=False).values_list("year", "deputy__user")
    for year, user in rows:
        for pk in (pk for pk, known in years.items() if known == year):
            found[pk].add(user)
    return found


def _message(clock: Deadline, run: Any, light: Light) -> tuple[str, str, str]:
    body = f"请在{date_text(clock.due_on)}前核对并补充{run.year}年度履职报告，{light.text}。"
    return f"补充年度履职报告{light.text}", body, reverse("reports:mine")


def _still_due(clocks: Sequence[Deadline]) -> set[int]:
    """Those on whose run somebody has still to hand in."""
    years = _years(clocks)
    waiting = set(_waiting(set(years.values())).values_list("year", flat=True))
    return {pk for pk, year in years.items() if year in waiting}


def _years(clocks: Sequence[Deadline]) -> dict[int, int]:
    runs = dict(AnnualReport.objects.filter(pk__in={c.subject_id for c in clocks}).values_list("pk", "year"))
    return {clock.pk: runs[clock.subject_id] for clock in clocks if clock.subject_id in runs}


def _waiting(years: set[int]) -> Any:
    return DeputyReport.objects.latest().filter(year__in=years, state=DeputyReportState.OPEN).order_by()
