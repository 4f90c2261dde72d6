"""The limits, milestones and thresholds a district starts with (domain.md 2.1, 2.15). Edited rows are left alone."""

from datetime import date

from django.db import transaction

from foundation.deadlines import clue_limits
from foundation.deadlines.models import LightThreshold, Milestone, TimeLimit
from foundation.deadlines.models.time_limit import STATUTORY
from foundation.deadlines.parts import PARTS
from foundation.deadlines.units import Level, MilestoneUnit, Unit

FROM = date(2000, 1, 1)

LAW51 = "《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》第五十一条"
# Another place's rule is no legal basis here: the office names its own. Where the amounts come from: docs/defaults.md.
LOCAL = "本级规定（待填）"

DAY, WORKDAY, MONTH = Unit.DAY, Unit.WORKDAY, Unit.MONTH

# key, name, amount, unit, counted from, legal basis
LIMITS = [
    ("screening", "审查立案", 5, WORKDAY, "代表提交之日", LOCAL),
    ("session_assign", "会议期间建议交办", 1, MONTH, "大会闭会之日", LOCAL),
    ("recess_assign", "闭会期间建议交办", 7, WORKDAY, "立案编号之日", LOCAL),
    ("distribution", "政府办公室分办", 5, WORKDAY, "交办之日", LOCAL),
    ("sign_in", "承办单位签收", 7, DAY, "交办之日", LOCAL),
    ("objection", "申请调整承办单位", 5, WORKDAY, "交办之日", LOCAL),
    ("objection_decision", "调整申请决定", 10, WORKDAY, "承办单位提出申请之日", LOCAL),
    ("first_contact", "首次联系代表", 20, WORKDAY, "交办之日", LOCAL),
    ("handling_plan", "制定办理方案", 1, MONTH, "交办之日", LOCAL),
    ("co_opinion", "会办意见", 1, MONTH, "交办之日", LOCAL),
    ("co_opinion_redo", "会办意见重提", 5, WORKDAY, "主办单位退回之日", LOCAL),
    ("reply", "答复代表", 3, MONTH, "交办之日", LAW51),
    ("reply_difficult", "答复代表（涉及面广、处理难度大）", 6, MONTH, "交办之日", LAW51),
    ("extension_decision", "延期申请决定", 3, WORKDAY, "承办单位提出申请之日", LOCAL),
    ("rating", "代表评价", 15, WORKDAY, "答复送达之日", LOCAL),
    ("cosigner_word", "联名代表意见", 5, WORKDAY, "领衔代表征求意见之日", LOCAL),
    ("re_reply", "重新办理答复", 1, MONTH, "代表评价不满意之日", LOCAL),
    ("mediation", "协调处理", 1, MONTH, "代表再次评价不满意之日", LOCAL),
    ("commitment", "承诺事项兑现", 0, Unit.DATE, "答复中承诺之日", LOCAL),
    ("promise_progress", "承诺进展填报", 1, MONTH, "上次填报之日（首次为答复送达之日）", LOCAL),
    ("promise_rating", "承诺兑现后再评价", 20, WORKDAY, "确认兑现之日", LOCAL),
    ("promise_statement", "年终承诺情况告知", 0, Unit.DATE, "第四季度", LOCAL),
    ("carry_explanation", "承诺结转说明", 15, WORKDAY, "转入新的年度或者届之日", LOCAL),
    ("fund_project", "专项资金项目", 0, Unit.DATE, "核定项目之日", LOCAL),
    ("key_supervision", "重点督办", 0, Unit.DATE, "列入名单之日", LOCAL),
    ("activity_feedback", "活动意见反馈", 1, MONTH, "转交之日", LOCAL),
    ("deputy_report_words", "代表补充年度履职报告", 10, WORKDAY, "送代表本人补充之日", LOCAL),
    ("feeling_receipt", "社情民意接收", 5, WORKDAY, "代表反映之日", LOCAL),
    ("feeling_forward", "社情民意转办", 5, WORKDAY, "接收之日", LOCAL),
    ("feeling_answer", "社情民意答复", 1, MONTH, "转办之日", LOCAL),
    ("feeling_outcome", "社情民意反馈代表", 10, WORKDAY, "单位答复之日", LOCAL),
    ("service_accept", "服务请求受理", 3, WORKDAY, "代表提出之日", LOCAL),
    ("service_answer", "服务请求答复", 10, WORKDAY, "受理之日", LOCAL),
    ("protection_accept", "履职保障请求受理", 1, WORKDAY, "代表提出之日", LOCAL),
    ("protection_answer", "履职保障请求答复", 5, WORKDAY, "受理之日", LOCAL),
    ("look_back", "回头看填报", 0, Unit.DATE, "发起回头看之日", LOCAL),
    ("voter_statement", "述职报告提交", 0, Unit.DATE, "安排述职之日", LOCAL),
    ("evaluation_self", "年度考核自评", 0, Unit.DATE, "考核开始之日", LOCAL),
    ("evaluation_objection", "考核等次公示", 5, WORKDAY, "拟定等次通知代表之日", LOCAL),
    ("evaluation_answer", "考核异议答复", 10, WORKDAY, "代表提出异议之日", LOCAL),
    ("duty_objection", "履职记录异议答复", 10, WORKDAY, "代表提出异议之日", LOCAL),
    ("raised_answer", "代表接待日意见答复", 15, WORKDAY, "接待日当日", LOCAL),
    ("circle_answer", "专业代表小组咨询答复", 0, Unit.DATE, "提出咨询之日", LOCAL),
    ("voter_rectification", "述职测评整改", 3, MONTH, "公布测评结果之日", LOCAL),
    ("score_self", "评分自评", 0, Unit.DATE, "开展评分之日", LOCAL),
    ("street_meeting", "街道议政代表会会议", 0, Unit.DATE, "上次会议或者登记之日", LOCAL),
    *(row for part in PARTS for row in part.LIMITS),
]
WINDOWS = {"objection", "evaluation_objection", "recall_defence"}
# An agreed date is met on that very day.
NOT_ROLLED = {
    "commitment",
    "promise_statement",
    "look_back",
    "key_supervision",
    "fund_project",
    "voter_statement",
    "evaluation_self",
    "score_self",
    "street_meeting",
    "circle_answer",
    *(key for part in PARTS for key in part.NOT_ROLLED),
}

_HEAD = "逾期将通报承办单位负责人，并计入办理工作考核。"
_OFFICE = "已报联络工作人员和分管领导，将列入督办。"
# days before (negative: after), repeat every, level, consequence; in days
LONG = [
    (30, None, Level.DUTY, ""),
    (15, None, Level.DUTY, ""),
    (7, None, Level.HEAD, _HEAD),
    (3, None, Level.HEAD, _HEAD),
    (1, None, Level.HEAD, "逾期将报联络工作机构和分管领导，列入督办。"),
    (0, None, Level.OFFICE, "今日未办结即为逾期，将列入督办。"),
    (-7, 7, Level.OFFICE, _OFFICE),
]
MIDDLE = [
    (7, None, Level.DUTY, ""),
    (3, None, Level.DUTY, ""),
    (1, None, Level.HEAD, "逾期将报联络工作机构和分管领导。"),
    (0, None, Level.HEAD, "今日未办结即为逾期。"),
    (-7, 7, Level.OFFICE, _OFFICE),
]
SHORT = [
    (1, None, Level.DUTY, ""),
    (0, None, Level.HEAD, "今日未办结即为逾期。"),
    (-3, 7, Level.OFFICE, _OFFICE),
]
RATING = [
    (7, None, Level.DUTY, ""),
    (3, None, Level.DUTY, ""),
    (0, None, Level.DUTY, "逾期未评价的，按“未表示意见”统计，不计入满意率。"),
]
WORD = [
    (1, None, Level.DUTY, ""),
    (0, None, Level.DUTY, "到期未答复的，领衔代表可以先行评价。"),
]
STATEMENT = [
    (7, None, Level.DUTY, ""),
    (1, None, Level.DUTY, ""),
    (0, None, Level.OFFICE, "今日未提交的，请代表联络工作机构提醒代表。"),
    (-3, 7, Level.OFFICE, "已报联络工作人员。"),
]
OWN_MARKS = [
    (7, None, Level.DUTY, ""),
    (1, None, Level.DUTY, ""),
    (0, None, Level.OFFICE, "今日未自评的，请代表联络工作机构提醒代表，或者直接审核并写明原因。"),
    (-3, 7, Level.OFFICE, "已报联络工作人员。"),
]
SELF_RATING = [
    (3, None, Level.DUTY, ""),
    (0, None, Level.DUTY, "今日未自评的，由评分人直接现场评分。"),
    (-1, None, Level.OFFICE, "自评期限已过，请转入现场评分。"),
]
RECTIFY = [
    (30, None, Level.DUTY, ""),
    (7, None, Level.DUTY, ""),
    (0, None, Level.OFFICE, "今日未提交整改报告的，请代表联络工作机构提醒代表。"),
    (-7, 7, Level.OFFICE, "已报联络工作人员。"),
]
OWN_WORDS = [
    (3, None, Level.DUTY, ""),
    (0, None, Level.DUTY, "期满未补充的，按现有内容核对。"),
    (-1, None, Level.OFFICE, "补充期已满，未提交的可以核对。"),
]
WINDOW = [(1, None, Level.DUTY, "逾期不再受理调整申请，由本单位继续办理。")]
OBJECT = [(1, None, Level.DUTY, "逾期不再受理异议。")]
# What the office owes deputies.
_FEELINGS = ("feeling_receipt", "feeling_forward", "feeling_outcome")
SERVING = (*_FEELINGS, "service_accept", "service_answer", "protection_accept", "protection_answer")
MILESTONES = {
    "reply": LONG,
    "reply_difficult": LONG,
    "commitment": LONG,
    "session_assign": MIDDLE,
    "first_contact": MIDDLE,
    "handling_plan": MIDDLE,
    "co_opinion": MIDDLE,
    "re_reply": MIDDLE,
    "mediation": MIDDLE,
    "promise_progress": MIDDLE,
    "promise_statement": MIDDLE,
    "carry_explanation": MIDDLE,
    "look_back": MIDDLE,
    "activity_feedback": MIDDLE,
    "key_supervision": LONG,
    "fund_project": LONG,
    "voter_statement": STATEMENT,
    "score_self": SELF_RATING,
    "street_meeting": MIDDLE,
    "evaluation_self": OWN_MARKS,
    "evaluation_objection": OBJECT,
    "evaluation_answer": SHORT,
    "raised_answer": MIDDLE,
    "circle_answer": SHORT,
    "duty_objection": SHORT,
    "voter_rectification": RECTIFY,
    "rating": RATING,
    "promise_rating": RATING,
    "cosigner_word": WORD,
    "deputy_report_words": OWN_WORDS,
    "objection": WINDOW,
    "feeling_answer": MIDDLE,
    **dict.fromkeys(SERVING, SHORT),
    "screening": SHORT,
    "recess_assign": SHORT,
    "distribution": SHORT,
    "sign_in": SHORT,
    "objection_decision": SHORT,
    "co_opinion_redo": SHORT,
    "extension_decision": SHORT,
    **{key: SHORT for part in PARTS for key in part.SHORT},
    **{key: MIDDLE for part in PARTS for key in part.MIDDLE},
    **clue_limits.MARKS,
}
# Short clocks count their last day before the end in working days, so that nobody is told on a Sunday for Monday.
IN_WORKDAYS = {
    *SERVING,
    "screening",
    "recess_assign",
    "distribution",
    "objection",
    "objection_decision",
    "evaluation_answer",
    "duty_objection",
    "co_opinion_redo",
    "cosigner_word",
    "extension_decision",
    *(key for part in PARTS for key in part.SHORT),
    *clue_limits.QUICK,
}

# yellow, orange
THRESHOLDS = {
    "": (15, 7),
    "feeling_receipt": (2, 1),
    "feeling_forward": (2, 1),
    "feeling_answer": (10, 3),
    "feeling_outcome": (5, 2),
    "service_accept": (1, 0),
    "service_answer": (5, 2),
    "protection_accept": (1, 0),
    "protection_answer": (2, 1),
    "screening": (2, 1),
    "recess_assign": (3, 1),
    "distribution": (2, 1),
    "sign_in": (3, 1),
    "objection": (2, 1),
    "objection_decision": (5, 2),
    "first_contact": (7, 3),
    "handling_plan": (10, 3),
    "co_opinion": (10, 3),
    "co_opinion_redo": (2, 1),
    "extension_decision": (1, 0),
    "rating": (7, 3),
    "cosigner_word": (2, 1),
    "deputy_report_words": (3, 1),
    "re_reply": (10, 3),
    "mediation": (10, 3),
    "promise_progress": (7, 3),
    "promise_rating": (7, 3),
    "promise_statement": (30, 10),
    "carry_explanation": (7, 3),
    "look_back": (10, 3),
    "activity_feedback": (10, 3),
    "key_supervision": (45, 15),
    "fund_project": (45, 15),
    "session_assign": (10, 3),
    "voter_statement": (7, 3),
    "score_self": (5, 2),
    "street_meeting": (30, 10),
    "evaluation_self": (7, 3),
    "evaluation_objection": (2, 1),
    "evaluation_answer": (5, 2),
    "duty_objection": (5, 2),
    "raised_answer": (7, 3),
    "circle_answer": (3, 1),
    "voter_rectification": (30, 7),
    **{key: days for part in PARTS for key, days in part.THRESHOLDS.items()},
}


@transaction.atomic
def load() -> None:
    """Inserts what is missing; a key that already has any row of its sort belongs to the office."""
    limits = set(TimeLimit.objects.values_list("key", flat=True))
    TimeLimit.objects.bulk_create(_limit(*row) for row in LIMITS if row[0] not in limits)
    milestones = set(Milestone.objects.values_list("limit_key", flat=True))
    Milestone.objects.bulk_create(
        _milestone(key, *row) for key, rows in MILESTONES.items() if key not in milestones for row in rows
    )
    LightThreshold.objects.bulk_create(
        [LightThreshold(limit_key=key, yellow_days=y, orange_days=o) for key, (y, o) in THRESHOLDS.items()],
        ignore_conflicts=True,
    )


def _limit(key: str, name: str, amount: int, unit: str, base: str, legal_basis: str) -> TimeLimit:
    months, with_extensions = STATUTORY.get(key, (None, None))
    return TimeLimit(
        key=key,
        name=name,
        amount=amount,
        unit=unit,
        base=base,
        roll=key not in NOT_ROLLED,
        is_window=key in WINDOWS,
        legal_basis=legal_basis,
        statutory_months=months,
        statutory_max_months=with_extensions,
        valid_from=FROM,
    )


def _milestone(key: str, days: int, repeat: int | None, level: int, consequence: str) -> Milestone:
    unit = MilestoneUnit.WORKDAY if key in IN_WORKDAYS and days > 0 else MilestoneUnit.DAY
    return Milestone(
        limit_key=key, days_before=days, repeat_every=repeat, level=level, consequence=consequence, unit=unit
    )
