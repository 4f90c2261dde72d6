"""Limits of livelihood projects: a part of the rows of `reference`."""

from foundation.deadlines.units import Unit

LOCAL = "本级规定（待填）"

# key, name, amount, unit, counted from, legal basis
LIMITS = [
    ("project_screening", "民生实事意见筛选、确定候选项目", 2, Unit.MONTH, "征集结束之日", LOCAL),
    ("project_check", "初步项目可行性论证", 10, Unit.WORKDAY, "请单位论证之日", LOCAL),
    ("project_progress", "民生实事项目进展填报", 1, Unit.MONTH, "上次填报之日（首次为公告之日）", LOCAL),
    ("project_finish", "民生实事项目完成", 0, Unit.DATE, "公告之日", LOCAL),
    ("project_accept", "民生实事项目验收", 1, Unit.MONTH, "报告完工之日", LOCAL),
]
# Reminded as the short and as the middle clocks of `reference`.
SHORT = {"project_check"}
MIDDLE = {"project_screening", "project_progress", "project_finish", "project_accept"}
# yellow, orange
THRESHOLDS = {
    "project_screening": (15, 5),
    "project_check": (5, 2),
    "project_progress": (7, 3),
    "project_finish": (45, 15),
    "project_accept": (10, 3),
}
# The promised day is met on that very day.
NOT_ROLLED = {"project_finish"}
