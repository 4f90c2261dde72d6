"""Limits of deliberation opinions: a part of the rows of `reference`."""

from foundation.deadlines.units import Unit

LOCAL = "本级规定（待填）"

# key, name, amount, unit, counted from, legal basis
LIMITS = [
    ("opinion_draft", "审议意见整理", 5, Unit.DAY, "常委会审议之日", LOCAL),
    ("opinion_hand", "审议意见交办", 7, Unit.DAY, "主任会议通过之日", LOCAL),
    ("opinion_plan", "审议意见处理方案", 1, Unit.MONTH, "交办之日", LOCAL),
    ("opinion_comment", "审议意见处理报告征求意见", 10, Unit.WORKDAY, "送交委员会之日", LOCAL),
    ("opinion_report", "审议意见处理报告", 3, Unit.MONTH, "交办之日", LOCAL),
    ("opinion_report_audit", "审议意见处理报告（预算、审计类）", 2, Unit.MONTH, "交办之日", LOCAL),
    ("opinion_report_set", "审议意见处理报告（另定日期）", 0, Unit.DATE, "交办或者退回之日", LOCAL),
]
# Reminded as the short and as the middle clocks of `reference`.
SHORT = {"opinion_draft", "opinion_hand", "opinion_comment"}
MIDDLE = {"opinion_plan", "opinion_report", "opinion_report_audit", "opinion_report_set"}
# yellow, orange
THRESHOLDS = {
    "opinion_draft": (2, 1),
    "opinion_hand": (3, 1),
    "opinion_plan": (10, 3),
    "opinion_comment": (5, 2),
    "opinion_report": (30, 10),
    "opinion_report_audit": (30, 10),
    "opinion_report_set": (30, 10),
}
# An agreed day is met on that very day.
NOT_ROLLED = {"opinion_report_set"}
