"""The limit of the steps of supervision: a part of the rows of `reference`."""

from foundation.deadlines.units import Unit

LOCAL = "本级规定（待填）"

# key, name, amount, unit, counted from, legal basis
LIMITS: list[tuple[str, str, int, Unit, str, str]] = [
    ("oversight_step", "监督步骤", 0, Unit.DATE, "监督事项启动或者前一步骤完成之日", LOCAL),
]
# Met on the very day that was agreed.
NOT_ROLLED: set[str] = {"oversight_step"}
# Reminded as the short and as the middle clocks of `reference`.
SHORT: set[str] = set()
MIDDLE: set[str] = {"oversight_step"}
# yellow, orange
THRESHOLDS: dict[str, tuple[int, int]] = {
    "oversight_step": (10, 3),
}
