"""Most urgent first: the day on which the earliest open clock of a case falls due."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Least

from foundation.deadlines.models import Deadline
from suggestions.models import Assignment, Suggestion


def by_urgency(rows: QuerySet) -> QuerySet:
    """`rows` of suggestions, the one due first in front, those without any clock last; annotated with `due_first`.

    Windows that merely close are nobody's duty and do not count.
    """
    return rows.annotate(due_first=Least(_own(), _of_parts())).order_by(F("due_first").asc(nulls_last=True), "pk")


def _earliest(model: type, keys: object) -> Subquery:
    kind = ContentType.objects.get_for_model(model).pk
    clocks = Deadline.objects.open().filter(subject_type=kind, limit__is_window=False)
    return Subquery(clocks.filter(subject_id__in=keys).order_by("due_on").values("due_on")[:1])


def _own() -> Subquery:
    return _earliest(Suggestion, [OuterRef("pk")])


def _of_parts() -> Subquery:
    return _earliest(Assignment, Assignment.objects.active().filter(suggestion=OuterRef(OuterRef("pk"))).values("pk"))
