"""The beats that the verbs of a report to voters share."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from deputies.models import VoterReport
from deputies.states import VOTER_REPORT_FLOW
from foundation.audit import record
from foundation.workflow import Refused, announce, lock

day_of = timezone.localdate
STATEMENT, RECTIFICATION = "voter_statement", "voter_rectification"


def open_report(pk: Any, version: int | None = None) -> VoterReport:
    """The report, locked; StaleVersion when the page was opened before the last change."""
    return lock(VoterReport, pk, version=version)


def move(report: VoterReport, verb: str, *fields: str, to: str | None = None) -> None:
    """Leads the report along its flow and saves the state with the named fields."""
    report.state = VOTER_REPORT_FLOW.target(verb, report.state, to=to)
    report.bump("state", *fields)


def note(verb: str, report: VoterReport, summary: str, *, by: Any, at: datetime, **data: Any) -> None:
    """Writes the event on the report's timeline and lets the rooms above hear it."""
    record(f"deputies.{verb}", report, by=by, at=at, summary=summary, data=data)
    announce(f"deputies.{verb}", report, by=by, at=at, **data)


def written(text: str, words: str, field: str) -> str:
    """The text without blanks around it; refused when there is none."""
    if not text.strip():
        raise Refused(words, "input", field=field)
    return text.strip()
