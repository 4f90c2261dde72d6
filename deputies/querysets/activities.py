"""Activities, invitations and leaves: which of them whom concerns."""

from datetime import date
from typing import Any, Self

from django.db.models import Count, Q, QuerySet

from deputies import people, rules
from deputies.states import (
    CAME,
    RUNNING,
    TOLD,
    UPCOMING,
    ActivityState,
    Answer,
    AttendanceStatus,
    LeaveApprover,
    LeaveState,
)
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.workdays.clock import today


def held_by(user: Any, on: date) -> Q:
    """Activities this person holds: for his office, his township and its groups, or as convener of his group."""
    townships = user.organisations(Role.TOWNSHIP_CLERK, on=on)
    offices = user.organisations(Role.COMMITTEE, on=on) | townships
    groups = people.groups_of(user, on) if user.has_role(Role.GROUP_CONVENER, on=on) else set()
    held = Q(organiser__in=offices) | Q(group__in=groups)
    return held | Q(group__delegation__area__organisation__in=townships) if townships else held


class ActivityQuerySet(QuerySet):
    """Questions about activities."""

    def visible_to(self, user: Any) -> Self:
        """All for the congress's own house; else what one holds, is asked to, or leads the deputies of."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*rules.WHOLE_REGISTER):
            return self.all()
        on = today()
        asked = _asked(self.model).filter(deputy__user=user)
        scope = held_by(user, on) | Q(group__in=people.groups_of(user, on), state__in=TOLD)
        scope |= Q(pk__in=asked.values("activity"), state__in=TOLD)
        if user.has_role(Role.DELEGATION_HEAD, on=on):
            own = _asked(self.model).filter(deputy__mandates__delegation__in=people.delegations_of(user, on))
            scope |= Q(pk__in=own.values("activity"), state__in=TOLD)
        return self.filter(scope)

    def run_by(self, user: Any, on: date) -> Self:
        """Those this person may invite to, note attendance of and close."""
        if user.has_role(*rules.KEEPERS, on=on):
            return self.all()
        return self.filter(held_by(user, on))

    def asking(self, user: Any) -> Self:
        """Those this person is asked to."""
        return self.filter(pk__in=_asked(self.model).filter(deputy__user=user).values("activity"))

    def named(self, words: str) -> Self:
        """With these words in the name or the place."""
        return self.filter(Q(title__contains=words.strip()) | Q(place__contains=words.strip()))

    def in_month(self, year: int, month: int) -> Self:
        """Those that begin in that month, in their order."""
        return self.filter(starts_at__year=year, starts_at__month=month).order_by("starts_at", "pk")

    def upcoming(self, on: date) -> Self:
        """Not over yet, the next one first."""
        return self.filter(state__in=(*UPCOMING, ActivityState.HELD), ends_at__date__gte=on).order_by("starts_at", "pk")

    def to_close(self, on: date) -> Self:
        """Held by the day `on`, and the attendance not closed."""
        return self.filter(state__in=RUNNING, ends_at__date__lte=on).order_by("ends_at", "pk")

    def for_list(self) -> Self:
        """With what a line of the list shows."""
        rows = self.select_related("kind", "organiser", "group", "meeting")
        came = Count("invitations", filter=Q(invitations__attendance__in=CAME))
        return rows.annotate(asked=Count("invitations"), came=came)


class InvitationQuerySet(QuerySet):
    """Questions about invitations."""

    def visible_to(self, user: Any) -> Self:
        """One's own; everybody's for who holds the activity, leads the delegation, or belongs to the house."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*rules.WHOLE_REGISTER):
            return self.all()
        on = today()
        held = _related(self.model, "activity").filter(held_by(user, on))
        scope = Q(deputy__user=user) | Q(activity__in=held.values("pk"))
        if user.has_role(Role.DELEGATION_HEAD, on=on):
            scope |= Q(pk__in=self.model._base_manager.filter(_of_delegations(user, on)).values("pk"))
        return self.filter(scope)

    def of_user(self, user: Any) -> Self:
        """Those of the person who signs in as `user`."""
        return self.filter(deputy__user=user)

    def to_answer(self, user: Any, on: date) -> Self:
        """Waiting for his word, the next activity first."""
        rows = self.of_user(user).filter(answer=Answer.PENDING, attendance="")
        ahead = rows.filter(activity__state=ActivityState.ANNOUNCED, activity__ends_at__date__gte=on)
        return ahead.order_by("activity__starts_at", "pk")

    def came(self) -> Self:
        return self.filter(attendance__in=CAME)

    def absent(self) -> Self:
        """Neither there nor excused."""
        return self.filter(attendance=AttendanceStatus.ABSENT)


class LeaveQuerySet(QuerySet):
    """Questions about leaves."""

    def visible_to(self, user: Any) -> Self:
        """Why somebody stays away is read by himself, the organiser, whoever may decide, and the liaison office."""
        if not user.is_authenticated:
            return self.none()
        on = today()
        if user.has_role(*rules.KEEPERS, *rules.LEADERS, on=on):
            return self.all()
        activities = _related(_model(self.model, "invitation"), "activity").run_by(user, on)
        scope = Q(invitation__deputy__user=user) | Q(invitation__activity__in=activities.order_by().values("pk"))
        if user.has_role(Role.DELEGATION_HEAD, on=on):
            mine = _related(self.model, "invitation").filter(_of_delegations(user, on))
            scope |= Q(approver=LeaveApprover.DELEGATION_HEAD, invitation__in=mine.order_by().values("pk"))
        return self.filter(scope)

    def in_force(self) -> Self:
        return self.filter(state__in=(LeaveState.ASKED, LeaveState.APPROVED))

    def whole(self) -> Self:
        """Those from the whole activity."""
        return self.filter(parts=[])

    def to_decide(self, user: Any, on: date) -> Self:
        """Waiting for this person's decision, never his own."""
        scope = Q(pk__in=[])
        if user.has_role(*rules.LEADERS, on=on):
            leading = people_with(Role.DELEGATION_HEAD, on=on)
            scope |= Q(approver=LeaveApprover.DELEGATION_HEAD, invitation__deputy__user__in=leading)
        if user.has_role(Role.CHAIR, on=on):
            scope |= Q(approver__in=(LeaveApprover.SC_LEADERS, LeaveApprover.SC_HEAD))
        if user.has_role(Role.VICE_CHAIR, on=on):
            scope |= Q(approver=LeaveApprover.SC_LEADERS)
        if user.has_role(Role.DELEGATION_HEAD, on=on):
            mine = _related(self.model, "invitation").filter(_of_delegations(user, on))
            scope |= Q(approver=LeaveApprover.DELEGATION_HEAD, invitation__in=mine.values("pk"))
        activities = _related(_model(self.model, "invitation"), "activity").run_by(user, on)
        scope |= Q(approver=LeaveApprover.CONVENOR, invitation__activity__in=activities.order_by().values("pk"))
        waiting = self.filter(scope, state=LeaveState.ASKED).exclude(invitation__deputy__user=user)
        return waiting.order_by("invitation__activity__starts_at", "pk")


class OfActivityQuerySet(QuerySet):
    """Papers of an activity."""

    def visible_to(self, user: Any) -> Self:
        """Those of the activities this person sees."""
        return self.filter(activity__in=_related(self.model, "activity").visible_to(user).order_by().values("pk"))


def _of_delegations(user: Any, on: date) -> Q:
    return Q(deputy__mandates__delegation__in=people.delegations_of(user, on))


def _model(model: Any, field: str) -> Any:
    return model._meta.get_field(field).related_model


def _related(model: Any, field: str) -> Any:
    return _model(model, field)._default_manager.all()


def _asked(model: Any) -> Any:
    """The invitations of the activities."""
    return model._meta.get_field("invitations").related_model._base_manager.all()
