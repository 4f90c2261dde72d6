"""Which point schemes."""

from typing import Self

from deputies.querysets.dated import DatedQuerySet


class PointSchemeQuerySet(DatedQuerySet):
    """Questions about schemes. Their rules are open to everybody who has an account."""

    def with_rows(self) -> Self:
        """With parts, rules and grades, in four further queries."""
        return self.prefetch_related("parts", "rules__kind", "rules__part", "grades")
