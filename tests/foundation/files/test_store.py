import hashlib

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from foundation.accounts.models import User
from foundation.audit import timeline
from foundation.audit.models import Event
from foundation.files import storage
from foundation.files.models import FileFormat, StoredFile
from foundation.files.reference import load
from foundation.files.store import files_of, remove_upload, store_upload
from tests.foundation.files import samples
from tests.foundation.files.conftest import AT
from tests.foundation.files.samples import upload

LONG_NAME = "关于" + "建" * 80 + ".pdf"


def test_a_file_is_kept_under_its_hash_with_its_name_in_the_row(owner, clerk):
    stored = store_upload(upload(LONG_NAME, samples.PDF), owner=owner, kind="attachment", by=clerk, at=AT)
    sha256 = hashlib.sha256(samples.PDF).hexdigest()
    assert (stored.sha256, stored.size, stored.name) == (sha256, len(samples.PDF), LONG_NAME)
    assert (stored.owner, stored.uploaded_by, stored.uploaded_at) == (owner, clerk, AT)
    assert storage.path_of(sha256).read_bytes() == samples.PDF
    assert [event.verb for event in timeline(stored)] == ["files.upload"]


def test_a_photograph_is_kept_without_its_place(owner, clerk):
    stored = store_upload(upload("现场.jpg", samples.picture()), owner=owner, kind="photo", by=clerk, at=AT)
    kept = storage.path_of(stored.sha256).read_bytes()
    assert b"Exif" not in kept
    assert (stored.size, stored.sha256) == (len(kept), hashlib.sha256(kept).hexdigest())


def test_the_same_content_twice_is_two_rows_and_one_content(owner, clerk):
    for name in ("一.pdf", "二.pdf"):
        store_upload(upload(name, samples.PDF), owner=owner, kind="attachment", by=clerk, at=AT)
    assert [file.name for file in files_of(owner)] == ["一.pdf", "二.pdf"]
    assert len([path for path in storage.path_of("00").parent.parent.rglob("*") if path.is_file()]) == 1


def test_files_are_listed_by_owner_and_kind(owner, clerk):
    store_upload(upload("一.pdf", samples.PDF), owner=owner, kind="attachment", by=clerk, at=AT)
    store_upload(upload("二.pdf", samples.PDF), owner=owner, kind="scan", by=clerk, at=AT)
    store_upload(upload("三.pdf", samples.PDF), owner=clerk, kind="scan", by=clerk, at=AT)
    assert [file.name for file in files_of(owner, "scan")] == ["二.pdf"]


def test_a_refused_upload_leaves_nothing_behind(owner, clerk, settings):
    with pytest.raises(ValidationError):
        store_upload(upload("假.pdf", b"MZ"), owner=owner, kind="attachment", by=clerk, at=AT)
    assert not StoredFile.objects.exists()
    assert not settings.MEDIA_ROOT.exists()


def test_a_failure_while_writing_leaves_no_half_file(owner, clerk, settings, monkeypatch):
    def full(*_args):
        raise OSError("disk full")

    monkeypatch.setattr(storage.os, "replace", full)
    with pytest.raises(OSError, match="disk full"):
        store_upload(upload("一.pdf", samples.PDF), owner=owner, kind="attachment", by=clerk, at=AT)
    assert [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()] == []


def test_a_row_never_changes(owner, clerk):
    stored = store_upload(upload("一.pdf", samples.PDF), owner=owner, kind="attachment", by=clerk, at=AT)
    with pytest.raises(DatabaseError), transaction.atomic():
        StoredFile.objects.filter(pk=stored.pk).update(name="别的.pdf")


def test_uploading_for_somebody_names_the_hand(owner, clerk):
    principal = User.objects.create(username="principal", name="高远")
    principal.acted_by = clerk
    stored = store_upload(upload("一.pdf", samples.PDF), owner=owner, kind="attachment", by=principal, at=AT)
    assert stored.uploaded_by == clerk


@pytest.mark.django_db
def test_what_the_office_set_survives_the_next_migrate():
    FileFormat.objects.filter(extension="pdf").update(max_megabytes=7)
    load()
    assert FileFormat.objects.get(extension="pdf").max_megabytes == 7


@pytest.mark.django_db
def test_a_bulk_change_of_the_limits_is_in_the_row_history():
    FileFormat.objects.filter(extension__in=["pdf", "ofd"]).update(max_megabytes=9)
    history = FileFormat.pgh_event_model.objects.filter(pgh_label="update")
    assert sorted(history.values_list("extension", "max_megabytes")) == [("ofd", 9), ("pdf", 9)]


def test_what_is_taken_back_is_gone_unless_another_row_needs_it(owner, clerk, django_capture_on_commit_callbacks):
    first, second = (
        store_upload(upload(name, samples.PDF), owner=owner, kind="attachment", by=clerk, at=AT)
        for name in ("一.pdf", "二.pdf")
    )
    place = storage.path_of(first.sha256)

    with django_capture_on_commit_callbacks(execute=True):
        remove_upload(first, by=clerk, at=AT)
    assert list(files_of(owner)) == [second]
    assert place.exists()

    with django_capture_on_commit_callbacks(execute=True):
        remove_upload(second, by=clerk, at=AT)
    assert not place.exists()
    assert Event.objects.filter(verb="files.remove").count() == 2
