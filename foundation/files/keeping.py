"""Uploads kept with the paper a step has just written."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from foundation.files.store import store_upload

ATTACHMENT = "attachment"


class KeepsFiles:
    """Keeps the uploads of a form with what its transition answered; a refused file leaves nothing of either."""

    def arguments(self, form: Any) -> dict[str, Any]:
        return {name: value for name, value in super().arguments(form).items() if name != "files"}

    def call(self, form: Any) -> Any:
        with transaction.atomic():
            paper = super().call(form)
            keep(paper, form.cleaned_data["files"], by=self.request.user, at=timezone.now())
        return paper


def keep(owner: Model, uploads: Iterable[Any], *, by: Any, at: datetime) -> None:
    """Stores every upload as an attachment of `owner`. ValidationError for what the office does not allow."""
    for upload in uploads or ():
        store_upload(upload, owner=owner, kind=ATTACHMENT, by=by, at=at)
