"""Rows of the register: terms, meetings, delegations, seats and people."""

from datetime import date
from typing import Any, Self

from django.db.models import BooleanField, ExpressionWrapper, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from deputies import people, rules
from deputies.states import Level, MandateStatus
from deputies.states.contact import SC_ROLES
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.workdays.clock import today


class TermQuerySet(QuerySet):
    def current(self, level: str | None = None) -> Any:
        """The current term of the home congress, or of the first congress at `level`; None when there is none."""
        place = Q(congress__level=level) if level else Q(congress__is_home=True)
        rows = self.filter(place, is_current=True).select_related("congress")
        return rows.order_by("-congress__is_home", "congress_id").first()


class MeetingQuerySet(QuerySet):
    def sessions(self) -> Self:
        """Sessions of the congress itself (代表大会会议)."""
        return self.filter(kind="session")

    def latest_session(self, term: Any) -> Any:
        """The session with the highest number in `term`, or None."""
        return self.sessions().filter(term=term).order_by("-number").first()

    def session_open_on(self, term: Any, on: date) -> Any:
        """The session of `term` that sits on the day `on`, or None in recess."""
        return self.sessions().filter(term=term, opens_on__lte=on, closes_on__gte=on).first()


class DelegationQuerySet(QuerySet):
    def named(self, text: str) -> Self:
        """The delegation called `text`, with or without the word 代表团."""
        return self.filter(name=text.strip().removesuffix("代表团") or text.strip())

    def visible_to(self, user: Any) -> Self:
        """Delegations whose list this person may open."""
        seen = self.model._meta.get_field("mandates").related_model.objects.visible_to(user)
        return self.filter(pk__in=seen.values("delegation"))


class MandateQuerySet(QuerySet):
    def serving_on(self, day: date) -> Self:
        """Mandates exercised on `day`: elected by then, the term not over, neither suspended nor ended on that day."""
        return self.alias(status_then=self._status_on(day)).filter(_service_on(day))

    def with_service_on(self, day: date) -> Self:
        """With `serves`: whether the mandate is exercised on `day`."""
        serves = ExpressionWrapper(_service_on(day), output_field=BooleanField())
        return self.alias(status_then=self._status_on(day)).annotate(serves=serves)

    def _status_on(self, day: date) -> Coalesce:
        changes = self.model._meta.get_field("changes").related_model.objects
        latest = changes.filter(mandate=OuterRef("pk"), effective_on__lte=day).order_by("-effective_on", "-pk")
        return Coalesce(Subquery(latest.values("to_status")[:1]), Value(MandateStatus.SERVING.value))

    def of_user(self, user: Any) -> Self:
        """The mandates of the person who signs in as `user`."""
        return self.filter(deputy__user=user)

    def at_home(self) -> Self:
        """Seats in the portal's own congress, in its current term."""
        return self.filter(term__congress__is_home=True, term__is_current=True, level=F("term__congress__level"))

    def at_level(self, level: str) -> Self:
        """Seats at another level that this term's register holds, and those of township congresses now in office."""
        return self.filter(term__is_current=True, level=level)

    def of_township(self, office: Any) -> Self:
        """Seats in the township's own congress whose presidium's office this is."""
        here = Q(delegation__area__organisation=office) | Q(term__congress__area__organisation=office)
        return self.filter(here, level=Level.TOWNSHIP)

    def public(self) -> Self:
        """What 代表法 58 makes public: the serving deputies of the portal's own congress."""
        return self.at_home().serving_on(today())

    def visible_to(self, user: Any) -> Self:
        """Rows of the register this person may open. Strangers see what is public, others nothing at all."""
        if not getattr(user, "is_authenticated", False):
            return self.public()
        if user.has_role(*rules.WHOLE_REGISTER):
            return self.all()
        scope = Q(pk__in=[])
        if mine := people.mandates_of(user, today()):
            scope |= Q(term__in={mandate.term_id for mandate in mine})
        if offices := user.organisations(Role.TOWNSHIP_CLERK):
            scope |= looked_after_by(offices)
        return self.filter(scope)

    def overlapping(self, deputy: Any, term: Any, level: str) -> Self:
        """Seats of this person at `level`, not ended, whose term runs on while `term` does.

        Two terms of one congress follow each other, also while the next is being prepared.
        """
        rows = self.filter(deputy=deputy, level=level).exclude(status=MandateStatus.ENDED)
        rows = rows.exclude(Q(term__congress=term.congress_id) & ~Q(term=term.pk))
        if term.starts_on:
            rows = rows.filter(Q(term__ends_on__isnull=True) | Q(term__ends_on__gte=term.starts_on))
        if term.ends_on:
            rows = rows.filter(Q(term__starts_on__isnull=True) | Q(term__starts_on__lte=term.ends_on))
        return rows

    def with_places(self) -> Self:
        """With delegation and constituency down to the office that looks after their area."""
        return self.select_related("delegation__area", "constituency__area")

    def register_rows(self) -> Self:
        """With everything a line of the register shows."""
        return self.select_related("deputy__contact", "delegation", "constituency", "term")


def _service_on(day: date) -> Q:
    """Elected by then, the term not over, and the status of that day."""
    return (
        (Q(elected_on__isnull=True) | Q(elected_on__lte=day))
        & (Q(term__starts_on__isnull=True) | Q(term__starts_on__lte=day))
        & (Q(term__ends_on__isnull=True) | Q(term__ends_on__gte=day))
        & Q(status_then=MandateStatus.SERVING)
    )


def looked_after_by(offices: set[int]) -> Q:
    """Seats of a township's own congress, and district seats of delegations and constituencies lying in its area."""
    return (
        Q(delegation__area__organisation__in=offices)
        | Q(constituency__area__organisation__in=offices)
        | Q(level=Level.TOWNSHIP, term__congress__area__organisation__in=offices)
    )


class DeputyQuerySet(QuerySet):
    def visible_to(self, user: Any) -> Self:
        """People with at least one register row that this person may open."""
        seen = self.model._meta.get_field("mandates").related_model.objects.visible_to(user)
        return self.filter(pk__in=seen.values("deputy"))

    def without_contact(self, day: date) -> Self:
        """Who serves in the home congress on `day` and has no contact person in the standing committee.

        Its own members are not contacted by their colleagues.
        """
        seats = self.model._meta.get_field("mandates").related_model.objects.at_home().serving_on(day)
        taken = self.model._meta.get_field("member_contacts").related_model.objects.on(day)
        members = people_with(SC_ROLES, on=day)
        rows = self.filter(pk__in=seats.order_by().values("deputy")).exclude(pk__in=taken.order_by().values("deputy"))
        return rows.exclude(user__in=members.values("pk")).order_by("pinyin_key", "pk")

    def search(self, text: str) -> Self:
        """Names containing `text`, or whose pinyin ("zhang san") or initials ("zs") begin with it."""
        words = text.strip().lower()
        if not words:
            return self
        spelled = Q(pinyin_initials__startswith=words.replace(" ", "")) | Q(pinyin_key__startswith=words)
        return self.filter(
            (Q(name__contains=text.strip()) | spelled) if words.isascii() else Q(name__contains=text.strip())
        )
