"""Which assignment meetings and lines: the office's own working papers."""

from typing import Any, Self

from django.db.models import Count, Q, QuerySet

from deputies.states import Level
from foundation.accounts.roles import Role
from suggestions.querysets import scope
from suggestions.rules.relations import DISTRICT_OFFICE
from suggestions.states import RowState


def of_office(user: Any) -> Q:
    """What the district's office, or a township's own, keeps."""
    found = [Q(level=Level.DISTRICT)] if user.has_role(*DISTRICT_OFFICE) else []
    if townships := user.organisations(Role.TOWNSHIP_CLERK):
        found.append(Q(level=Level.TOWNSHIP, township__in=townships))
    return scope.any_of(found)


class AssignmentMeetingQuerySet(QuerySet):
    """Questions about assignment meetings."""

    def visible_to(self, user: Any) -> Self:
        return self.filter(of_office(user)) if user.is_authenticated else self.none()

    def with_counts(self) -> Self:
        """`total`, `done`, `failed`, `waiting` lines of each."""
        counts = {"done": RowState.DONE, "failed": RowState.FAILED, "waiting": RowState.WAITING}
        each = {name: Count("rows", filter=Q(rows__state=state)) for name, state in counts.items()}
        return self.annotate(total=Count("rows"), **each)


class OfMeetingQuerySet(QuerySet):
    """Lines of the assignment list, for whoever may open the meeting."""

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated:
            return self.none()
        meetings = self.model._meta.get_field("meeting").related_model.objects
        return self.filter(meeting__in=meetings.visible_to(user).order_by().values("pk"))

    def with_names(self) -> Self:
        """With everything the list shows; three queries however many lines."""
        names = ("suggestion__lead__deputy", "suggestion__delegation", "suggestion__category")
        rows = self.select_related(*names).prefetch_related("units__unit")
        return rows.order_by("suggestion__channel", "suggestion__number", "pk")
