"""Limits of the issue ledger: a part of the rows of `reference`."""

from foundation.deadlines.units import Unit

LOCAL = "本级规定（待填）"

# key, name, amount, unit, counted from, legal basis
LIMITS = [
    ("problem_hand", "问题交办", 7, Unit.DAY, "列入问题清单之日", LOCAL),
    ("problem", "问题整改", 0, Unit.DATE, "交办之日", LOCAL),
    ("problem_check", "问题销号核实", 10, Unit.WORKDAY, "责任单位申请销号之日", LOCAL),
]
# Reminded as the short and as the middle clocks of `reference`.
SHORT = {"problem_hand", "problem_check"}
MIDDLE = {"problem"}
# yellow, orange
THRESHOLDS = {"problem_hand": (3, 1), "problem": (15, 7), "problem_check": (5, 2)}
# An agreed day is met on that very day.
NOT_ROLLED = {"problem"}
