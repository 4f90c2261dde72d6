"""The issue ledger: navigation, tones, cards, clocks, evidence."""

from typing import Any

from foundation.files.registry import register_owner
from foundation.web import cards, navigation, tones
from supervision.cards.problems import CARDS
from supervision.models import Problem, ProblemEntry
from supervision.notices import problem_clocks
from supervision.rules.problems import may_list_problems, may_open_entry, may_open_problem

register_owner(Problem, may_open_problem)
register_owner(ProblemEntry, may_open_entry)
problem_clocks.register_all()
for card in CARDS:
    cards.register(card)
tones.register(
    "supervision.problem.state",
    {"found": "warn", "mending": "info", "claimed": "warn", "struck": "ok", "withdrawn": "muted"},
)
tones.register("supervision.delay.state", {"asked": "warn", "granted": "ok", "refused": "muted"})
tones.register("supervision.problemvoice.grade", {"satisfied": "ok", "basically": "info", "dissatisfied": "late"})


def _reads(user: Any) -> bool:
    return bool(may_list_problems(user))


navigation.register(
    navigation.NavItem("问题清单", "supervision:problems", icon="list", allowed=_reads, order=85, section="监督")
)
navigation.register(
    navigation.NavItem(
        "监督问题", "supervision:public-problems", icon="list", order=35, section="监督", area=navigation.PUBLIC
    )
)
