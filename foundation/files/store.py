"""The one way in for every upload of the portal, and the list of an object's files."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Model, QuerySet

from foundation.audit import record
from foundation.files import storage
from foundation.files.inspection import inspect
from foundation.files.models import StoredFile


def store_upload(
    upload: UploadedFile, *, owner: Model, kind: str, by: Any, at: datetime, accept: Collection[str] | None = None
) -> StoredFile:
    """Checks and keeps one upload as a file of `owner` (saved already), to be used as `kind` ("attachment", "scan").

    Photographs lose their metadata on the way. Raises ValidationError with a Chinese sentence; then nothing is kept.
    A rolled back transaction may leave the content behind without a row, which does no harm.
    """
    inspected = inspect(upload, accept)
    sha256, size = storage.keep(inspected.content)
    stored = StoredFile.objects.create(
        owner_type=ContentType.objects.get_for_model(owner),
        owner_id=str(owner.pk),
        kind=kind,
        name=inspected.name,
        size=size,
        sha256=sha256,
        media_type=inspected.media_type,
        uploaded_by=getattr(by, "acted_by", None) or by,
        uploaded_at=at,
    )
    record("files.upload", stored, by=by, at=at, summary=f"上传附件“{stored.name}”。", visibility="office")
    return stored


def files_of(owner: Model, kind: str | None = None) -> QuerySet[StoredFile]:
    """The files of `owner`, oldest first; `kind` narrows them."""
    owner_type = ContentType.objects.get_for_model(owner)
    files = StoredFile.objects.filter(owner_type=owner_type, owner_id=str(owner.pk))
    return files if kind is None else files.filter(kind=kind)
