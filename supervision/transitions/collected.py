"""Opinions gathered before a report is heard: written down, sent to the body that reports, answered by it."""

from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.accounts.models import Organisation
from foundation.workflow import Refused, lock
from supervision.models import CollectedOpinion, Undertaking
from supervision.notices import inspection as notices
from supervision.rules import inspection as rules
from supervision.states.inspection import OpinionSource
from supervision.transitions._beats import day_of, filled, note


@transaction.atomic
def collect_opinion(
    pk: Any,
    *,
    source: str,
    text: str,
    said_by: str = "",
    organisation: Organisation | None = None,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> CollectedOpinion:
    """One opinion, for the one body it is about."""
    row = lock(Undertaking, pk, version=version)
    rules.may_collect_opinion(by, row, on=day_of(at)).require()
    bodies = list(row.bodies.values_list("organisation", flat=True))
    body = organisation.pk if organisation else bodies[0] if len(bodies) == 1 else None
    if body not in bodies:
        raise Refused("请选择由哪个单位回应。", "input", field="organisation")
    opinion = CollectedOpinion.objects.create(
        undertaking=row,
        source=OpinionSource(source),
        said_by=said_by.strip()[:60],
        text=filled(text, "请写明意见。", "text"),
        organisation_id=body,
        added_by=by,
        added_at=at,
    )
    note("collect_opinion", row, "登记一条征集的意见。", by=by, at=at, visibility="office")
    return opinion


@transaction.atomic
def send_opinions(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Undertaking:
    """All that have not been sent go to their bodies (监督法第十四条)."""
    row = lock(Undertaking, pk, version=version)
    rules.may_send_opinions(by, row, on=day_of(at)).require()
    waiting = row.opinions.filter(sent_at__isnull=True)
    bodies = set(waiting.values_list("organisation", flat=True))
    number = waiting.update(sent_at=at)
    note("send_opinions", row, f"送交{number}条意见，请在报告中回应。", by=by, at=at)
    notices.opinions_sent(row, bodies, by=by, at=at)
    return row


@transaction.atomic
def answer_collected(pk: Any, *, answer: str, by: Any, at: datetime, version: int | None = None) -> CollectedOpinion:
    """The body's answer, as it stands in its report; it may be put better until the report is in."""
    opinion = lock(CollectedOpinion, pk, version=version)
    rules.may_answer_opinion(by, opinion, on=day_of(at)).require()
    opinion.answer = filled(answer, "请写明怎样采纳；没有采纳的，写明理由。", "answer")
    opinion.answered_by, opinion.answered_at = by, at
    opinion.bump("answer", "answered_by", "answered_at")
    note("answer_collected", opinion.undertaking, "回应一条征集的意见。", by=by, at=at)
    return opinion
