"""Limits of street committees and township presidiums: a part of the rows of `reference`."""

from foundation.deadlines.units import Unit

LOCAL = "本级规定（待填）"
MONTH = Unit.MONTH

# key, name, amount, unit, counted from, legal basis
LIMITS = [
    ("local_street_meeting", "人大街道工委会议", 2, MONTH, "上次会议或者建立台账之日", LOCAL),
    ("local_presidium_meeting", "乡镇人大主席团会议", 3, MONTH, "上次会议或者建立台账之日", LOCAL),
    ("local_plan", "乡镇街道人大年度计划", 3, MONTH, "年度第一日", LOCAL),
    ("local_report", "乡镇街道人大年终报告", 1, MONTH, "年度最后一日", LOCAL),
]
NOT_ROLLED: set[str] = set()
# Reminded as the short and as the middle clocks of `reference`.
SHORT: set[str] = set()
MIDDLE = {"local_street_meeting", "local_presidium_meeting", "local_plan", "local_report"}
# yellow, orange
THRESHOLDS = dict.fromkeys(MIDDLE, (15, 7))
