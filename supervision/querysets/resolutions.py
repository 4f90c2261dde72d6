"""Resolutions and decisions, and the tasks that follow: whom they concern."""

from typing import Any, Self

from django.db.models import Count, Q, QuerySet

from supervision.rules.house import ANSWERING, READERS
from supervision.states.resolutions import ResolutionState, TaskState

IN_FORCE = (ResolutionState.ADOPTED, ResolutionState.PUBLISHED)


class ResolutionQuerySet(QuerySet):
    """Questions about resolutions."""

    def visible_to(self, user: Any) -> Self:
        """The house all of them; a body what it has to carry out; everybody who is signed in what was published."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self
        mine = self._tasks().filter(unit__in=user.organisations(*ANSWERING)).order_by()
        return self.filter(Q(state=ResolutionState.PUBLISHED) | Q(pk__in=mine.values("resolution")))

    def public(self) -> Self:
        """What everybody may read, the latest first."""
        return self.filter(state=ResolutionState.PUBLISHED).order_by("-adopted_on", "-pk")

    def with_names(self) -> Self:
        return self.select_related("meeting", "committee", "undertaking", "opinion")

    def with_figures(self) -> Self:
        """Tasks, and how many of them are done."""
        closed = Q(tasks__state=TaskState.CLOSED)
        return self.annotate(handed=Count("tasks"), closed=Count("tasks", filter=closed))

    def _tasks(self) -> Any:
        return self.model._meta.get_field("tasks").related_model._default_manager


class ResolutionTaskQuerySet(QuerySet):
    """Questions about tasks."""

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated:
            return self.none()
        return self if user.has_role(*READERS) else self.filter(unit__in=user.organisations(*ANSWERING))

    def to_report(self, user: Any) -> Self:
        """This person's body has it to carry out."""
        mine = self.filter(unit__in=user.organisations(*ANSWERING), state=TaskState.HANDED)
        return mine.order_by("due_on", "pk")

    def to_confirm(self) -> Self:
        return self.filter(state=TaskState.REPORTED).order_by("due_on", "pk")

    def with_names(self) -> Self:
        return self.select_related("resolution__meeting", "unit")
