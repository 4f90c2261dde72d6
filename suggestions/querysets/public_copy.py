"""Which public copies."""

from typing import Any, Self

from django.db.models import Q

from foundation.search.querysets import SearchableQuerySet
from suggestions.querysets import scope


class PublicCopyQuerySet(SearchableQuerySet):
    """Copies: the standing one of a published suggestion is everybody's, the others belong to the case."""

    def visible_to(self, user: Any) -> Self:
        papers = self.model._meta.get_field("suggestion").related_model.objects
        seen = Q(pk__in=papers.published().order_by().values("public_copy"))
        if user.is_authenticated:
            seen |= Q(suggestion__in=papers.filter(scope.any_of(scope.keeper(user))).order_by().values("pk"))
        return self.filter(seen)
