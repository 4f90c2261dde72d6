"""What people read of contact points and drafts: opened by the office, taken off again with a reason."""

from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.workflow import lock
from supervision.models import ContactPoint, LawDraft
from supervision.rules import point_publishing as rules
from supervision.states.advice import DraftState
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions._publishing import take_off


@transaction.atomic
def publish_point(pk: Any, *, how_to: str, by: Any, at: datetime, version: int | None = None) -> ContactPoint:
    """Name, host, address and how an opinion is given; never who heads it."""
    point = lock(ContactPoint, pk, version=version)
    rules.may_publish_point(by, point, on=day_of(at)).require()
    point.how_to = filled(how_to, "请写明怎样提意见。", "how_to")[:300]
    point.published_at = point.published_at or at
    point.bump("how_to", "published_at")
    note("publish_point", point, "在网上公开。", by=by, at=at)
    return point


@transaction.atomic
def unpublish_point(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> ContactPoint:
    point = lock(ContactPoint, pk, version=version)
    rules.may_unpublish_point(by, point, on=day_of(at)).require()
    return take_off(point, "unpublish_point", reason, by, at)


@transaction.atomic
def publish_draft(pk: Any, *, public_result: str = "", by: Any, at: datetime, version: int | None = None) -> LawDraft:
    """The draft while opinions are asked; of one that is closed the numbers, with the office's own words on them."""
    draft = lock(LawDraft, pk, version=version)
    rules.may_publish_draft(by, draft, on=day_of(at)).require()
    if draft.state == DraftState.CLOSED:
        draft.public_result = filled(public_result, "请写明公布的采纳情况。", "public_result")
    draft.published_at = draft.published_at or at
    draft.bump("public_result", "published_at")
    what = "公布采纳情况。" if draft.public_result else "在网上公开。"
    note("publish_law_draft", draft, what, by=by, at=at)
    return draft


@transaction.atomic
def unpublish_draft(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> LawDraft:
    draft = lock(LawDraft, pk, version=version)
    rules.may_unpublish_draft(by, draft, on=day_of(at)).require()
    return take_off(draft, "unpublish_law_draft", reason, by, at)
