"""Which clocks."""

from datetime import date, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Model, Q, QuerySet

from foundation.accounts.roles import DUTY_ROLES, Role
from foundation.deadlines.registry import in_person_kinds

OPEN = Q(met_at__isnull=True, cancelled_at__isnull=True)


class DeadlineQuerySet(QuerySet):
    """Questions an official asks about clocks; days are arguments."""

    def open(self) -> "DeadlineQuerySet":
        """Neither met nor cancelled."""
        return self.filter(OPEN)

    def upon(self, model: "type[Model]", keys: Any) -> "DeadlineQuerySet":
        """Clocks of the rows `keys` of `model` (a list or a subquery). The type goes by its name, so that a statement
        composed once can say this before any database is asked; of several models ask each apart: the planner finds no
        index for an OR of them."""
        kind = {"subject_type__app_label": model._meta.app_label, "subject_type__model": model._meta.model_name}
        return self.filter(subject_id__in=keys, **kind)

    def of(self, subject: "Model | QuerySet") -> "DeadlineQuerySet":
        """Clocks of one object, or of the objects of a queryset (as a subquery)."""
        kind = ContentType.objects.get_for_model(subject if isinstance(subject, Model) else subject.model)
        if isinstance(subject, Model):
            return self.filter(subject_type=kind, subject_id=subject.pk)
        return self.filter(subject_type=kind, subject_id__in=subject.order_by().values("pk"))

    def subject_ids(self, model: type[Model]) -> QuerySet:
        """Keys of the objects of `model` these clocks run on, for `filter(pk__in=…)`."""
        kind = ContentType.objects.get_for_model(model)
        return self.filter(subject_type=kind).order_by().values("subject_id")

    def due_within(self, days: int, on: date) -> "DeadlineQuerySet":
        """Open, not overdue on `on`, and due within `days` days of it."""
        return self.filter(running_until__range=(on, on + timedelta(days=days)))

    def late_on(self, day: date) -> "DeadlineQuerySet":
        """Open now and due before `day`; windows merely close."""
        return self.filter(running_until__lt=day, limit__is_window=False)

    def overdue_on(self, day: date) -> "DeadlineQuerySet":
        """Open on `day` although due before it, or met late. Windows close, they are never overdue."""
        still_open = Q(met_on=None, cancelled_at=None) | Q(met_on__gt=day)
        return self.filter(still_open, due_on__lt=day, started_on__lte=day, limit__is_window=False)

    def met_late(self) -> "DeadlineQuerySet":
        """Met after the due day."""
        return self.filter(met_on__gt=F("due_on"), limit__is_window=False)

    def waiting_for(self, user, on: date | None = None) -> "DeadlineQuerySet":
        """Open clocks that are this person's duty, by name or through his organisations, most urgent first.

        The district's office is named on no clock: those are its clerks'. Kinds of a restricted list are left out.
        """
        mine = Q(user=user) | Q(organisation__in=user.organisations(*DUTY_ROLES, on=on))
        if user.has_role(Role.CLERK, on=on):
            mine |= Q(user=None, organisation=None)
        return self.listed().open().filter(mine).order_by("due_on", "pk")

    def listed(self) -> "DeadlineQuerySet":
        """Without the clocks of a restricted list."""
        hidden = in_person_kinds()
        return self.exclude(kind__in=hidden) if hidden else self

    def with_colour(self, colour: str, on: date) -> "DeadlineQuerySet":
        """Open clocks whose light has this colour on `on`; the same borders as `light()`."""
        borders = {
            "red": Q(running_until__lt=on, limit__is_window=False),
            "orange": Q(due_on__gte=on, orange_on__lte=on),
            "yellow": Q(due_on__gte=on, orange_on__gt=on, yellow_on__lte=on),
            "green": Q(yellow_on__gt=on),
        }
        return self.open().filter(borders[colour])

    def owing(self, on: date) -> "DeadlineQuerySet":
        """Open clocks with a milestone on or before `on` that has not been dealt with."""
        return self.open().filter(next_milestone_on__lte=on)
