"""The issue ledger: tones, clocks, evidence."""

from foundation.files.registry import register_owner
from foundation.web import tones
from supervision.models import Problem, ProblemEntry
from supervision.notices import problem_clocks
from supervision.rules.problems import may_open_entry, may_open_problem

register_owner(Problem, may_open_problem)
register_owner(ProblemEntry, may_open_entry)
problem_clocks.register_all()
tones.register(
    "supervision.problem.state",
    {"found": "warn", "mending": "info", "claimed": "warn", "struck": "ok", "withdrawn": "muted"},
)
tones.register("supervision.delay.state", {"asked": "warn", "granted": "ok", "refused": "muted"})
tones.register("supervision.problemvoice.grade", {"satisfied": "ok", "basically": "info", "dissatisfied": "late"})
