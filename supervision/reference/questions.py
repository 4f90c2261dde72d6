"""Topics, modes and the review rule of deputies' questioning to begin with (domain 4.2, 4.4; docs/defaults.md)."""

from deputies.models.dated import UNSOURCED
from foundation.ballots import Base, Sign
from foundation.ballots.models import BallotClause, BallotRule
from supervision.models import InitiatorRule, QuestionTerm
from supervision.states.interpellations import ProposalKind, Venue
from supervision.states.questions import TermSort
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
    if not BallotRule.objects.filter(code=REVIEW_RULE).exists():
        _review_rule()
    for kind, venue, least, sign, basis in INITIATORS:
        if not InitiatorRule.objects.filter(kind=kind, venue=venue).exists():
            facts = {"least": least, "again_sign": sign, "legal_basis": basis}
            InitiatorRule.objects.create(kind=kind, venue=venue, **facts)


def _review_rule() -> None:
    """Satisfied and basically satisfied papers of those returned: 80 % or more, otherwise it is put right once more."""
    facts = {"name": "问政问题满意度评议办法", "base": Base.RETURNED, "grades": GRADES, "otherwise": "二次整改"}
    rule = BallotRule.objects.create(code=REVIEW_RULE, **facts)
    BallotClause.objects.create(rule=rule, grades="满意、基本满意", sign=Sign.AT_LEAST, top=SHARE, outcome=GOOD)
