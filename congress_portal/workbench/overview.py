"""The leaders' overview: how many suggestions stand where, how many are late, and in which units."""

from datetime import date
from typing import Any

from django.core.cache import cache
from django.db.models import Count, Q

from deputies.models import Term
from foundation.deadlines.models import Deadline
from foundation.web.charts import bar_chart, donut_chart
from suggestions.cards.queues import dissatisfied
from suggestions.models import Assignment, Suggestion
from suggestions.states import SuggestionState

CACHE_SECONDS = 300
UNITS_SHOWN = 8


def context(user: Any, on: date) -> dict[str, Any]:
    """Charts and figures for the card; counted anew every five minutes, the same for every leader."""
    key = f"workbench:overview:{on}"
    facts = cache.get(key)
    if facts is None:
        facts = {"by_state": _by_state(), "late_units": _late_units(on), "lights": _lights(on)}
        cache.set(key, facts, CACHE_SECONDS)
    return {
        "always": True,
        "count": sum(count for _, count in facts["by_state"]),
        "states": donut_chart("本届建议所处环节", facts["by_state"]),
        "lights": bar_chart("正在办理的答复期限", facts["lights"]),
        "units": bar_chart("逾期未答复的承办单位", facts["late_units"]) if facts["late_units"] else None,
        "dissatisfied": dissatisfied(user, on).count(),
    }


GROUPS = (
    ("待交办", (SuggestionState.REGISTERED,)),
    ("办理中", (SuggestionState.ASSIGNED, SuggestionState.HANDLING)),
    ("待评价", (SuggestionState.REPLIED, SuggestionState.RATED)),
    ("重新办理", (SuggestionState.REHANDLING, SuggestionState.MEDIATION)),
    ("承诺跟踪", (SuggestionState.TRACKING,)),
    ("已办结", (SuggestionState.CLOSED,)),
)


def _by_state() -> list[tuple[str, int]]:
    rows = Suggestion.objects.registered().counted().filter(term=Term.objects.current())
    counted = dict(rows.order_by().values_list("state").annotate(Count("pk")))
    return [(label, sum(counted.get(state, 0) for state in states)) for label, states in GROUPS]


def _reply_clocks() -> Any:
    parts = Assignment.objects.filter(suggestion__term=Term.objects.current())
    return Deadline.objects.open().of(parts).filter(kind__in=("reply", "reply_difficult", "re_reply"))


def _lights(on: date) -> list[tuple[str, int]]:
    found = _reply_clocks().aggregate(
        red=Count("pk", filter=Q(due_on__lt=on)),
        orange=Count("pk", filter=Q(due_on__gte=on, orange_on__lte=on)),
        yellow=Count("pk", filter=Q(due_on__gte=on, orange_on__gt=on, yellow_on__lte=on)),
        green=Count("pk", filter=Q(yellow_on__gt=on)),
    )
    labels = {"red": "已逾期", "orange": "即将到期", "yellow": "临近到期", "green": "时间充裕"}
    return [(label, found[colour]) for colour, label in labels.items()]


def _late_units(on: date) -> list[tuple[str, int]]:
    late = _reply_clocks().filter(due_on__lt=on).values("organisation__short_name", "organisation__name")
    rows = late.annotate(number=Count("pk")).order_by("-number")[:UNITS_SHOWN]
    return [(row["organisation__short_name"] or row["organisation__name"], row["number"]) for row in rows]
