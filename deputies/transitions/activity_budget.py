"""Money of activities: allotted to a purpose, spent on activities of its kinds, never beyond it (专款专用)."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from deputies.models import Activity, ActivityKind, BudgetEntry, BudgetLine
from deputies.rules import may_keep_budget
from deputies.states import ActivityState
from deputies.transitions._activity import day_of
from foundation.audit import record
from foundation.web.chinese import money_text
from foundation.workflow import Refused, lock


@transaction.atomic
def open_line(
    *, by: Any, at: datetime, year: int, purpose: str, kinds: Iterable[ActivityKind], amount: Decimal, words: str
) -> BudgetLine:
    """A purpose of a year with its first amount. Refused without kinds, twice a year, and for no amount."""
    may_keep_budget(by, on=day_of(at)).require()
    chosen = list(kinds)
    if not chosen:
        raise Refused("请选择这笔经费用于哪些类别的活动。", "input", field="kinds")
    if BudgetLine.objects.filter(year=year, purpose=purpose.strip()).exists():
        raise Refused("本年度已有这项用途，请办理“调整金额”。", "input", field="purpose")
    line = BudgetLine.objects.create(year=year, purpose=purpose.strip())
    line.kinds.set(chosen)
    return allot(line, by=by, at=at, amount=amount, words=words)


@transaction.atomic
def allot(pk: Any, *, by: Any, at: datetime, amount: Decimal, words: str, version: int | None = None) -> BudgetLine:
    """More money, or less where negative; never below what is spent."""
    line = lock(BudgetLine, pk, version=version)
    may_keep_budget(by, line, on=day_of(at)).require()
    _check(amount, words)
    if line.allotted + amount < line.spent:
        raise Refused(f"已支出{money_text(line.spent)}，安排金额不能低于这个数。", "input", field="amount")
    line.allotted += amount
    line.bump("allotted")
    _enter(line, amount, day_of(at), words, by=by, at=at)
    return line


@transaction.atomic
def spend(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    activity: Activity,
    amount: Decimal,
    spent_on: date,
    voucher: str,
    words: str,
    version: int | None = None,
) -> BudgetLine:
    """Spends on one activity.

    Refused beyond the balance, on an activity of another kind or another year, on a cancelled one, for a day to come,
    and a voucher twice.
    """
    line = lock(BudgetLine, pk, version=version)
    may_keep_budget(by, line, on=day_of(at)).require()
    _check(amount, words)
    if amount < 0:
        raise Refused("支出金额应当大于零。", "input", field="amount")
    _check_purpose(line, activity)
    if amount > line.balance:
        raise Refused(f"超出这项经费：余额{money_text(line.balance)}，不能支出。", "input", field="amount")
    if spent_on > day_of(at):
        raise Refused("支出日期不能晚于今天。", "input", field="spent_on")
    if not voucher.strip() or line.entries.filter(voucher=voucher.strip()).exists():
        raise Refused("请填写凭证号；同一凭证只登记一次。", "input", field="voucher")
    line.spent += amount
    line.bump("spent")
    _enter(line, amount, spent_on, words, by=by, at=at, activity=activity, voucher=voucher.strip())
    return line


def _check(amount: Decimal, words: str) -> None:
    if amount == 0 or amount != amount.quantize(Decimal("0.01")):
        raise Refused("请填写金额，最多两位小数。", "input", field="amount")
    if not words.strip():
        raise Refused("请写明依据或者用途。", "input", field="words")


def _check_purpose(line: BudgetLine, activity: Activity) -> None:
    if activity.state == ActivityState.CANCELLED:
        raise Refused("活动已经取消，不能支出。", "input", field="activity")
    if activity.day.year != line.year:
        raise Refused(f"这是{line.year}年的经费，活动不在这一年。", "input", field="activity")
    if not line.kinds.filter(pk=activity.kind_id).exists():
        allowed = "、".join(kind.name for kind in line.kinds.all())
        raise Refused(f"专款专用：“{line.purpose}”用于{allowed}，不能用于{activity.kind}。", "input", field="activity")


def _enter(line: BudgetLine, amount: Decimal, on: date, words: str, *, by: Any, at: datetime, **more: Any) -> None:
    facts = {"on": on, "words": words.strip(), "recorded_by": by, "recorded_at": at}
    BudgetEntry.objects.create(line=line, amount=amount, **facts, **more)
    verb = "spend" if more else "allot"
    summary = f"{line}{'支出' if more else '安排'}{money_text(amount)}：{words}"
    record(f"deputies.{verb}", line, by=by, at=at, summary=summary, visibility="office")
