"""Most urgent first: the day on which the earliest open clock of a case falls due."""

from functools import lru_cache

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Least

from foundation.deadlines.models import Deadline
from suggestions.models import Assignment, Suggestion


def by_urgency(rows: QuerySet) -> QuerySet:
    """`rows` of suggestions, the one due first in front, those without any clock last; annotated with `due_first`.

    Windows that merely close are nobody's duty and do not count.
    """
    kinds = ContentType.objects.get_for_models(Suggestion, Assignment)
    due = _due_first(kinds[Suggestion].pk, kinds[Assignment].pk)
    return rows.annotate(due_first=due).order_by(F("due_first").asc(nulls_last=True), "pk")


# A desk asks this of a dozen queues; the expression is the same each time, and annotate() copies it.
@lru_cache(maxsize=4)
def _due_first(suggestion_kind: int, assignment_kind: int) -> Least:
    parts = Assignment.objects.active().filter(suggestion=OuterRef(OuterRef("pk")))
    return Least(_earliest(suggestion_kind, [OuterRef("pk")]), _earliest(assignment_kind, parts.values("pk")))


def _earliest(kind: int, keys: object) -> Subquery:
    clocks = Deadline.objects.open().filter(subject_type=kind, limit__is_window=False)
    return Subquery(clocks.filter(subject_id__in=keys).order_by("due_on").values("due_on")[:1])
