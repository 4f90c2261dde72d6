"""Rules of ballots and votes this room starts with (domain 4.4; docs/defaults.md)."""

from typing import Any

from foundation.ballots import Base, Sign
from foundation.ballots.models import BallotClause, BallotGroup, BallotRule, BallotScore, Roll
from foundation.ballots.models.rule import UNSOURCED

THREE = ("满意", "基本满意", "不满意")
FOUR = ("满意", "比较满意", "基本满意", "不满意")
VOTE = ("赞成", "反对", "弃权")
ALL, VALID, RETURNED = Base.ALL_MEMBERS, Base.VALID, Base.RETURNED
COUNCIL = Roll.STANDING_COMMITTEE
LAW = "《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》第五十一条"
# grades counted together, comparison, share (top, bottom), outcome
CUMULATIVE = (("满意", Sign.AT_LEAST, 1, 2, "满意"), ("满意、基本满意", Sign.AT_LEAST, 1, 2, "基本满意"))
OF_FOUR = (
    ("满意", Sign.AT_LEAST, 1, 2, "满意"),
    ("满意、比较满意", Sign.AT_LEAST, 1, 2, "比较满意"),
    ("满意、比较满意、基本满意", Sign.AT_LEAST, 1, 2, "基本满意"),
)
MORE_THAN_HALF = (("赞成", Sign.MORE, 1, 2, "通过"),)
SECOND_ROUND = ("满意、基本满意", Sign.LESS, 80, 100, "二次整改")
APPRAISAL = (("称职", Sign.AT_LEAST, 80, 100, "称职"), ("称职", Sign.AT_LEAST, 50, 100, "基本称职"))
RECTIFY = ("不称职", Sign.MORE, 50, 100, "整改")
HALF, TWO_THIRDS = (1, 2, Sign.MORE), (2, 3, Sign.AT_LEAST)

# code, name, base, grades, clauses, outcome otherwise; then what else the rule says
RULES: tuple[tuple[Any, ...], ...] = (
    ("satisfaction", "满意度测评（全体组成人员半数）", ALL, THREE, CUMULATIVE, "不满意", {"quorum": HALF}),
    (
        "satisfaction_two",
        "满意度测评（满意须超过半数）",
        ALL,
        ("满意", "不满意"),
        (("满意", Sign.MORE, 1, 2, "满意"),),
        "不满意",
        {"quorum": HALF},
    ),
    ("satisfaction_valid", "满意度测评（有效票半数）", VALID, THREE, CUMULATIVE, "不满意", {"quorum": HALF}),
    (
        "satisfaction_score",
        "满意度测评（按得分）",
        VALID,
        (*THREE, "不了解"),
        CUMULATIVE,
        "不满意",
        {"uncounted": "不了解", "scores": (("满意", 100), ("基本满意", 70), ("不满意", 30))},
    ),
    (
        "satisfaction_weighted",
        "满意度测评（公众、代表、组成人员加权）",
        VALID,
        THREE,
        CUMULATIVE,
        "不满意",
        {"groups": (("社会公众", 15, Roll.NONE), ("人大代表", 70, Roll.DEPUTIES), ("常委会组成人员", 15, COUNCIL))},
    ),
    ("inquiry", "代表问政满意度测评", VALID, THREE, CUMULATIVE, "不满意", {"alerts": (SECOND_ROUND,)}),
    (
        "appraisal",
        "工作评议测评",
        RETURNED,
        ("称职", "基本称职", "不称职"),
        APPRAISAL,
        "不称职",
        {"quorum": HALF, "alerts": (RECTIFY,)},
    ),
    ("appointees", "任命人员履职测评", ALL, FOUR, OF_FOUR, "不满意", {"quorum": HALF}),
    (
        "sc_vote",
        "常委会表决（全体组成人员过半数）",
        ALL,
        VOTE,
        MORE_THAN_HALF,
        "未通过",
        {"quorum": HALF, "basis": LAW},
    ),
    ("project_vote", "民生实事项目票决（全体代表过半数）", ALL, VOTE, MORE_THAN_HALF, "未通过", {"quorum": TWO_THIRDS}),
)


def load() -> None:
    """Adds each rule unless the office has any version of it."""
    known = set(BallotRule.objects.values_list("code", flat=True))
    for code, name, base, grades, clauses, otherwise, more in RULES:
        if code not in known:
            _add(code, name, base, grades, otherwise, clauses, more)


def _add(code: str, name: str, base: Base, grades: Any, otherwise: str, clauses: Any, more: dict[str, Any]) -> None:
    facts: dict[str, Any] = {"uncounted": more.get("uncounted", ""), "legal_basis": more.get("basis", UNSOURCED)}
    if "quorum" in more:
        top, bottom, sign = more["quorum"]
        facts |= {"quorum_top": top, "quorum_bottom": bottom, "quorum_sign": sign}
    facts |= {"name": name, "base": base, "grades": "、".join(grades), "otherwise": otherwise}
    rule = BallotRule.objects.create(code=code, **facts)
    for order, (names, sign, top, bottom, outcome) in enumerate((*clauses, *more.get("alerts", ())), 1):
        share = {"sign": sign, "top": top, "bottom": bottom, "outcome": outcome, "order": order}
        BallotClause.objects.create(rule=rule, grades=names, is_alert=order > len(clauses), **share)
    for grade, points in more.get("scores", ()):
        BallotScore.objects.create(rule=rule, grade=grade, points=points)
    for order, (name, weight, roll) in enumerate(more.get("groups", ()), 1):
        BallotGroup.objects.create(rule=rule, name=name, weight=weight, roll=roll, order=order)
