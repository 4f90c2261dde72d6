"""Plans, courses, materials; who has been trained and who not."""

from datetime import date
from typing import Any, Self

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from deputies import people, rules
from deputies.querysets.register import looked_after_by
from deputies.states import CAME, CourseAudience
from foundation.accounts.roles import Role
from foundation.workdays.clock import today

CAME_TO_BATCH = Q(activity__batch__isnull=False, attendance__in=CAME)


class TrainingPlanQuerySet(QuerySet):
    """Questions about the yearly plans."""

    def visible_to(self, user: Any) -> Self:
        """Readers of the register: those who keep it all, others what is adopted; of townships one's own."""
        if not user.is_authenticated or not rules.may_open_register(user):
            return self.none()
        if rules.may_plan_training(user, on=today()):
            return self.all()
        adopted, own = Q(adopted_on__isnull=False), Q(organiser__in=user.organisations(Role.TOWNSHIP_CLERK))
        if not user.has_role(*rules.WHOLE_REGISTER):
            adopted &= Q(organiser=None) | Q(organiser__in=_townships_of(user))
        return self.filter(adopted | own)

    def for_list(self) -> Self:
        standing = Q(courses__dropped_at__isnull=True)
        return self.annotate(
            courses_count=Count("courses", filter=standing, distinct=True),
            batches_count=Count("courses__batches", distinct=True),
        )


class CourseQuerySet(QuerySet):
    """Questions about courses."""

    def visible_to(self, user: Any) -> Self:
        """Those of the plans one may open."""
        return self.filter(plan__in=_related(self.model, "plan").visible_to(user).order_by().values("pk"))

    def with_batches(self) -> Self:
        """With how often it was held, and how many came in all."""
        came = Count("batches__activity__invitations", filter=Q(batches__activity__invitations__attendance__in=CAME))
        return self.annotate(batches_count=Count("batches", distinct=True), came=came)


class BatchQuerySet(QuerySet):
    """Questions about batches."""

    def visible_to(self, user: Any) -> Self:
        """Those of the courses one may open."""
        return self.filter(course__in=_related(self.model, "course").visible_to(user).order_by().values("pk"))


class MaterialQuerySet(QuerySet):
    """Questions about materials online."""

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated or not rules.may_open_register(user):
            return self.none()
        return self.all() if rules.may_plan_training(user, on=today()) else self.online()

    def online(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)

    def unread_by(self, user: Any) -> Self:
        """What this deputy has not said he has learned."""
        return self.online().exclude(readings__deputy__user=user)


class StaffStudyQuerySet(QuerySet):
    """The study calendar of the staff."""

    def visible_to(self, user: Any) -> Self:
        return self.all() if rules.may_open_staff_study(user) else self.none()

    def open(self) -> Self:
        """Neither recorded nor dropped."""
        return self.filter(recorded_at__isnull=True, dropped_at__isnull=True)


def with_training(seats: QuerySet, first: date, last: date) -> QuerySet:
    """Seats with `batches_attended` in these days, and of the whole term `is_new` and `was_introduced`.

    Newly elected is who is not marked as re-elected and held no seat of the same congress and level in an earlier
    term; introduced, who came to a course meant for the newly elected in this term.
    """
    came = _invitations(seats.model).filter(CAME_TO_BATCH, deputy=OuterRef("deputy"))
    between = came.filter(activity__starts_at__date__range=(first, last)).order_by()
    number = between.values("deputy").annotate(number=Count("pk")).values("number")
    introduced = came.filter(
        activity__batch__course__audience=CourseAudience.NEW, activity__starts_at__date__gte=OuterRef("term__starts_on")
    )
    return seats.annotate(
        batches_attended=Coalesce(Subquery(number), 0),
        is_new=Case(When(re_elected=True, then=False), default=~Exists(_earlier_seats(seats.model))),
        was_introduced=Exists(introduced),
    )


def gaps(seats: QuerySet, *, new: bool) -> QuerySet:
    """Of seats `with_training` those that still wait: newly elected without an introduction, or anybody untrained."""
    return seats.filter(is_new=True, was_introduced=False) if new else seats.filter(batches_attended=0)


def seats_to_train(activity: Any, seats: QuerySet) -> QuerySet:
    """Of these seats those whose deputies may be asked to the activity: to a township's batch those of its area."""
    batches = activity._meta.get_field("batch").related_model._base_manager.filter(activity=activity)
    organiser = batches.values_list("course__plan__organiser", flat=True).first()
    return seats.filter(looked_after_by({organiser})) if organiser else seats


def _townships_of(user: Any) -> set[int]:
    """The offices in whose areas this person has a seat."""
    offices = {people.township_office_of(seat) for seat in people.mandates_of(user, today())}
    return {office for office in offices if office}


def _earlier_seats(mandate: Any) -> QuerySet:
    before = Q(term__congress=OuterRef("term__congress"), term__number__lt=OuterRef("term__number"))
    return mandate._base_manager.filter(before, deputy=OuterRef("deputy"), level=OuterRef("level"))


def _invitations(mandate: Any) -> QuerySet:
    deputy = mandate._meta.get_field("deputy").related_model
    return deputy._meta.get_field("invitations").related_model._base_manager.all()


def _related(model: Any, field: str) -> Any:
    return model._meta.get_field(field).related_model._default_manager.all()
