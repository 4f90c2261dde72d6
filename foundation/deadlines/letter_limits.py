"""Limits of letters, opinion boxes, consultations and opinions of congresses: a part of the rows of `reference`."""

from foundation.deadlines.units import Unit

LOCAL = "本级规定（待填）"
WORKDAY = Unit.WORKDAY

# key, name, amount, unit, counted from, legal basis
LIMITS = [
    ("letter_screening", "群众来信审查", 1, WORKDAY, "收到来信之日", LOCAL),
    ("letter_routing", "来信交办", 1, WORKDAY, "受理或者退回之日", LOCAL),
    ("letter_deputy", "代表答复来信", 3, WORKDAY, "交代表之日", LOCAL),
    ("letter_unit", "单位办理来信", 7, WORKDAY, "交办之日", LOCAL),
    ("letter_complex", "单位办理复杂来信", 15, WORKDAY, "交办之日", LOCAL),
    ("letter_redo", "单位补充来信答复", 3, WORKDAY, "退回之日", LOCAL),
    ("letter_check", "来信答复审核", 1, WORKDAY, "单位报送之日", LOCAL),
    ("letter_extension", "来信办理延期（一次）", 15, WORKDAY, "原期限届满之日", LOCAL),
    ("letter_silent", "来信人未评价即办结", 15, WORKDAY, "答复来信人之日", LOCAL),
    ("visitor_told", "告知来访群众结果", 3, WORKDAY, "来访事项有了结果之日", LOCAL),
    ("box_entry", "意见箱来件录入", 3, WORKDAY, "确认开箱之日", LOCAL),
    ("consultation_minutes", "集中研判纪要", 5, WORKDAY, "召开之日", LOCAL),
    ("consultation_item", "研判事项落实", 0, Unit.DATE, "印发纪要之日", LOCAL),
    ("council_hand", "议事意见交办", 10, WORKDAY, "提出之日", LOCAL),
    ("council_answer", "议事意见答复", 1, Unit.MONTH, "交办之日", LOCAL),
    ("council_tell", "议事意见反馈", 10, WORKDAY, "单位答复之日", LOCAL),
]
# Reminded as the short and as the middle clocks of `reference`.
SHORT = {
    "letter_screening",
    "letter_routing",
    "letter_deputy",
    "letter_unit",
    "letter_redo",
    "letter_check",
    "visitor_told",
    "box_entry",
    "consultation_minutes",
    "council_hand",
    "council_tell",
}
MIDDLE = {"letter_complex", "letter_extension", "letter_silent", "consultation_item", "council_answer"}
# yellow, orange
THRESHOLDS = {
    "letter_screening": (1, 0),
    "letter_routing": (1, 0),
    "letter_deputy": (2, 0),
    "letter_unit": (3, 1),
    "letter_complex": (5, 2),
    "letter_extension": (5, 2),
    "letter_silent": (5, 2),
    "letter_redo": (2, 0),
    "letter_check": (1, 0),
    "visitor_told": (1, 0),
    "box_entry": (2, 0),
    "consultation_minutes": (2, 0),
    "consultation_item": (10, 3),
    "council_hand": (5, 2),
    "council_answer": (10, 3),
    "council_tell": (5, 2),
}
# An agreed day is met on that very day.
NOT_ROLLED = {"consultation_item"}
