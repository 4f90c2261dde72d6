"""The forms of supervision a district starts with (domain 4.1, 4.2), one file each; a district adds its own as rows."""

from typing import Any

from deputies.reference.adding import add
from supervision.models import KindStep, UndertakingKind
from supervision.models.kind import STATUTORY_DAYS
from supervision.reference.kinds import (
    appraisal,
    enforcement_inspection,
    filing_review,
    follow_up,
    inspection_tour,
    joint_meeting,
    plan_budget,
    research,
    service_trial,
    special_check,
    special_inquiry,
    special_report,
    thematic_inquiry,
    three_questions,
)
from supervision.reference.kinds.rows import Form, Row

FORMS: tuple[Form, ...] = (
    special_report.FORM,
    plan_budget.FORM,
    enforcement_inspection.FORM,
    thematic_inquiry.FORM,
    inspection_tour.FORM,
    research.FORM,
    service_trial.FORM,
    special_check.FORM,
    appraisal.FORM,
    three_questions.FORM,
    joint_meeting.FORM,
    follow_up.FORM,
    filing_review.FORM,
    special_inquiry.FORM,
)


def load() -> None:
    """Adds the forms that are missing, and the steps of those that have none."""
    add(UndertakingKind, "code", (_kind(order, form) for order, form in enumerate(FORMS, 1)))
    bare = {kind.code: kind for kind in UndertakingKind.objects.filter(steps__isnull=True)}
    rows = [
        KindStep(kind=bare[form.code], **_step(order, row))
        for form in FORMS
        if form.code in bare
        for order, row in enumerate(form.steps, 1)
    ]
    KindStep.objects.bulk_create(rows, ignore_conflicts=True)


def _kind(order: int, form: Form) -> dict[str, Any]:
    named = {"code": form.code, "name": form.name, "hint": form.hint, "level": form.level}
    return {**named, "legal_basis": form.basis, "order": order, **form.asks}


def _step(order: int, row: Row) -> dict[str, Any]:
    day = {"anchor": row.day.anchor, "amount": row.day.amount, "unit": row.day.unit, "after": row.day.after}
    said = {"code": row.code, "name": row.name, "hint": row.hint, "paper": row.paper, "need": row.need}
    facts = {"actor": row.actor, "is_shared": row.shared, "is_public": row.public, "legal_basis": row.basis}
    return {**day, **said, **facts, "order": order, "statutory_days": STATUTORY_DAYS.get(row.code)}
