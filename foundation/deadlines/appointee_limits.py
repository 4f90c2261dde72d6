"""Limits of appointments, appointees and resolutions: a part of the rows of `reference`."""

from foundation.deadlines.units import Unit

LOCAL = "本级规定（待填）"
DATE, WORKDAY = Unit.DATE, Unit.WORKDAY

# key, name, amount, unit, counted from, legal basis
LIMITS = [
    ("nominee_exam", "任前法律知识考试", 10, WORKDAY, "通知拟任人员之日", LOCAL),
    ("nominee_statement", "供职报告提交", 10, WORKDAY, "通知拟任人员之日", LOCAL),
    ("duty_report", "任命人员履职报告提交", 0, DATE, "开展年度述职之日", LOCAL),
    ("appointee_measure", "任命人员测评后续措施", 0, DATE, "公布测评结果之日", LOCAL),
    ("resolution_publish", "决议决定公布", 5, WORKDAY, "通过之日", LOCAL),
    ("resolution_task", "决议决定落实", 0, DATE, "交办之日", LOCAL),
    ("resolution_check", "落实情况确认", 10, WORKDAY, "责任单位报告之日", LOCAL),
]
# Reminded as the short and as the middle clocks of `reference`; the days of some are agreed.
SHORT = {"nominee_exam", "nominee_statement", "resolution_publish", "resolution_check"}
MIDDLE = {"duty_report", "appointee_measure", "resolution_task"}
NOT_ROLLED = MIDDLE
# yellow, orange
THRESHOLDS = {
    "nominee_exam": (5, 2),
    "nominee_statement": (5, 2),
    "duty_report": (10, 3),
    "appointee_measure": (15, 5),
    "resolution_publish": (2, 1),
    "resolution_task": (15, 5),
    "resolution_check": (5, 2),
}
