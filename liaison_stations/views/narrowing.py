"""The filter the public list and the register have in common."""

from typing import Any

from django.db.models import Q

from liaison_stations.querysets import StationQuerySet


def narrowed(rows: StationQuerySet, wanted: dict[str, Any]) -> StationQuerySet:
    """`rows` with the filled fields of `PublicFilter` applied; a township holds its villages' stations too."""
    if words := wanted.get("q", "").strip():
        rows = rows.filter(Q(name__contains=words) | Q(address__contains=words))
    if area := wanted.get("area"):
        rows = rows.filter(Q(area=area) | Q(area__parent=area))
    exact = {name: wanted[name] for name in ("tier", "kind", "standard") if name in wanted}
    return rows.filter(**exact)
