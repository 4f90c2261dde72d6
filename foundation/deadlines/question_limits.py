"""Limits of deputies' questioning (代表问政), inquiries and interpellations: a part of the rows of `reference`."""

from foundation.deadlines.units import Unit

LOCAL = "本级规定（待填）"
WORKDAY, MONTH = Unit.WORKDAY, Unit.MONTH

# key, name, amount, unit, counted from, legal basis
LIMITS = [
    ("question_plan", "问政问题整改方案", 10, WORKDAY, "交办或者退回之日", LOCAL),
    ("question_agree", "整改方案商定并公布", 10, WORKDAY, "报送方案之日", LOCAL),
    ("question_remedy", "问政问题整改", 3, MONTH, "交办之日", LOCAL),
    ("question_second", "问政问题二次整改", 1, MONTH, "评议结果确定之日", LOCAL),
    ("question_redo", "问政问题继续整改", 10, WORKDAY, "退回整改结果之日", LOCAL),
    ("question_review", "问政问题满意度评议", 1, MONTH, "报送整改结果之日", LOCAL),
    ("interpellation_decide", "质询案、专题询问提议处理", 20, WORKDAY, "提出之日", LOCAL),
    ("interpellation_answer", "质询案答复", 0, Unit.DATE, "决定交办之日", LOCAL),
]
# Reminded as the short and as the middle clocks of `reference`.
SHORT = {"question_plan", "question_agree", "question_redo", "interpellation_decide"}
MIDDLE = {"question_remedy", "question_second", "question_review", "interpellation_answer"}
# yellow, orange
THRESHOLDS = {
    "question_plan": (5, 2),
    "question_agree": (5, 2),
    "question_remedy": (30, 7),
    "question_second": (10, 3),
    "question_redo": (5, 2),
    "question_review": (10, 3),
    "interpellation_decide": (5, 2),
    "interpellation_answer": (10, 3),
}
# An agreed day is met on that very day.
NOT_ROLLED = {"interpellation_answer"}
