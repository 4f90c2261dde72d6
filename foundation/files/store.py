"""The one way in for every upload of the portal, and the list of an object's files."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from functools import partial
from io import BytesIO
from typing import Any, BinaryIO

from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Model, Q, QuerySet

from foundation.audit import record
from foundation.files import storage
from foundation.files.holding import hold, seize
from foundation.files.inspection import inspect
from foundation.files.models import StoredFile


@transaction.atomic
def store_upload(
    upload: UploadedFile, *, owner: Model, kind: str, by: Any, at: datetime, accept: Collection[str] | None = None
) -> StoredFile:
    """Checks and keeps one upload as a file of `owner` (saved already), to be used as `kind` ("attachment", "scan").

    Photographs lose their metadata on the way. Raises ValidationError with a Chinese sentence; then nothing is kept.
    A rolled back transaction may leave the content behind without a row; `sweeping` takes it away a day later.
    """
    inspected = inspect(upload, accept)
    facts = {"kind": kind, "name": inspected.name, "media_type": inspected.media_type}
    stored = _keep(inspected.content, owner, by=by, at=at, **facts)
    record("files.upload", stored, by=by, at=at, summary=f"上传附件“{stored.name}”。", visibility="office")
    return stored


@transaction.atomic
def store_made(
    content: bytes, *, owner: Model, kind: str, name: str, media_type: str, by: Any, at: datetime
) -> StoredFile:
    """Keeps a file the portal itself has written for `owner`, such as an issued letter. It is never written anew."""
    stored = _keep(BytesIO(content), owner, by=by, at=at, kind=kind, name=name, media_type=media_type)
    facts = {"sha256": stored.sha256}
    record("files.made", stored, by=by, at=at, summary=f"生成文件“{name}”。", data=facts, visibility="office")
    return stored


def _keep(content: BinaryIO, owner: Model, *, by: Any, at: datetime, **facts: str) -> StoredFile:
    """The content in the store and its row."""
    sha256, size = storage.keep(content, hold)
    return StoredFile.objects.create(
        owner_type=ContentType.objects.get_for_model(owner),
        owner_id=str(owner.pk),
        size=size,
        sha256=sha256,
        uploaded_by=getattr(by, "acted_by", None) or by,
        uploaded_at=at,
        **facts,
    )


@transaction.atomic
def remove_upload(stored: StoredFile, *, by: Any, at: datetime) -> None:
    """Takes back an upload nobody else has relied on yet; whether that is so, the caller's rule says.

    The content goes too, unless another row names it. The event stays.
    """
    record("files.remove", stored, by=by, at=at, summary=f"移除附件“{stored.name}”。", visibility="office")
    stored.delete()
    transaction.on_commit(partial(forget_unowned, stored.sha256))


@transaction.atomic
def forget_unowned(sha256: str) -> bool:
    """Deletes a content that no row names; False when one does, or when it is being stored again at this moment."""
    if not seize(sha256) or StoredFile.objects.filter(sha256=sha256).exists():
        return False
    storage.forget(sha256)
    return True


def share(source: Model, owner: Model) -> None:
    """Gives `owner` the files of `source` as well: rows of its own over the same kept content."""
    for stored in files_of(source):
        share_as(stored, owner, kind=stored.kind, name=stored.name)


def share_as(stored: StoredFile, owner: Model, *, kind: str, name: str) -> StoredFile:
    """Gives `owner` one file under another name: a row of its own over the same kept content."""
    stored.pk, stored._state.adding = uuid.uuid4(), True
    stored.owner_type, stored.owner_id = ContentType.objects.get_for_model(owner), str(owner.pk)
    stored.kind, stored.name = kind, name
    stored.save(force_insert=True)
    return stored


def files_of(owner: Model, kind: str | None = None) -> QuerySet[StoredFile]:
    """The files of `owner`, oldest first; `kind` narrows them."""
    owner_type = ContentType.objects.get_for_model(owner)
    files = StoredFile.objects.filter(owner_type=owner_type, owner_id=str(owner.pk))
    return files if kind is None else files.filter(kind=kind)


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
