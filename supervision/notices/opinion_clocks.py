"""The clocks of deliberation opinions."""

from foundation.deadlines.owed import register_owed
from supervision.models import DeliberationOpinion
from supervision.notices.problem_clocks import people
from supervision.states.opinion import COMMENT, COMPILE, HAND, PLAN, REPORT_OWED, OpinionState, ReportTerm

S = OpinionState
# clock, its name, the states in which it is owed
KINDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (COMPILE, "审议意见整理", (S.DRAFT,)),
    (HAND, "审议意见交办", (S.ADOPTED,)),
    (PLAN, "审议意见处理方案", (S.HANDED,)),
    (COMMENT, "审议意见处理报告征求意见", (S.COMMENTING,)),
    *((str(term), "审议意见处理报告", REPORT_OWED) for term in ReportTerm),
)


def register_all() -> None:
    """Called once by registration."""
    for key, name, states in KINDS:
        register_owed(key, name, DeliberationOpinion, {"state__in": states}, recipients=people)
