from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from foundation.audit.models import Visibility
from foundation.files.store import store_upload
from suggestions import notices
from suggestions.models import PaperRating
from suggestions.rules import may_enter_paper_rating
from suggestions.transitions.beats import day_of, note, open_suggestion
from suggestions.transitions.rate import check_grades

SCAN = "paper_rating"


@transaction.atomic
def enter_paper_rating(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    attitude: str,
    result: str,
    scan: UploadedFile,
    reason: str = "",
) -> PaperRating:
    """A clerk enters a rating given on paper, with its scan; it counts only when a colleague has compared both.

    ValidationError when the scan is no picture or PDF. The other clerks hear of it.
    """
    suggestion = open_suggestion(pk, version)
    may_enter_paper_rating(by, suggestion, on=day_of(at)).require()
    check_grades(attitude, result, reason)
    paper = PaperRating.objects.create(
        suggestion=suggestion,
        round=suggestion.current_round(),
        attitude=attitude,
        result=result,
        reason=reason,
        entered_by=by,
        entered_at=at,
    )
    store_upload(scan, owner=paper, kind=SCAN, by=by, at=at)
    note("enter_paper_rating", suggestion, "录入纸质评价，待核对。", by=by, at=at, visibility=Visibility.OFFICE)
    notices.paper_entered(paper, by=by, at=at)
    return paper
