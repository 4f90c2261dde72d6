"""What deputies found is passed to the body concerned, which answers within its time (代表法 31)."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import Activity, ForwardedResult
from deputies.rules import may_forward_result, may_give_feedback
from deputies.transitions._activity import day_of, note, open_activity
from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.workflow import Refused, lock

CLOCK = "activity_feedback"


@transaction.atomic
def forward_result(
    activity: Any, *, by: Any, at: datetime, body: Organisation, text: str, version: int | None = None
) -> ForwardedResult:
    """Passes on; the body hears and its clock starts. Refused: not the organiser, before it was held, without words."""
    held = open_activity(activity, version)
    may_forward_result(by, held, on=day_of(at)).require()
    if not text.strip():
        raise Refused("请填写代表意见。", "input", field="text")
    facts = {"body": body, "text": text.strip(), "forwarded_by": by, "forwarded_at": at}
    result = ForwardedResult.objects.create(activity=held, **facts)
    deadlines.start(CLOCK, result, on=day_of(at), organisation=body, by=by, at=at)
    note("forward_result", held, f"代表意见转交{body}。", by=by, at=at, result=result.pk)
    notices.result_forwarded(result, by=by, at=at)
    return result


@transaction.atomic
def give_feedback(pk: Any, *, by: Any, at: datetime, feedback: str, version: int | None = None) -> ForwardedResult:
    """The body says what it did. The deputies who were there and the organiser hear."""
    found = ForwardedResult.objects.values_list("activity", flat=True).get(pk=getattr(pk, "pk", pk))
    activity = lock(Activity, found)
    result = lock(ForwardedResult, pk, version=version)
    result.activity = activity
    may_give_feedback(by, result, on=day_of(at)).require()
    if not feedback.strip():
        raise Refused("请填写处理情况。", "input", field="feedback")
    result.feedback, result.feedback_by, result.feedback_at = feedback.strip(), by, at
    result.bump("feedback", "feedback_by", "feedback_at")
    deadlines.meet(CLOCK, result, at=at)
    note("give_feedback", activity, f"{result.body}反馈处理情况。", by=by, at=at, result=result.pk)
    notices.feedback_given(result, by=by, at=at)
    return result
