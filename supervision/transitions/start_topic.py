from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies.models import Meeting
from foundation.accounts.models import Organisation
from foundation.workflow import lock
from supervision.models import PlanTopic
from supervision.rules import plan as rules
from supervision.transitions._beats import day_of, note
from supervision.transitions.undertakings import plan_undertaking


@transaction.atomic
def start_topic(
    pk: Any,
    *,
    bodies: Sequence[Organisation],
    meeting: Meeting | None = None,
    meeting_on: date | None = None,
    hidden_until: date | None = None,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> PlanTopic:
    """Makes the supervision a topic of an adopted plan stands for; it is begun on its own page.

    Refused to other committees, before the plan is adopted, for a topic that was dropped, and twice.
    """
    topic = lock(PlanTopic, pk, version=version)
    rules.may_start_topic(by, topic, on=day_of(at)).require()
    made = plan_undertaking(
        kind=topic.kind,
        year=topic.plan.year,
        title=topic.title,
        reason=topic.reason,
        level=topic.level,
        committee=topic.committee,
        bodies=list(bodies),
        meeting=meeting,
        meeting_on=meeting_on,
        hidden_until=hidden_until,
        by=by,
        at=at,
    )
    topic.undertaking = made
    topic.bump("undertaking")
    note("start_topic", topic.plan, f"启动议题：{topic}。", by=by, at=at, visibility="office")
    return topic
