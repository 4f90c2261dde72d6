"""What a deputy words himself, and the chain of versions that keeps it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from foundation.workflow import Refused
from suggestions.models import Suggestion, TextVersion
from suggestions.models.text_version import TEXT_FIELDS, chained, text_hash

WORDING = frozenset(
    {
        *TEXT_FIELDS,
        "kind",
        "wished_category",
        "wished_unit",
        "agree_to_publish",
        "wants_interview",
        "from_survey",
        "from_reception",
        "from_inspection",
        "raised_before",
        "raised_before_as",
    }
)


def check_wording(wording: Mapping[str, Any]) -> None:
    """TypeError for a field that is not the deputy's to word: such a call is a fault of the code."""
    unknown = set(wording) - WORDING
    if unknown:
        raise TypeError(f"not worded by the deputy: {sorted(unknown)}")


def check_earlier(wording: Mapping[str, Any], by: Any) -> None:
    """Refused where the paper names an earlier one that its writer may not open."""
    earlier = wording.get("raised_before_as")
    if earlier is not None and not Suggestion.objects.visible_to(by).filter(pk=earlier.pk).exists():
        raise Refused("请从您能查看的建议中选择以前提出的一件。", "input")


def keep_text(suggestion: Suggestion, *, by: Any, at: datetime) -> TextVersion | None:
    """Appends the present text to the chain, unless it is what the chain already ends with."""
    last = suggestion.versions.order_by("-number").first()
    present = text_hash(suggestion)
    if last and text_hash(last) == present:
        return None
    previous = last.hash if last else ""
    return TextVersion.objects.create(
        suggestion=suggestion,
        number=last.number + 1 if last else 1,
        saved_by=by,
        saved_at=at,
        previous_hash=previous,
        hash=chained(previous, present),
        **{name: getattr(suggestion, name) for name in TEXT_FIELDS},
    )
