"""The beats the transitions of a report share."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from congress_portal.reports.models import AnnualReport
from foundation import audit
from foundation.audit.models import Visibility
from foundation.workflow import Flow, announce, lock

day_of = timezone.localdate


def open_report(pk: Any, version: int | None = None) -> AnnualReport:
    """The report, locked."""
    return lock(AnnualReport, pk, version=version)


def move(report: AnnualReport, flow: Flow, verb: str, *fields: str) -> None:
    """Leads the report along its flow and saves the state with the named fields."""
    report.state = flow.target(verb, report.state)
    report.bump("state", *fields)


def note(verb: str, report: AnnualReport, summary: str, *, by: Any, at: datetime, **data: Any) -> None:
    """Writes the event on the report's timeline."""
    audit.record(f"reports.{verb}", report, by=by, at=at, summary=summary, data=data, visibility=Visibility.OFFICE)
    announce(f"reports.{verb}", report, by=by, at=at, **data)
