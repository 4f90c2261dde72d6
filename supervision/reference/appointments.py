"""Ways of appointing, how the examination is made up, how the SC votes, what follows (domain 4.2; docs/defaults.md)."""

from collections.abc import Sequence
from datetime import date

from deputies.models.dated import UNSOURCED
from deputies.reference.adding import add
from foundation.ballots import Base, Sign
from foundation.ballots.models import BallotClause, BallotRule
from supervision.models import AppointmentKind, BallotConsequence, ExamRule, LawQuestion
from supervision.reference.law_questions import QUESTIONS

ZZF = "《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》"
JDF = "《中华人民共和国各级人民代表大会常务委员会监督法》"
SINCE = date(2000, 1, 1)
# code, name, wording, removal, exam, statement, pledge, basis
KINDS = (
    ("appoint", "任命", "任命{name}为{post}", False, True, True, True, f"{ZZF}第五十条"),
    ("decide", "决定任命", "决定任命{name}为{post}", False, True, True, True, f"{ZZF}第五十条"),
    ("acting", "决定代理", "决定{name}代理{post}", False, False, False, False, f"{ZZF}第五十条"),
    ("remove", "免职", "免去{name}的{post}职务", True, False, False, False, f"{ZZF}第五十条"),
    ("resign", "接受辞职", "接受{name}辞去{post}职务的请求", True, False, False, False, f"{ZZF}第五十条"),
    ("dismiss", "撤职", "撤销{name}的{post}职务", True, False, False, False, f"{JDF}第六十条至第六十二条"),
)
EXAM = {
    "singles": 10,
    "single_points": 5,
    "judges": 5,
    "judge_points": 4,
    "multiples": 5,
    "multiple_points": 6,
    "minutes": 60,
    "pass_points": 60,
    "tries": 2,
}
VOTE, RESOLUTION, APPRAISAL = "appointment_vote", "resolution_vote", "appointee_appraisal"
YES = (("赞成", Sign.MORE, "通过"),)
# Each clause counts the better grades along; exactly half is enough.
GRADES = (
    ("满意", Sign.AT_LEAST, "满意"),
    ("满意、比较满意", Sign.AT_LEAST, "比较满意"),
    ("满意、比较满意、基本满意", Sign.AT_LEAST, "基本满意"),
)
# outcome, what follows, months
CONSEQUENCES = (
    ("基本满意", "由主任会议组成人员约谈，书面提出改进措施", 1),
    ("不满意", "由主任会议组成人员约谈，六十日内书面报告整改情况", 2),
    ("不满意", "整改情况提请下一次述职测评复查；仍不满意的，依法提出处理意见", 12),
)


def load() -> None:
    """Adds what there is no row of yet."""
    add(AppointmentKind, "code", (_kind(order, *row) for order, row in enumerate(KINDS, 1)))
    if not ExamRule.objects.exists():
        ExamRule.objects.create(**EXAM, legal_basis=UNSOURCED)
    _questions()
    if not BallotConsequence.objects.exists():
        BallotConsequence.objects.bulk_create(
            BallotConsequence(outcome=outcome, what=what, months=months, order=order)
            for order, (outcome, what, months) in enumerate(CONSEQUENCES, 1)
        )
    ballot_rule(VOTE, "人事任免表决办法", "赞成、反对、弃权", YES, "未通过", f"{ZZF}第五十一条")
    ballot_rule(RESOLUTION, "决议决定表决办法", "赞成、反对、弃权", YES, "未通过", f"{ZZF}第五十一条")
    ballot_rule(APPRAISAL, "任命人员述职测评办法", "满意、比较满意、基本满意、不满意", GRADES, "不满意", UNSOURCED)


def ballot_rule(
    code: str, name: str, grades: str, clauses: Sequence[tuple[str, Sign, str]], otherwise: str, basis: str
) -> None:
    """Of all members of the standing committee, more than half of whom must be there."""
    if BallotRule.objects.filter(code=code).exists():
        return
    facts = {"name": name, "base": Base.ALL_MEMBERS, "grades": grades, "otherwise": otherwise, "legal_basis": basis}
    rule = BallotRule.objects.create(code=code, quorum_top=1, quorum_bottom=2, quorum_sign=Sign.MORE, **facts)
    BallotClause.objects.bulk_create(
        BallotClause(rule=rule, grades=counted, sign=sign, top=1, bottom=2, outcome=outcome, order=order)
        for order, (counted, sign, outcome) in enumerate(clauses, 1)
    )


def _kind(order: int, code: str, name: str, wording: str, removal: bool, *asks: object) -> dict[str, object]:
    exam, statement, pledge, basis = asks
    asked = {"needs_exam": exam, "needs_statement": statement, "needs_pledge": pledge, "legal_basis": basis}
    return {"code": code, "name": name, "wording": wording, "is_removal": removal, "order": order, **asked}


def _questions() -> None:
    """The bank begins with these; an office that has any question keeps its own."""
    if LawQuestion.objects.exists():
        return
    LawQuestion.objects.bulk_create(
        LawQuestion(kind=kind, text=text, options="\n".join(options), key=key, source=source, valid_from=SINCE)
        for kind, text, options, key, source in QUESTIONS
    )
