"""The optional first steps: a unit applies, the office screens."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from foundation.web.chinese import money_text
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import FundApplication, FundExclusion
from suggestions.rules import may_apply_for_fund, may_screen_application
from suggestions.transitions.beats import day_of, note, open_assignment, open_unit_paper
from suggestions.transitions.fund import check_amount

SCREENED = ["passed", "exclusion", "screening_note", "screened_by", "screened_at"]


@transaction.atomic
def apply_for_fund(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, amount: Decimal, reason: str
) -> FundApplication:
    """A unit asks for money for its part; `pk` is the Assignment. The office hears."""
    part = open_assignment(pk, version)
    may_apply_for_fund(by, part, on=day_of(at)).require()
    if amount <= 0 or not reason.strip():
        raise Refused("请写明申请金额和用途。", "input")
    check_amount(amount)
    facts = {"amount": amount, "reason": reason, "applied_by": by, "applied_at": at}
    application = FundApplication.objects.create(suggestion=part.suggestion, assignment=part, **facts)
    summary = f"{part.unit}申请专项资金{money_text(amount)}：{reason}"
    note("apply_for_fund", part.suggestion, summary, by=by, at=at, application=application.pk)
    notices.fund_applied(application, by=by, at=at)
    return application


@transaction.atomic
def screen_application(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    passed: bool,
    exclusion: FundExclusion | None = None,
    screening_note: str = "",
) -> FundApplication:
    """The office passes an application on, or refuses it with a ground of the list or a reason. The unit hears."""
    application = open_unit_paper(FundApplication, pk)
    may_screen_application(by, application, on=day_of(at)).require()
    words = screening_note or (f"属于不予安排的情形：{exclusion}" if exclusion else "")
    if not passed and not words.strip():
        raise Refused("初审不通过的，请选择情形或者写明理由。", "input")
    application.passed, application.exclusion, application.screening_note = passed, exclusion, words
    application.screened_by, application.screened_at = by, at
    application.save(update_fields=SCREENED)
    word = "初审通过" if passed else f"初审不通过：{words}"
    summary = f"{application.assignment.unit}的专项资金申请{word}。"
    note("screen_application", application.suggestion, summary, by=by, at=at, application=application.pk)
    notices.fund_screened(application, by=by, at=at)
    return application
