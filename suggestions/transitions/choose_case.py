"""An excellent suggestion is chosen for a case session."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies.models import Activity
from foundation.audit import record
from foundation.workflow import Refused, announce, lock
from suggestions.models import CaseStudy, Suggestion
from suggestions.rules import may_choose_case


@transaction.atomic
def choose_case(
    activity: Any, *, suggestion: Suggestion, lesson: str, by: Any, at: datetime, version: int | None = None
) -> CaseStudy:
    """Puts it on the list of the session, with what can be learned from it.

    Refused: not the office, an activity of another kind or closed, a suggestion without an award, one chosen already.
    """
    session = lock(Activity, activity)
    may_choose_case(by, session, on=timezone.localdate(at)).require()
    if not suggestion.awards.exists():
        raise Refused("只能选入评为优秀的建议。", "input", field="suggestion")
    if session.case_studies.filter(suggestion=suggestion).exists():
        raise Refused("这件建议已经选入本次交流。", "input", field="suggestion")
    if not lesson.strip():
        raise Refused("请写明交流要点。", "input", field="lesson")
    facts = {"lesson": lesson.strip(), "chosen_by": by, "chosen_at": at}
    study = CaseStudy.objects.create(activity=session, suggestion=suggestion, **facts)
    record("suggestions.choose_case", session, by=by, at=at, summary=f"选入交流案例：{suggestion}。")
    announce("suggestions.choose_case", study, by=by, at=at)
    return study
