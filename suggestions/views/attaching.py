"""Uploads: kept with the paper a step has just written, or added by hand to a text that is still being written."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, Q
from django.utils import timezone

from foundation.files.models import StoredFile
from foundation.files.store import files_of, store_upload
from suggestions import rules
from suggestions.forms.common import AttachForm
from suggestions.models import Assignment, Suggestion
from suggestions.rules.words import when
from suggestions.transitions.beats import open_assignment, open_suggestion
from suggestions.views.base import AssignmentStep, SuggestionStep

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


def attach_to_suggestion(pk: int, *, by: Any, at: datetime, version: int | None, files: list[Any]) -> Suggestion:
    """Adds files to a text its lead deputy may still change."""
    with transaction.atomic():
        suggestion = open_suggestion(pk)
        rules.may_save_draft(by, suggestion, on=timezone.localdate(at)).require()
        keep(suggestion, files, by=by, at=at)
    return suggestion


def attach_to_reply(pk: int, *, by: Any, at: datetime, version: int | None, files: list[Any]) -> Assignment:
    """Adds files to the reply a unit is writing; `pk` is its assignment."""
    with transaction.atomic():
        part = open_assignment(pk)
        rules.may_draft_reply(by, part, on=timezone.localdate(at)).require()
        keep(part.current_reply(), files, by=by, at=at)
    return part


class AttachToSuggestion(SuggestionStep):
    template_name = "suggestions/attach.html"
    form_class = AttachForm
    rule = rules.may_save_draft
    transition = attach_to_suggestion
    title = "添加附件"
    button = "上传"
    success_message = "附件已上传。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(files=files_of(self.object), **kwargs)


class AttachToReply(AssignmentStep):
    template_name = "suggestions/attach.html"
    form_class = AttachForm
    transition = attach_to_reply
    title = "添加答复附件"
    button = "上传"
    success_message = "附件已上传。"

    @staticmethod
    def rule(user: Any, part: Assignment, *, on: Any) -> Any:
        """The unit may, as soon as there is a draft to attach something to."""
        begun = when(part.current_reply() is not None, "请先保存答复稿，再添加附件。")
        return rules.may_draft_reply(user, part, on=on) & begun

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        draft = self.object.current_reply()
        return super().get_context_data(files=files_of(draft) if draft else [], **kwargs)


def attach_files(owners: Iterable[Model]) -> None:
    """Sets `files` on every object, of whatever models; one query."""
    rows = list(owners)
    kinds = ContentType.objects.get_for_models(*{type(row) for row in rows}) if rows else {}
    wanted = Q(pk__in=[])
    for model, kind in kinds.items():
        wanted |= Q(owner_type=kind, owner_id__in=[str(row.pk) for row in rows if type(row) is model])
    found: dict[tuple[int, str], list[StoredFile]] = defaultdict(list)
    for file in StoredFile.objects.filter(wanted).order_by("uploaded_at", "pk"):
        found[file.owner_type_id, file.owner_id].append(file)
    for row in rows:
        row.files = found[kinds[type(row)].pk, str(row.pk)]
