"""What lines of the ledger came out of, for whom may read it."""

from collections.abc import Iterable
from typing import Any

from deputies.models import DutyEntry


def named_sources(lines: Iterable[DutyEntry], user: Any) -> dict[int, str]:
    """Key of a line → what its source is called, for those this person may open; one query for each kind of source."""
    wanted: dict[Any, dict[str, list[int]]] = {}
    for line in lines:
        if line.source_type_id:
            wanted.setdefault(line.source_type, {}).setdefault(line.source_id, []).append(line.pk)
    found: dict[int, str] = {}
    for kind, by_source in wanted.items():
        for key, name in _open_to(kind.model_class(), by_source, user):
            found |= dict.fromkeys(by_source[key], name)
    return found


def _open_to(model: Any, keys: Iterable[str], user: Any) -> list[tuple[str, str]]:
    """Nothing of a model that does not say to whom its rows are open."""
    visible_to = getattr(model._default_manager, "visible_to", None)
    if visible_to is None:
        return []
    return [(str(row.pk), str(row)) for row in visible_to(user).filter(pk__in=list(keys))]
