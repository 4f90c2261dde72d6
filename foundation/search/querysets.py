from typing import Any, Self

from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Expression, Lookup, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from foundation.search.text import needs_recheck, query_for, words

# As many as a list counts before it says "1000+".
FEW = 1000


@SearchVectorField.register_lookup
class HasTerms(Lookup):
    """`search_vector__has_terms=<tsquery>`: the plain @@ operator, without a parser or configuration in between."""

    lookup_name = "has_terms"
    prepare_rhs = False

    def as_sql(self, compiler, connection) -> tuple[str, list]:
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        return f"{left} @@ {right}", [*left_params, *right_params]


class SearchableQuerySet(models.QuerySet):
    """Rows that can be searched like a page: `.search(text)`.

    A search leaves behind what it has learnt: `newest` holds the keys of all hits, newest first, or is None when
    there are more than FEW, or when the rows were narrowed or sorted since. `more_than` is FEW when there are more.
    """

    newest: list[int] | None = None
    more_than = 0

    def search(self, text: str) -> Self:
        """The rows that contain every word of `text`, newest first. Blank text finds all, mere signs nothing.

        Order by id (no rank), so a page costs the same however many rows match. Costs one query beforehand.
        """
        if not text.strip():
            return self
        query = query_for(text)
        return self.none() if query is None else self._planned(self._matching(query, text))

    def _matching(self, query: Expression, text: str) -> Self:
        found = self.filter(search_vector__has_terms=query)
        for word in filter(needs_recheck, words(text)):
            # strpos knows no wildcards, and unlike LIKE it does not make the planner expect next to no rows.
            found = found.filter(GreaterThan(StrIndex("search_text", Value(word)), 0))
        return found

    def _planned(self, found: Self) -> Self:
        # For "the newest 20" the planner walks the table backwards when it takes a term for frequent: 0.4 s for two
        # hits in 100,000 rows. Rare hits are therefore fetched by index and sorted here; of frequent ones the newest
        # are near the end of the table.
        keys = list(found.order_by().values_list("pk", flat=True)[: FEW + 1])
        if len(keys) > FEW:
            rows = found.order_by("-pk")
            rows.more_than = FEW
        else:
            rows = self.filter(pk__in=keys).order_by("-pk")
            rows.newest = sorted(keys, reverse=True)
        return rows

    def order_by(self, *names: Any) -> Self:
        ordered = super().order_by(*names)
        ordered.newest = None
        return ordered

    def _clone(self) -> Self:
        clone = super()._clone()
        clone.newest, clone.more_than = self.newest, self.more_than
        return clone

    def _filter_or_exclude(self, negate: bool, args: tuple, kwargs: dict) -> Self:
        narrowed = super()._filter_or_exclude(negate, args, kwargs)
        if args or kwargs:
            narrowed.newest, narrowed.more_than = None, 0
        return narrowed
