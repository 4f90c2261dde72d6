"""The derivation of a due date in the words of an official: what was counted, by which article, and what moved it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from foundation.deadlines.models import Deadline
from foundation.deadlines.units import Unit
from foundation.web.chinese import date_text

WEEKDAYS = "一二三四五六日"
# No page lists more days than this one by one.
DAYS_LISTED = 40


@dataclass(frozen=True)
class Line:
    """One step: its heading, its sentence, the article it rests on, and days it names as (day text, name)."""

    label: str
    text: str
    basis: str = ""
    days: tuple[tuple[str, str], ...] = ()
    tone: str = ""


def explain(deadline: Deadline) -> list[Line]:
    """The steps from the start day to the due date, in order; only kept facts, nothing is computed anew."""
    facts = deadline.derivation
    rule = facts.get("rule", {})
    lines = [_start(facts, rule), _rule(deadline, rule), _counted(facts, rule), *_days(facts), *_rolled(facts)]
    lines += [_change(change) for change in facts.get("changes", ())]
    lines += _law(deadline, rule) + _provisional(facts)
    return [line for line in lines if line] + [_due(deadline), *_end(deadline)]


def _start(facts: dict[str, Any], rule: dict[str, Any]) -> Line:
    return Line("起算", f"{day(facts['start'])}（{rule['base']}），当日不计入，自次日起算。", "《民法典》第二百零一条")


def _rule(deadline: Deadline, rule: dict[str, Any]) -> Line:
    own = f"；本件按 {deadline.amount} {Unit(rule['unit']).label}计" if deadline.amount else ""
    return Line("规则", f"{rule['name']}：{deadline.limit.length}{own}。", rule["legal_basis"])


def _counted(facts: dict[str, Any], rule: dict[str, Any]) -> Line:
    end, amount = facts["end"], rule["amount"]
    if rule["unit"] == Unit.DATE:
        return Line("计算", f"约定日期为{day(end)}，以该日为届满日。")
    if rule["unit"] == Unit.WORKDAY:
        return Line("计算", f"自次日起第 {amount} 个工作日为{day(end)}；节假日、双休日不计，调休上班日计入。")
    if rule["unit"] == Unit.MONTH:
        clamped = date.fromisoformat(end).day < date.fromisoformat(facts["start"]).day
        note = "；该月没有对应日，以月末日为准" if clamped else ""
        return Line("计算", f"{amount} 个月后的对应日为{day(end)}{note}。", "《民法典》第二百零二条")
    return Line("计算", f"自次日起第 {amount} 日为{day(end)}。")


def _days(facts: dict[str, Any]) -> list[Line]:
    lines = []
    if facts.get("skipped"):
        lines.append(
            Line("跳过的节假日", f"期间有 {len(facts['skipped'])} 个节假日不计入。", days=_named(facts["skipped"]))
        )
    if facts.get("worked"):
        lines.append(
            Line("调休上班", f"期间有 {len(facts['worked'])} 个调休上班日计入。", days=_named(facts["worked"]))
        )
    return lines


def _rolled(facts: dict[str, Any]) -> list[Line]:
    rest = facts.get("rolled_over")
    if not rest:
        return []
    text = f"末日遇休息日，顺延至其后第一个工作日{day(facts['original_due'])}。"
    return [Line("顺延", text, "《民法典》第二百零三条", _named(rest))]


def _change(change: dict[str, Any]) -> Line:
    moved = f"届满日由{day(change['before'])}变为{day(change['after'])}。"
    if "paused" in change:
        first, last = change["paused"]
        return Line("中止", f"{day(first)}至{day(last)}中止计算，{moved}理由：{change['reason']}。")
    how = (
        f"延至{day(change['until'])}" if "until" in change else f"延长 {change['amount']} {Unit(change['unit']).label}"
    )
    approver = f"批准人：{change['by']}，" if change.get("by") else ""
    return Line("延期", f"{how}，{moved}理由：{change['reason']}。{approver}批准日期：{day(change['on'])}。")


def _law(deadline: Deadline, rule: dict[str, Any]) -> list[Line]:
    months = rule.get("statutory_max_months")
    if not months:
        return []
    text = f"自{rule['base']}起最长 {months} 个月（含延期），不得再延长。"
    return [Line("法定上限", text, "《代表法》第五十一条")]


def _provisional(facts: dict[str, Any]) -> list[Line]:
    years = "、".join(str(year) for year in facts.get("provisional_years", ()))
    if not years:
        return []
    text = f"{years}年放假安排尚未公布，暂按周一至周五为工作日推算；公布录入后重新计算，如有变化另行告知。"
    return [Line("暂定", text, tone="warn")]


def _due(deadline: Deadline) -> Line:
    return Line("届满日", f"{day(deadline.due_on.isoformat())}{'（暂定）' if deadline.provisional else ''}")


def _end(deadline: Deadline) -> list[Line]:
    if deadline.cancelled_at:
        return [Line("取消", f"{date_text(deadline.cancelled_at)}取消：{deadline.cancel_reason}")]
    if deadline.paused_on:
        return [Line("中止", f"自{date_text(deadline.paused_on)}起中止计算，恢复后届满日相应后移。", tone="warn")]
    if deadline.met_on is None:
        return []
    late = (deadline.met_on - deadline.due_on).days
    return [Line("办结", f"{date_text(deadline.met_on)}办结，{f'逾期 {late} 天' if late > 0 else '未逾期'}。")]


def _named(days: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((day(iso), name) for iso, name in days[:DAYS_LISTED])


def day(iso: str) -> str:
    """2026年3月2日（星期一）."""
    value = date.fromisoformat(iso)
    return f"{date_text(value)}（星期{WEEKDAYS[value.weekday()]}）"
