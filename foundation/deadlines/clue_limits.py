"""Limits of clues for the discipline inspection: a part of the rows of `reference`."""

from foundation.deadlines.units import Unit

LOCAL = "本级规定（待填）"

# key, name, amount, unit, counted from, legal basis
LIMITS = [
    ("clue_examine", "问题线索审核", 5, Unit.WORKDAY, "登记之日（退回补充的，为退回之日）", LOCAL),
    ("clue_approve", "问题线索移送批准", 5, Unit.WORKDAY, "审核之日", LOCAL),
    ("clue_hand", "问题线索移送", 3, Unit.WORKDAY, "批准之日", LOCAL),
    ("clue_receipt", "问题线索移送回执", 5, Unit.WORKDAY, "移送之日", LOCAL),
    ("clue_feedback", "问题线索受理答复", 1, Unit.MONTH, "签收之日", LOCAL),
    ("clue_result", "问题线索处置结果反馈", 6, Unit.MONTH, "受理之日", LOCAL),
]
NOT_ROLLED: set[str] = set()
# Neither the short nor the middle clocks of `reference`: those speak of the office, which hears nothing of these.
SHORT: set[str] = set()
MIDDLE: set[str] = set()
QUICK = ("clue_examine", "clue_approve", "clue_hand", "clue_receipt")
_LATE = "已同时提醒经办人员和批准的领导。"
# days before (negative: after), repeat every, level, consequence
_QUICK = [(1, None, 1, ""), (0, None, 1, "今日未办结即为逾期。"), (-3, 7, 3, _LATE)]
_SLOW = [(7, None, 1, ""), (0, None, 1, "今日没有反馈的，请与接收机关联系。"), (-7, 14, 3, _LATE)]
MARKS = {**dict.fromkeys(QUICK, _QUICK), "clue_feedback": _SLOW, "clue_result": _SLOW}
# yellow, orange
THRESHOLDS = {**dict.fromkeys(QUICK, (2, 1)), "clue_feedback": (10, 3), "clue_result": (30, 10)}
