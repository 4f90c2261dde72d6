from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any, Self

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchVectorField
from django.core.cache import cache
from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models import Expression, Lookup, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from foundation.search.likeness.keys import evenly
from foundation.search.text import needs_recheck, query_for, words

# As many as a list counts before it says "1000+".
FEW = 1000
# Seconds for which a search that found more is believed to do so still: nothing official is deleted.
STILL_MANY = 600


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

        Order by id (no rank), so a page costs the same however many rows match. Costs one query beforehand, which is
        left out while the same search of the same rows is known to find more than FEW.
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
        keys = _few_keys(found)
        if keys is None:
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


def _few_keys(found: models.QuerySet) -> list[int] | None:
    """The keys of all these rows, in no order, or None when there are more than FEW."""
    try:
        asked = found.order_by().values_list("pk")[: FEW + 1].query.sql_with_params()
    except EmptyResultSet:
        return []
    text = connection.ops.compose_sql(*asked)
    # Every page of a search asks for the same, and so does everybody who sees the same rows.
    name = f"search:many:{blake2b(text.encode(), digest_size=16).hexdigest()}"
    if cache.get(name):
        return None
    with connection.cursor() as cursor:
        cursor.execute(text)
        keys = [key for (key,) in cursor.fetchall()]
    if len(keys) <= FEW:
        return keys
    cache.set(name, True, STILL_MANY)
    return None


# Keys of one sort that are asked for, papers looked at for each key of a sort (a title has few keys, a text many), and
# papers answered for each sort.
MOST_KEYS, SAME_TITLE_KEY, SAME_KEY, NEAR = 120, 400, 60, 15
NEAREST = """
WITH asked AS (SELECT * FROM unnest(%s::int[], %s::int[], %s::int[]) AS asked (key, sort, most)),
met AS (
    SELECT sort, subject_type_id, subject_id, count(*) OVER (PARTITION BY sort, key) AS papers
    FROM asked CROSS JOIN LATERAL (
        SELECT subject_type_id, subject_id FROM search_fingerprint WHERE keys @> ARRAY[asked.key] LIMIT asked.most
    ) AS sharing
    WHERE (subject_type_id, subject_id) <> (%s, %s)
),
ranked AS (
    SELECT subject_type_id, subject_id, row_number() OVER (
        PARTITION BY sort ORDER BY sum(1 / ln(1.5 + papers::float8)) DESC, subject_id DESC
    ) AS place
    FROM met GROUP BY sort, subject_type_id, subject_id
)
SELECT DISTINCT subject_type_id, subject_id FROM ranked WHERE place <= %s
"""


class FingerprintQuerySet(models.QuerySet):
    """Fingerprints, kept and asked."""

    def renew(self, rows: Iterable[Any]) -> int:
        """Writes the fingerprints of saved rows (call it after bulk_create); answers how many. One query."""
        made = [made for row in rows if (made := row.fingerprint())]
        unique = ["subject_type", "subject_id"]
        self.bulk_create(made, update_conflicts=True, unique_fields=unique, update_fields=["keys"], batch_size=1000)
        return len(made)

    def of(self, model: type[models.Model]) -> Self:
        """The fingerprints of the rows of one model."""
        return self.filter(subject_type=ContentType.objects.get_for_model(model))

    def nearest(self, keys: Mapping[str, list[int]], *, apart: tuple[int, int] = (0, 0)) -> list[tuple[int, int]]:
        """(content type, key) of the papers that share most of the rarest keys, the best few by each sort of keys.

        `keys` are the sorts by name; `apart` is the paper that asks. One query, whose cost is bounded whatever is
        stored: of a key that many papers share only some are looked at, for such a key tells little.
        """
        most = {"title": SAME_TITLE_KEY}
        asked = [
            (key, number, most.get(sort, SAME_KEY))
            for number, (sort, chosen) in enumerate(keys.items())
            for key in evenly(chosen, MOST_KEYS)
        ]
        if not asked:
            return []
        columns = [list(column) for column in zip(*asked, strict=True)]
        with connection.cursor() as cursor:
            cursor.execute(NEAREST, [*columns, *apart, NEAR])
            return cursor.fetchall()
