"""The pot of a year: set by the standing committee, changed by it, never below what is already given away."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from deputies.models import Meeting
from deputies.models.meeting import MeetingKind
from foundation import audit
from foundation.web.chinese import money_text
from foundation.workflow import Refused, announce, lock
from suggestions import notices
from suggestions.models import FundYear, PotChange
from suggestions.rules import may_adjust_pot, may_set_fund
from suggestions.transitions.beats import day_of
from suggestions.transitions.sittings import check_meeting


@transaction.atomic
def set_pot(*, by: Any, at: datetime, year: int, amount: Decimal, meeting: Meeting, decision: str) -> FundYear:
    """The office writes down the pot the standing committee set for a year. Leaders and committees hear.

    Refused for a year that has one, without a meeting of the standing committee that was held, and without decision.
    """
    may_set_fund(by, on=day_of(at)).require()
    _check(amount > 0, amount, meeting, decision, at)
    if FundYear.objects.filter(year=year).exists():
        raise Refused(f"{year}年的资金已经设立，增减请办理“调整总额”。", "input")
    fund = FundYear.objects.create(year=year, pot=amount)
    _change(fund, amount, meeting, decision, by=by, at=at)
    _record("set_pot", fund, f"{meeting}决定设立{fund}{money_text(amount)}。", by, at)
    notices.pot_set(fund, meeting, decision, by=by, at=at)
    return fund


@transaction.atomic
def adjust_pot(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, amount: Decimal, meeting: Meeting, decision: str
) -> FundYear:
    """Adds `amount` to the pot, or takes it away where negative; as a new row. Refused below what is given away."""
    fund = lock(FundYear, pk)
    may_adjust_pot(by, fund, on=day_of(at)).require()
    _check(amount != 0, amount, meeting, decision, at)
    if fund.pot + amount < fund.allotted or fund.pot + amount <= 0:
        raise Refused(f"本年度已安排{money_text(fund.allotted)}，总额不能低于这个数。", "input", field="amount")
    fund.pot += amount
    fund.save(update_fields=["pot"])
    _change(fund, amount, meeting, decision, by=by, at=at)
    _record("adjust_pot", fund, f"{meeting}决定调整{money_text(amount)}，总额为{money_text(fund.pot)}。", by, at)
    notices.pot_set(fund, meeting, decision, by=by, at=at)
    return fund


def check_amount(amount: Decimal) -> None:
    """Refused for fractions of a fen."""
    if amount != amount.quantize(Decimal("0.01")):
        raise Refused("金额最多保留两位小数。", "input", field="amount")


def _check(positive: bool, amount: Decimal, meeting: Meeting, decision: str, at: datetime) -> None:
    if not positive:
        raise Refused("请填写金额。", "input", field="amount")
    check_amount(amount)
    check_meeting(meeting, at, MeetingKind.STANDING_COMMITTEE)
    if not decision.strip():
        raise Refused("请写明决定的名称或者文号。", "input")


def _change(fund: FundYear, amount: Decimal, meeting: Meeting, decision: str, *, by: Any, at: datetime) -> None:
    facts = {"meeting": meeting, "decision": decision, "recorded_by": by, "recorded_at": at}
    PotChange.objects.create(fund=fund, amount=amount, **facts)


def _record(verb: str, fund: FundYear, summary: str, by: Any, at: datetime) -> None:
    audit.record(f"suggestions.{verb}", fund, by=by, at=at, summary=summary, visibility="parties")
    announce(f"suggestions.{verb}", fund, by=by, at=at)
