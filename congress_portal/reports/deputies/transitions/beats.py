"""The beats the transitions of a deputy's report share."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from congress_portal.reports.models import DeputyReport
from congress_portal.reports.states import DEPUTY_REPORT_FLOW
from foundation import audit
from foundation.workflow import announce, lock

day_of = timezone.localdate


def open_own(pk: Any, version: int | None = None) -> DeputyReport:
    """The report, locked."""
    return lock(DeputyReport, pk, version=version)


def move(report: DeputyReport, verb: str, *fields: str) -> None:
    """Leads the report along its flow and saves the state with the named fields."""
    report.state = DEPUTY_REPORT_FLOW.target(verb, report.state)
    report.bump("state", *fields)


def note(verb: str, report: DeputyReport, summary: str, *, by: Any, at: datetime, **data: Any) -> None:
    """Writes the event on the report's timeline, which the deputy reads too."""
    audit.record(f"reports.deputy_{verb}", report, by=by, at=at, summary=summary, data=data)
    announce(f"reports.deputy_{verb}", report, by=by, at=at, **data)
