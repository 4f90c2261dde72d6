"""Topics, modes and the review rule of deputies' questioning to begin with (domain 4.2, 4.4; docs/defaults.md)."""

from deputies.models.dated import UNSOURCED
from foundation.ballots import Base, Sign
from foundation.ballots.models import BallotClause, BallotRule
from supervision.models import InitiatorRule, QuestionTerm
from supervision.states.interpellations import ProposalKind, Venue
from supervision.states.questions import TermSort
from supervision.transitions.interpellation_ballots import DISSATISFIED, RULE
from supervision.transitions.question_ballots import ANSWERS_RULE
from supervision.transitions.question_sessions import REVIEW_RULE

TERMS = {
    TermSort.FIELD: ("党委、政府中心工作", "法律法规和人大决议决定实施", "群众反映的热点难点"),
    TermSort.MODE: ("会议+现场", "定向+随机", "集中+分散", "线上+线下"),
}
GOOD, GRADES = "满意", "满意、基本满意、不满意"
SHARE = 80
ASKED_AT_CONGRESS = "《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》"
ASKED_AT_COMMITTEE = "《中华人民共和国各级人民代表大会常务委员会监督法》"
# matter, who raises it, how many at least, share of the dissatisfied from which there is another answer, legal basis
INITIATORS = (
    (ProposalKind.INTERPELLATION, Venue.CONGRESS, 10, Sign.AT_LEAST, ASKED_AT_CONGRESS),
    (ProposalKind.INTERPELLATION, Venue.STANDING, 3, Sign.MORE, ASKED_AT_COMMITTEE),
    (ProposalKind.THEMATIC, Venue.CONGRESS, 10, Sign.AT_LEAST, UNSOURCED),
    (ProposalKind.THEMATIC, Venue.STANDING, 3, Sign.MORE, UNSOURCED),
)


def load() -> None:
    """Adds what there is no row of yet; a sort with any row belongs to the office."""
    for sort, names in TERMS.items():
        if not QuestionTerm.objects.filter(sort=sort).exists():
            rows = (QuestionTerm(sort=sort, name=n, order=o, legal_basis=UNSOURCED) for o, n in enumerate(names, 1))
            QuestionTerm.objects.bulk_create(rows)
    for kind, venue, least, sign, basis in INITIATORS:
        if not InitiatorRule.objects.filter(kind=kind, venue=venue).exists():
            facts = {"least": least, "again_sign": sign, "legal_basis": basis}
            InitiatorRule.objects.create(kind=kind, venue=venue, **facts)
    _ballot_rules()


def _ballot_rules() -> None:
    if not BallotRule.objects.filter(code=REVIEW_RULE).exists():
        _review_rule()
    if not BallotRule.objects.filter(code=ANSWERS_RULE).exists():
        _answers_rule()
    for venue, sign, basis in ((row[1], row[3], row[4]) for row in INITIATORS[:2]):
        if not BallotRule.objects.filter(code=RULE.format(venue)).exists():
            _judging_rule(venue, sign, basis)


def _judging_rule(venue: Venue, sign: Sign, basis: str) -> None:
    """Of all who raised it, half (or more than half) dissatisfied get another answer."""
    facts = {"base": Base.ALL_MEMBERS, "grades": f"{GOOD}、{DISSATISFIED}", "otherwise": "办结", "legal_basis": basis}
    rule = BallotRule.objects.create(code=RULE.format(venue), name=f"质询答复评价办法（{venue.label}）", **facts)
    share = {"sign": sign, "top": 1, "bottom": 2, "outcome": "再作答复"}
    BallotClause.objects.create(rule=rule, grades=DISSATISFIED, **share)


def _answers_rule() -> None:
    """Satisfied, or basically satisfied, are half of all members or more; otherwise the body answers anew."""
    facts = {"name": "专题询问答复满意度测评办法", "base": Base.ALL_MEMBERS, "grades": GRADES, "otherwise": "不满意"}
    quorum = {"quorum_top": 1, "quorum_bottom": 2, "quorum_sign": Sign.MORE, "legal_basis": UNSOURCED}
    rule = BallotRule.objects.create(code=ANSWERS_RULE, **facts, **quorum)
    for order, grades in enumerate((GOOD, "满意、基本满意"), 1):
        outcome = grades.rpartition("、")[2]
        share = {"sign": Sign.AT_LEAST, "top": 1, "bottom": 2, "outcome": outcome, "order": order}
        BallotClause.objects.create(rule=rule, grades=grades, **share)


def _review_rule() -> None:
    """Satisfied and basically satisfied papers of those returned: 80 % or more, otherwise it is put right once more."""
    facts = {"name": "问政问题满意度评议办法", "base": Base.RETURNED, "grades": GRADES, "otherwise": "二次整改"}
    rule = BallotRule.objects.create(code=REVIEW_RULE, **facts)
    BallotClause.objects.create(rule=rule, grades="满意、基本满意", sign=Sign.AT_LEAST, top=SHARE, outcome=GOOD)
