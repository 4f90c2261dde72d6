"""The first beat of a transition: the row, locked."""

from typing import Any

from django.db.models import Model, QuerySet

from foundation.workflow.refusals import StaleVersion


def lock(source: type[Model] | QuerySet, pk: Any, *, version: int | None = None) -> Any:
    """The row `pk` (or the row of an instance) of a model or queryset, read and locked until the transaction ends.

    Only the row itself is locked, and rows that point at it may still be inserted. DoesNotExist when it is not in
    `source`; StaleVersion when `version` is given and the row has moved on since the page was opened.
    """
    obj = _rows(source).select_for_update(of=("self",), no_key=True).get(pk=getattr(pk, "pk", pk))
    if version is not None and obj.version != int(version):
        raise StaleVersion()
    return obj


def _rows(source: type[Model] | QuerySet) -> QuerySet:
    if not isinstance(source, QuerySet):
        return source._base_manager.all()
    # A queryset of what somebody may see can carry DISTINCT or outer joins, which PostgreSQL refuses to lock.
    return source.model._base_manager.filter(pk__in=source.order_by().values("pk"))
