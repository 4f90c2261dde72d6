"""Limits of the yearly plan of supervision: a part of the rows of `reference`."""

from foundation.deadlines.units import Unit

LOCAL = "本级规定（待填）"

# key, name, amount, unit, counted from, legal basis
LIMITS = [("solicitation_answer", "议题征集采纳情况公布", 1, Unit.MONTH, "征集截止之日", LOCAL)]
SHORT: set[str] = set()
MIDDLE = {"solicitation_answer"}
NOT_ROLLED: set[str] = set()
# yellow, orange
THRESHOLDS = {"solicitation_answer": (10, 3)}
