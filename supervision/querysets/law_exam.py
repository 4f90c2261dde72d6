"""Law examinations before an appointment: whose paper, what waits."""

from datetime import date
from typing import Any, Self

from django.db.models import Q, QuerySet

from supervision.rules.house import READERS
from supervision.states.appointments import ExamState, QuestionKind


class LawQuestionQuerySet(QuerySet):
    """Questions of the bank."""

    def drawable(self, on: date) -> Self:
        """In use on that day."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=on), valid_from__lte=on)

    def keys_by_kind(self, on: date) -> dict[str, list[int]]:
        """Kind → ids that may be drawn. One query."""
        found: dict[str, list[int]] = {kind: [] for kind in QuestionKind.values}
        for pk, kind in self.drawable(on).order_by("pk").values_list("pk", "kind"):
            found[kind].append(pk)
        return found


class ExamQuerySet(QuerySet):
    """Papers, drawn, sat and marked."""

    def visible_to(self, user: Any) -> Self:
        """One's own; the house reads all of them."""
        if not user.is_authenticated:
            return self.none()
        return self if user.has_role(*READERS) else self.filter(nominee__user=user)

    def to_sit(self, user: Any) -> Self:
        """One's own papers that are not handed in."""
        waiting = (ExamState.DRAWN, ExamState.SITTING)
        return self.filter(nominee__user=user, state__in=waiting).order_by("drawn_at", "pk")

    def marked(self) -> Self:
        return self.filter(state=ExamState.MARKED)

    def with_names(self) -> Self:
        rows = self.select_related("nominee__appointment__meeting", "nominee__organ", "nominee__kind", "nominee__user")
        return rows.select_related("entered_by", "checked_by")
