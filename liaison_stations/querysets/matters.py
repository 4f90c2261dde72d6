"""What letters and visits are about: counted over those the reader may open."""

from datetime import date
from typing import Any, Self

from django.db.models import Count, Max, Min, OuterRef, Q, QuerySet, Subquery

from liaison_stations.rules.matters import may_correct_matter


class MarkQuerySet(QuerySet):
    """Questions about what letters are about."""

    def visible_to(self, user: Any) -> Self:
        """Marks of the letters and records this person may open: nobody counts what he may not read."""
        seen = {
            name: self.model._meta.get_field(name).related_model.objects.visible_to(user).order_by().values("pk")
            for name in ("letter", "record")
        }
        return self.filter(Q(letter__in=seen["letter"]) | Q(record__in=seen["record"]))

    def between(self, since: date, until: date) -> Self:
        """Letters and records of these days, both included."""
        return self.filter(on__range=(since, until))

    def by_matter(self) -> list[tuple[str, int]]:
        """Matter and number of letters and records, the commonest first; what no word names is left out."""
        rows = self.exclude(matter="").order_by().values_list("matter").annotate(many=Count("pk"))
        return sorted(rows, key=lambda row: (-row[1], row[0]))

    def by_area(self) -> list[tuple[str, int]]:
        """Township or street and number of letters and records, the most first."""
        rows = self.exclude(area=None).order_by().values_list("area__name").annotate(many=Count("pk"))
        return sorted(rows, key=lambda row: (-row[1], row[0]))


class MatterGroupQuerySet(QuerySet):
    """Questions about groups of letters."""

    def visible_to(self, user: Any) -> Self:
        """Groups of which this person may open at least two letters or records; one alone is no group to him."""
        marks = self.model._meta.get_field("marks").related_model.objects.visible_to(user)
        seen = marks.exclude(group=None).order_by().values("group").annotate(many=Count("pk")).filter(many__gte=2)
        return self.filter(pk__in=seen.values("group"))

    def corrected(self, user: Any) -> Self:
        """Groups somebody has corrected, also those of which too little is left to be seen: for whoever may undo it."""
        said = self.model._meta.get_field("corrections_away").related_model.objects.visible_to(user).order_by()
        return self.filter(Q(pk__in=said.values("source")) | Q(pk__in=said.exclude(target=None).values("target")))

    def to_note(self, user: Any) -> Self:
        """Groups that have risen and that nobody of the office has looked at yet, as far as this person reads them."""
        return self.visible_to(user).filter(risen_at__isnull=False, noted_at=None)

    def counted(self, marks: Any, since: date, until: date, before: date) -> Self:
        """With `many` and `earlier` of `marks` in the days and in those before them, `first` and `last` day."""
        mine = Q(marks__in=marks.values("pk"))
        return self.annotate(
            many=Count("marks", filter=mine & Q(marks__on__range=(since, until))),
            earlier=Count("marks", filter=mine & Q(marks__on__gte=before, marks__on__lt=since)),
            first=Min("marks__on", filter=mine),
            last=Max("marks__on", filter=mine),
        ).filter(many__gte=2)


class CorrectionQuerySet(QuerySet):
    """Questions about what the office said against the grouping."""

    def visible_to(self, user: Any) -> Self:
        """All of them to whoever may correct, nothing to others."""
        return self if may_correct_matter(user) else self.none()

    def acts(self) -> Self:
        """The first row of each act, with `papers`: how many letters and visits it was about."""
        rows = self.model._default_manager.order_by().values("at", "by", "source", "kind")
        same = rows.filter(at=OuterRef("at"), by=OuterRef("by"), source=OuterRef("source"), kind=OuterRef("kind"))
        firsts = rows.annotate(first=Min("pk")).values("first")
        return self.filter(pk__in=firsts).annotate(papers=Subquery(same.annotate(many=Count("pk")).values("many")))
