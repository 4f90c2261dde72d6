"""Which rows of the papers that belong to a suggestion or to one unit's part of it."""

from datetime import date
from typing import Any, Self

from django.db.models import F, Q, QuerySet

from foundation.accounts.roles import Role
from suggestions.querysets import scope
from suggestions.rules.relations import UNIT
from suggestions.states import WITH_UNITS, AssignmentState, UnitRole

A = AssignmentState
# What a reply says in words of its own.
OPEN_WORDS = ("points", "body", "commitment_text", "co_opinion_note")
UNIT_MUST_ACT = (A.ASSIGNED, A.ACKNOWLEDGED, A.BOUNCED, A.DRAFTED, A.RETURNED)


def _suggestions(queryset: QuerySet) -> Any:
    return queryset.model._meta.get_field("suggestion").related_model.objects.all()


class AssignmentQuerySet(QuerySet):
    """Questions about what units have to do."""

    def visible_to(self, user: Any) -> Self:
        """The parts of every suggestion the person may open: who handles it is no secret among them."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(suggestion__in=_suggestions(self).visible_to(user).order_by().values("pk"))

    def active(self) -> Self:
        """Not released."""
        return self.exclude(state=A.RELEASED)

    def released_from(self, user: Any) -> Self:
        """Parts this person's units once had and do not have any more."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(state=A.RELEASED, unit__in=user.organisations(*UNIT))

    def of_units(self, user: Any) -> Self:
        """Active parts of the units this person works in."""
        return self.active().filter(unit__in=user.organisations(*UNIT))

    def waiting_for(self, organisation: Any) -> Self:
        """Parts on which this unit (or one of these units) must do the next thing."""
        units = organisation if isinstance(organisation, (set, frozenset, list, tuple)) else [organisation]
        return self.filter(unit__in=units, state__in=UNIT_MUST_ACT)

    def answering(self) -> Self:
        """Active parts whose unit delivers a reply of its own."""
        return self.active().exclude(role=UnitRole.CO)

    def precedents(self, since: date) -> list[tuple[int, int | None, str, str, int, str]]:
        """(suggestion, category, number, title, unit, role) of every part given since to a body at work."""
        rows = self.active().exclude(role=UnitRole.SEPARATE).filter(assigned_on__gte=since, unit__is_active=True)
        fields = ("suggestion__category", "suggestion__number_text", "suggestion__title", "unit", "role")
        return list(rows.order_by("-suggestion", "pk").values_list("suggestion", *fields))

    def of_followers(self, part: Any) -> Self:
        """The same unit's parts of the papers merged into the one `part` belongs to, as far as they go along."""
        followers = _suggestions(self).followers_of(part.suggestion_id).order_by()
        twins = self.active().filter(unit=part.unit_id, role=part.role, suggestion__in=followers.values("pk"))
        return twins.select_related("suggestion", "unit").order_by("suggestion")

    def to_press_by(self, user: Any) -> Self:
        """Parts at work this person may press for: all for the office, its own units' for the government office."""
        papers = _suggestions(self).filter(state__in=WITH_UNITS).on_their_own().order_by()
        rows = self.active().filter(suggestion__in=papers.values("pk"))
        if user.has_role(Role.CLERK, Role.TOWNSHIP_CLERK):
            return rows.filter(suggestion__in=_suggestions(self).filter(scope.any_of(scope.keeper(user))).values("pk"))
        return rows.filter(through__in=user.organisations(Role.GOVERNMENT_OFFICE))

    def to_check_by(self, user: Any) -> Self:
        """Signed replies this person may pass on: of his government office's units, or all for the office."""
        rows = self.filter(state=A.UNDER_CHECK)
        if user.has_role(Role.CLERK):
            return rows.visible_to(user)
        return rows.filter(through__in=user.organisations(Role.GOVERNMENT_OFFICE))


class OfSuggestionQuerySet(QuerySet):
    """Papers about a whole suggestion, open to whoever may open the suggestion."""

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated:
            return self.none()
        return self.filter(suggestion__in=_suggestions(self).visible_to(user).order_by().values("pk"))


class OfAssignmentQuerySet(QuerySet):
    """Papers between a unit and those concerned: the proposers, the offices, the unit and its lead unit."""

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated:
            return self.none()
        assignments = self.model._meta.get_field("assignment").related_model
        suggestions = assignments._meta.get_field("suggestion").related_model.objects
        inner = suggestions.with_particulars_for(user).order_by().values("pk")
        return self.filter(Q(assignment__suggestion__in=inner) | _own_or_led(user, assignments, "assignment"))


def _own_or_led(user: Any, assignments: Any, path: str) -> Q:
    """Rows of the own units' parts, and of the co-units' where an own unit is in the lead."""
    own = scope.own_assignments(user, assignments)
    if own is None:
        return scope.NOTHING
    led = own.filter(role=UnitRole.LEAD).values("suggestion")
    return Q(**{f"{path}__in": own.values("pk")}) | Q(**{f"{path}__suggestion__in": led, f"{path}__role": UnitRole.CO})


class ReplyQuerySet(QuerySet):
    """Replies: drafts stay in the unit, signed ones reach the checking office, delivered ones everybody concerned."""

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated:
            return self.public()
        assignments = self.model._meta.get_field("assignment").related_model
        suggestions = assignments._meta.get_field("suggestion").related_model.objects
        seen = suggestions.visible_to(user).order_by().values("pk")
        found = Q(delivered_at__isnull=False, assignment__suggestion__in=seen)
        if units := user.organisations(*UNIT):
            mine = assignments._base_manager.filter(unit__in=units).exclude(state=A.RELEASED)
            found |= Q(assignment__in=mine.values("pk"))
        if user.has_role(Role.CLERK, Role.TOWNSHIP_CLERK, Role.GOVERNMENT_OFFICE):
            found |= Q(signed_at__isnull=False, assignment__in=assignments.objects.visible_to(user).values("pk"))
        return self.filter(found)

    def delivered(self) -> Self:
        return self.filter(delivered_at__isnull=False)

    def public(self) -> Self:
        """Delivered, marked as open by the unit, and in the standing public copy of a published suggestion."""
        return self.delivered().filter(
            publish=True,
            assignment__suggestion__published_at__isnull=False,
            assignment__suggestion__agree_to_publish=True,
            public_words__copy=F("assignment__suggestion__public_copy"),
        )

    def in_open_words(self) -> Self:
        """The public ones; `open_<field>` is what the copy says. Their own words are not even fetched."""
        words = {f"open_{name}": F(f"public_words__{name}") for name in OPEN_WORDS}
        return self.public().annotate(**words).defer(*OPEN_WORDS)


class MergeQuerySet(QuerySet):
    """Links between papers, open to whoever may open one of the two."""

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated:
            return self.none()
        papers = self.model._meta.get_field("main").related_model.objects
        seen = papers.visible_to(user).order_by().values("pk")
        return self.filter(Q(main__in=seen) | Q(member__in=seen))

    def standing(self) -> Self:
        """Not undone."""
        return self.filter(ended_at__isnull=True)

    def with_ends(self) -> Self:
        """With what names the two papers, and nothing else of them."""
        ends = [f"{end}__{name}" for end in ("main", "member") for name in ("number", "number_text", "title", "state")]
        return self.select_related("main", "member").only("main", "member", "reason", "merged_at", *ends)

    def of(self, suggestion: Any) -> Self:
        """In which this paper is the main one or a member."""
        return self.filter(Q(main=suggestion) | Q(member=suggestion))


class LetterQuerySet(QuerySet):
    """Issued letters. They name a telephone, so they go to those it is meant for; others read the reply's page."""

    def visible_to(self, user: Any) -> Self:
        """Proposers, the offices that keep or passed on the case, the unit, and the lead unit for opinions."""
        if not user.is_authenticated:
            return self.none()
        assignments = self.model._meta.get_field("assignment").related_model
        suggestions = assignments._meta.get_field("suggestion").related_model
        mine = suggestions._base_manager.filter(scope.any_of(scope.proposer(user, suggestions) + scope.clerk(user)))
        of_mine = Q(assignment__suggestion__in=mine.order_by().values("pk"))
        return self.filter(of_mine | _own_or_led(user, assignments, "assignment"))


class RatingQuerySet(OfSuggestionQuerySet):
    """Ratings; whose they are is another question, see `rules.may_see_rater`."""

    def without_rater(self) -> Self:
        """Grades and reasons only: the columns that name a person are not even fetched."""
        return self.defer("rated_by")


class PaperRatingQuerySet(QuerySet):
    """Paper ratings are between the deputy and the office: no unit ever sees one."""

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated or not user.has_role(Role.CLERK, Role.TOWNSHIP_CLERK):
            return self.none()
        offices = _suggestions(self).filter(scope.any_of(scope.keeper(user)))
        return self.filter(suggestion__in=offices.order_by().values("pk"))


class CosignerQuerySet(QuerySet):
    """Invitations to sign along."""

    def visible_to(self, user: Any) -> Self:
        """One's own, those on papers one leads, and all on papers one may open as an office."""
        if not user.is_authenticated:
            return self.none()
        mine = scope.own_mandates(user)
        own = Q(mandate__in=mine) | Q(suggestion__lead__in=mine) if mine else scope.NOTHING
        kept = _suggestions(self).filter(scope.any_of(scope.keeper(user))).order_by().values("pk")
        return self.filter(own | Q(suggestion__in=kept))


class CosignerWordQuerySet(QuerySet):
    """What co-signers think of a reply, before the lead rates: between each of them and the lead."""

    def visible_to(self, user: Any) -> Self:
        """One's own, and those on papers one leads; no office and no unit reads them."""
        mine = scope.own_mandates(user) if user.is_authenticated else ()
        if not mine:
            return self.none()
        return self.filter(Q(cosigner__mandate__in=mine) | Q(suggestion__lead__in=mine))

    def waiting_for(self, user: Any) -> Self:
        """Asked of this deputy and not answered, while the round is open."""
        mine = scope.own_mandates(user)
        return self.filter(cosigner__mandate__in=mine, answered_at=None, round__closed_at=None)
