"""Which suggestions."""

from datetime import date, datetime
from typing import Any, Self

from django.db.models import OuterRef, Q, Subquery

from deputies.states import Level
from foundation.deadlines.models import Deadline
from foundation.search.querysets import SearchableQuerySet
from suggestions.querysets import scope
from suggestions.states import (
    FINAL,
    FOLLOWING,
    OPEN,
    REGISTERED_ONWARD,
    AssignmentState,
    CommitmentState,
    CosignerState,
    Ending,
    Kind,
    SuggestionState,
    UnitRole,
)

# What a line of a list shows. The other forty columns, texts among them, cost a page more than everything else on it.
SHOWN = (
    *("number_text", "title", "state", "channel", "first_assigned_on", "published_at"),
    *("lead__deputy__name", "delegation__name", "category__name", "meeting__name"),
)


# What the deputy wrote, and what the office's search is made of: public pages do without.
OWN_WORDS = ("title", "facts", "grounds", "proposals", "search_text", "search_vector")


class SuggestionQuerySet(SearchableQuerySet):
    """Questions an official asks about suggestions."""

    def visible_to(self, user: Any) -> Self:
        """Rows this person may open; strangers see what is published."""
        if not user.is_authenticated:
            return self.published()
        conditions = scope.keeper(user) + scope.handler(user, self.model)
        conditions += scope.proposer(user, self.model) + scope.colleague(user)
        return self.filter(scope.any_of(conditions))

    def with_particulars_for(self, user: Any) -> Self:
        """Of these, the ones whose inner papers (contacts, requests) concern this person; colleagues are left out."""
        return self.filter(scope.any_of(scope.keeper(user) + scope.proposer(user, self.model)))

    def published(self) -> Self:
        """Open to everybody: checked by the office, and the lead deputy agreed."""
        return self.filter(published_at__isnull=False, agree_to_publish=True)

    def with_open_names(self) -> Self:
        """Like `with_names`, with the title of the public copy in place of the deputy's own."""
        shown = [name for name in SHOWN if name != "title"]
        return self.with_names().select_related("public_copy").only(*shown, "public_copy__title")

    def search_open(self, text: str) -> Self:
        """Like `search`, among the words of the public copies, in the order these rows have. Two queries beforehand."""
        copies = self.model._meta.get_field("public_copy").related_model.objects.search(text)
        if copies.newest is None:
            found = self.filter(public_copy__in=copies.order_by().values("pk"))
            found.more_than = copies.more_than
            return found
        keys = list(self.filter(public_copy__in=copies.newest).values_list("pk", flat=True))
        found = self.filter(pk__in=keys)
        found.newest = keys
        return found

    def to_check_again(self) -> Self:
        """Published, and a reply has come since that nobody has checked for the public yet."""
        return self.published().filter(unchecked_since__isnull=False)

    def of_year(self, year: int) -> Self:
        """Registered in this calendar year."""
        return self.filter(registered_at__year=year)

    def years(self) -> list[int]:
        """The calendar years in which these were registered, latest first."""
        days = self.filter(registered_at__isnull=False).order_by().datetimes("registered_at", "year", order="DESC")
        return [day.year for day in days]

    def answered_as(self, code: str) -> Self:
        """Whose latest open reply is of this class; what a unit keeps back is not found by its class either."""
        replies = scope.related(self.model, "assignments").model._meta.get_field("replies").related_model.objects
        latest = replies.public().filter(assignment__suggestion=OuterRef("pk")).order_by("-round__number", "-pk")
        rows = self.alias(latest_reply=Subquery(latest.values("pk")[:1]))
        return rows.filter(latest_reply__in=replies.filter(result_class__code=code).values("pk"))

    def rated_as(self, **grades: str) -> Self:
        """Whose latest rating has these grades (`attitude`, `result`)."""
        ratings = scope.related(self.model, "ratings")
        latest = ratings.filter(suggestion=OuterRef("pk")).order_by("-round__number")
        rows = self.alias(latest_rating=Subquery(latest.values("pk")[:1]))
        return rows.filter(latest_rating__in=ratings.filter(**grades).values("pk"))

    def registered(self) -> Self:
        return self.filter(state__in=REGISTERED_ONWARD)

    def unfinished(self) -> Self:
        """Registered and not yet at an end."""
        return self.registered().exclude(state__in=FINAL)

    def of_district(self) -> Self:
        """Suggestions of the district's own deputies; motions that remain motions and townships' papers are not."""
        return self.filter(level=Level.DISTRICT, kind=Kind.SUGGESTION)

    def registered_between(self, first: datetime, last: datetime) -> Self:
        """What a year's report is about: registered in these days and not withdrawn since."""
        return self.of_district().registered().counted().filter(registered_at__range=(first, last))

    def withdrawn_after_registration(self, first: datetime, last: datetime) -> Self:
        """Registered in these days and withdrawn since."""
        return self.of_district().filter(state=SuggestionState.WITHDRAWN, registered_at__range=(first, last))

    def led_by(self, user: Any) -> Self:
        return self.filter(lead__in=scope.own_mandates(user))

    def awaiting_cosign_of(self, user: Any) -> Self:
        """Texts this deputy is asked to sign."""
        asked = scope.related(self.model, "cosigners").filter(
            mandate__in=scope.own_mandates(user), state=CosignerState.INVITED
        )
        editable = (SuggestionState.COSIGNING, SuggestionState.SENT_BACK)
        return self.filter(state__in=editable, pk__in=asked.values("suggestion"))

    def handled_by(self, organisation: Any) -> Self:
        """Suggestions of which this unit has a part, released parts left out."""
        rows = self._assignments().filter(unit=organisation).exclude(state=AssignmentState.RELEASED)
        return self.filter(pk__in=rows.values("suggestion"))

    def led_by_unit(self, organisation: Any) -> Self:
        rows = self._assignments().filter(unit=organisation, role=UnitRole.LEAD).exclude(state=AssignmentState.RELEASED)
        return self.filter(pk__in=rows.values("suggestion"))

    def waiting_for(self, organisation: Any) -> Self:
        """Suggestions on which this unit must do the next thing."""
        rows = self._assignments().waiting_for(organisation)
        return self.filter(pk__in=rows.values("suggestion"))

    def overdue_on(self, day: date) -> Self:
        """Registered suggestions with any clock past its due day on `day`, on themselves or on a unit's part."""
        return self._with_clock(Deadline.objects.late_on(day))

    def due_within(self, days: int, on: date) -> Self:
        """Suggestions with a clock that falls due within `days` days of `on`."""
        return self._with_clock(Deadline.objects.due_within(days, on))

    def without_clock(self) -> Self:
        """Open cases in which no clock runs (L6): none of these may exist."""
        running = Deadline.objects.open()
        commitments = scope.related(self.model, "commitments").filter(state=CommitmentState.REPORTED)
        timed = self._clocked(running) | Q(pk__in=commitments.values("suggestion"))
        return self.filter(state__in=OPEN).exclude(timed)

    def on_their_own(self) -> Self:
        """Without those that are merged into another one and go along with it: nobody has to act on these."""
        links = scope.related(self.model, "merged_into").filter(ended_at__isnull=True)
        return self.exclude(state__in=FOLLOWING, pk__in=links.values("member"))

    def assignable_at(self, meeting: Any) -> Self:
        """Registered suggestions of the meeting's congress that wait for their assignment by themselves."""
        home = {"level": meeting.level, "township": meeting.township_id}
        handed = scope.related(self.model, "hand_overs").filter(distributed_at=None, returned_at=None)
        rows = self.filter(state=SuggestionState.REGISTERED, kind=Kind.SUGGESTION, **home).on_their_own()
        return rows.exclude(pk__in=handed.values("suggestion"))

    def mergeable_into(self, main: Any) -> Self:
        """Registered papers of the same congress that are not assigned and have no link to another one."""
        links = scope.related(self.model, "merged_into").filter(ended_at__isnull=True)
        same = {"level": main.level, "term": main.term_id, "township": main.township_id}
        rows = self.filter(state=SuggestionState.REGISTERED, kind=Kind.SUGGESTION, **same).exclude(pk=main.pk)
        return rows.exclude(pk__in=links.values("member")).exclude(pk__in=links.values("main"))

    def counted(self) -> Self:
        """Without papers that were taken apart: their parts are counted in their place, each with its own number."""
        return self.exclude(state=SuggestionState.SPLIT).exclude(ending=Ending.SPLIT)

    def followers_of(self, main: Any) -> Self:
        """Papers merged into `main` that are not answered yet, by key."""
        links = scope.related(self.model, "merged_into").filter(ended_at__isnull=True, main=main)
        return self.filter(state__in=FOLLOWING, pk__in=links.values("member")).order_by("pk")

    def with_names(self) -> Self:
        """With everything a line of a list shows, and nothing else; `merged_number` is that of the main paper."""
        links = scope.related(self.model, "merged_into").filter(ended_at__isnull=True, member=OuterRef("pk"))
        rows = self.annotate(merged_number=Subquery(links.order_by().values("main__number_text")[:1]))
        return rows.select_related("lead__deputy", "delegation", "category", "meeting").only(*SHOWN)

    def _with_clock(self, clocks: Any) -> Self:
        return self.filter(self._clocked(clocks), state__in=OPEN)

    def _clocked(self, clocks: Any) -> Q:
        parts = self._assignments().filter(pk__in=clocks.subject_ids(self._assignments().model))
        promises = scope.related(self.model, "commitments")
        promises = promises.filter(pk__in=clocks.subject_ids(promises.model))
        # One set of keys, not three conditions joined by OR: the planner then begins with the few clocks.
        found = [rows.order_by().values("suggestion") for rows in (parts, promises)]
        return Q(pk__in=clocks.subject_ids(self.model).union(*found, all=True))

    def _assignments(self) -> Any:
        return self.model._meta.get_field("assignments").related_model.objects.all()
