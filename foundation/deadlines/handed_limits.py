"""Limits of tasks handed down: a part of the rows of `reference`. The day of each task is agreed with it."""

from foundation.deadlines.units import Unit

LOCAL = "本级规定（待填）"

# key, name, amount, unit, counted from, legal basis
LIMITS = [
    ("handed_task", "上级交办事项办结", 0, Unit.DATE, "交办之日", LOCAL),
    ("handed_check", "交办事项报告审核", 10, Unit.WORKDAY, "收到报告之日", LOCAL),
]
NOT_ROLLED = {"handed_task"}
# Reminded as the short and as the middle clocks of `reference`.
SHORT = {"handed_check"}
MIDDLE = {"handed_task"}
# yellow, orange
THRESHOLDS = {"handed_task": (15, 7), "handed_check": (5, 3)}
