"""Uploads added by hand to a text that is still being written."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from foundation.audit import timeline
from foundation.files.keeping import ATTACHMENT, keep
from foundation.files.models import StoredFile
from foundation.files.store import files_of, remove_upload
from foundation.workflow import when
from suggestions import rules
from suggestions.forms.common import AttachForm
from suggestions.models import Assignment, Reply, Suggestion
from suggestions.transitions.beats import open_assignment, open_suggestion
from suggestions.views.base import AssignmentStep, SuggestionStep


def removable(owner: Suggestion | Reply) -> QuerySet[StoredFile]:
    """What was attached since the text last left its author's hands: what others have had before them stays."""
    if isinstance(owner, Reply):
        gone = owner.checks.order_by("-checked_at").values_list("checked_at", flat=True).first()
    else:
        gone = timeline(owner).filter(verb="suggestions.submit").order_by("-at").values_list("at", flat=True).first()
    files = files_of(owner, ATTACHMENT)
    return files.filter(uploaded_at__gt=gone) if gone else files


def change_files(
    owner: Suggestion | Reply, files: Iterable[Any], remove: Iterable[StoredFile], *, by: Any, at: datetime
) -> None:
    """Adds and takes back attachments; one that may not be taken back any more is left alone."""
    for stored in removable(owner).filter(pk__in=[file.pk for file in remove]):
        remove_upload(stored, by=by, at=at)
    keep(owner, files, by=by, at=at)


@transaction.atomic
def attach_to_suggestion(
    pk: int, *, by: Any, at: datetime, version: int | None, files: list[Any], remove: Iterable[StoredFile] = ()
) -> Suggestion:
    """Adds files to a text its lead deputy may still change, or takes some back."""
    suggestion = open_suggestion(pk)
    rules.may_save_draft(by, suggestion, on=timezone.localdate(at)).require()
    change_files(suggestion, files, remove, by=by, at=at)
    return suggestion


@transaction.atomic
def attach_to_reply(
    pk: int, *, by: Any, at: datetime, version: int | None, files: list[Any], remove: Iterable[StoredFile] = ()
) -> Assignment:
    """Adds files to the reply a unit is writing, or takes some back; `pk` is its assignment."""
    part = open_assignment(pk)
    rules.may_draft_reply(by, part, on=timezone.localdate(at)).require()
    change_files(part.current_reply(), files, remove, by=by, at=at)
    return part


class Attaching:
    """The page of both: what is there, what may be taken back, and room for more."""

    template_name = "suggestions/attach.html"
    form_class = AttachForm
    button = "保存"
    success_message = "附件已保存。"

    def owner(self) -> Suggestion | Reply | None:
        """What the files belong to."""
        return self.object

    def form_kwargs(self) -> dict[str, Any]:
        owner = self.owner()
        return {"removable": removable(owner) if owner else StoredFile.objects.none()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        owner = self.owner()
        kept = files_of(owner).exclude(pk__in=removable(owner).values("pk")) if owner else []
        return super().get_context_data(**{"files": kept, "back_url": self.editor_url(), **kwargs})

    def get_success_url(self) -> str:
        """Back to the text the files belong to."""
        return self.editor_url()

    def get_crumbs(self) -> list[tuple[str, str]]:
        case = (self.suggestion.title, self.suggestion.get_absolute_url())
        return [("代表建议", reverse("suggestions:list")), case]


class AttachToSuggestion(Attaching, SuggestionStep):
    rule = rules.may_save_draft
    transition = attach_to_suggestion
    title = "添加附件"

    def editor_url(self) -> str:
        return reverse("suggestions:edit", args=[self.object.pk])


class AttachToReply(Attaching, AssignmentStep):
    transition = attach_to_reply
    title = "添加答复附件"

    @staticmethod
    def rule(user: Any, part: Assignment, *, on: Any) -> Any:
        """The unit may, as soon as there is a draft to attach something to."""
        begun = when(part.current_reply() is not None, "请先保存答复稿，再添加附件。")
        return rules.may_draft_reply(user, part, on=on) & begun

    def owner(self) -> Reply | None:
        return self.object.current_reply()

    def editor_url(self) -> str:
        return reverse("suggestions:reply", args=[self.object.pk])
