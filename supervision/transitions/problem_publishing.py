"""What people may read of the ledger: the row itself and the lines of its story that the office has looked at."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from supervision.models import Problem, ProblemEntry
from supervision.transitions._beats import filled, note
from supervision.transitions._problem import opened


@transaction.atomic
def publish_problem(
    pk: Any, *, entries: Sequence[ProblemEntry] = (), by: Any, at: datetime, version: int | None = None
) -> Problem:
    """Published, or published anew with more lines; lines that are not named are taken off the page again."""
    problem = opened("publish_problem", pk, by, at, version)
    problem.published_at = problem.published_at or at
    problem.bump("published_at")
    chosen = [entry.pk for entry in entries]
    problem.entries.filter(pk__in=chosen, is_public=False).update(is_public=True)
    problem.entries.exclude(pk__in=chosen).filter(is_public=True).update(is_public=False)
    note("publish_problem", problem, f"在网上公开，公开整改经过{len(chosen)}条。", by=by, at=at)
    return problem


@transaction.atomic
def unpublish_problem(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Problem:
    """Taken off the public pages, with the reason kept inside."""
    problem = opened("unpublish_problem", pk, by, at, version)
    why = filled(reason, "请写明撤下的理由。", "reason")
    problem.published_at = None
    problem.bump("published_at")
    note("unpublish_problem", problem, f"撤下公开：{why}", by=by, at=at)
    return problem
