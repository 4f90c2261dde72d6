"""The figures of the front page, each with its definition; counted at most every ten minutes."""

from dataclasses import dataclass
from datetime import date

from django.core.cache import cache
from django.db.models import Count, F, Max, Q

from deputies.models import Term
from foundation.deadlines.models import Deadline
from suggestions.models import Assignment, Rating, Suggestion
from suggestions.states import ANSWERED, Grade
from suggestions.statistics import percentage

CACHE_SECONDS = 600


@dataclass(frozen=True)
class Figure:
    """A number, its unit, and what exactly was counted."""

    label: str
    value: int | str
    unit: str
    definition: str


def figures_on(day: date) -> list[Figure]:
    """The figures of the current term as they stood within the last ten minutes before now."""
    key = f"site:figures:{day}"
    figures = cache.get(key)
    if figures is None:
        figures = count(day)
        cache.set(key, figures, CACHE_SECONDS)
    return figures


def count(day: date) -> list[Figure]:
    """Counts the four figures; four queries."""
    term = Term.objects.current()
    rows = Suggestion.objects.registered().counted().filter(term=term)
    total = rows.aggregate(filed=Count("pk"), answered=Count("pk", filter=Q(state__in=ANSWERED)))
    return [
        Figure("本届立案建议", total["filed"], "件", "本届以来编号立案的代表建议，含议案转为建议的"),
        Figure("已经答复", total["answered"], "件", "其中，承办单位已全部答复代表的"),
        Figure("按期答复率", _on_time(term), "", "已答复的承办任务中，在法定期限或者批准的延期内答复的比例"),
        Figure("办理结果满意率", _satisfied(term), "", "最近一次评价中“满意”和“基本满意”的比例；未表态的不计入"),
    ]


def _on_time(term: Term | None) -> str:
    parts = Assignment.objects.filter(suggestion__term=term)
    met = Deadline.objects.of(parts).filter(kind="reply", met_on__isnull=False)
    return share(**met.aggregate(part=Count("pk", filter=Q(met_on__lte=F("due_on"))), whole=Count("pk")))


def _satisfied(term: Term | None) -> str:
    last = Rating.objects.filter(suggestion__term=term).order_by().values("suggestion").annotate(last=Max("pk"))
    ratings = Rating.objects.filter(pk__in=last.values("last"))
    content = Q(result__in=(Grade.SATISFIED, Grade.BASICALLY))
    return share(**ratings.aggregate(part=Count("pk", filter=content), whole=Count("pk")))


def share(part: int, whole: int) -> str:
    """A percentage with two decimals; a dash where there is nothing to divide."""
    found = percentage(part, whole)
    return "—" if found is None else f"{found}%"
