"""What people read of street committees and presidiums: the plan of a year, a meeting held; opened, taken off again."""

from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.workflow import lock
from supervision.models import LocalMeeting, LocalYear
from supervision.rules import local_publishing as rules
from supervision.transitions._beats import day_of, note
from supervision.transitions._publishing import covered, take_off


@transaction.atomic
def publish_local_year(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> LocalYear:
    """Aims and items with how far they are; never who is responsible, nor the report."""
    plan = lock(LocalYear, pk, version=version)
    rules.may_publish_local_year(by, plan, on=day_of(at)).require()
    plan.published_at = at
    plan.bump("published_at")
    note("publish_local_year", plan, "年度计划在网上公开。", by=by, at=at)
    return plan


@transaction.atomic
def unpublish_local_year(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> LocalYear:
    plan = lock(LocalYear, pk, version=version)
    rules.may_unpublish_local(by, plan, on=day_of(at)).require()
    return take_off(plan, "unpublish_local_year", reason, by, at)


@transaction.atomic
def publish_local_meeting(
    pk: Any, *, topics: str, decisions: str = "", by: Any, at: datetime, version: int | None = None
) -> LocalMeeting:
    """Day, place, how many came, the checked copies of agenda and decisions; never the minutes, nor who stayed away."""
    meeting = lock(LocalMeeting, pk, version=version)
    rules.may_publish_local_meeting(by, meeting, on=day_of(at)).require()
    meeting.public_topics = covered("topics", meeting.topics, topics)
    meeting.public_decisions = covered("decisions", meeting.decisions, decisions)
    meeting.published_at = meeting.published_at or at
    meeting.bump("public_topics", "public_decisions", "published_at")
    note("publish_local_meeting", meeting, "在网上公开。", by=by, at=at)
    return meeting


@transaction.atomic
def unpublish_local_meeting(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> LocalMeeting:
    meeting = lock(LocalMeeting, pk, version=version)
    rules.may_unpublish_local(by, meeting, on=day_of(at)).require()
    return take_off(meeting, "unpublish_local_meeting", reason, by, at)
