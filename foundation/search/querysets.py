from typing import Self

from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Lookup, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from foundation.search.text import needs_recheck, query_for, words


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
    """Rows that can be searched like a page: `.search(text)`."""

    def search(self, text: str) -> Self:
        """The rows that contain every word of `text`, newest first. Blank text finds all, mere signs nothing.

        Order by id (no rank), so a page costs the same however many rows match.
        """
        if not text.strip():
            return self
        query = query_for(text)
        if query is None:
            return self.none()
        found = self.filter(search_vector__has_terms=query)
        for word in filter(needs_recheck, words(text)):
            # strpos knows no wildcards, and unlike LIKE it does not make the planner expect next to no rows.
            found = found.filter(GreaterThan(StrIndex("search_text", Value(word)), 0))
        return found.order_by("-pk")
