"""Contents that belong to nobody go after a day; everything else stays."""

import json
import os
from datetime import timedelta
from io import StringIO
from threading import Event, Thread

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from foundation.accounts.models import Organisation
from foundation.accounts.roles import OrganisationKind
from foundation.files import storage
from foundation.files.models import StoredFile
from foundation.files.store import store_upload
from foundation.files.sweeping import Sweeping, sweep
from foundation.files.tasks import sweep_files
from foundation.workdays.clock import now
from tests.foundation.files import samples
from tests.foundation.files.conftest import AT
from tests.foundation.files.samples import upload

SIZE = len(samples.PDF)


class Undone(Exception):
    """Rolls a transaction back."""


def rolled_back(owner, clerk):
    """An upload that is taken back with its transaction; answers where its content lies."""
    with pytest.raises(Undone), transaction.atomic():
        stored = store_upload(upload("一.pdf", samples.PDF), owner=owner, kind="attachment", by=clerk, at=AT)
        raise Undone
    return storage.path_of(stored.sha256)


def age(place, days: float) -> None:
    then = (now() - timedelta(days=days)).timestamp()
    os.utime(place, (then, then))


def test_what_a_rolled_back_upload_left_goes_after_a_day_and_not_before(owner, clerk):
    place = rolled_back(owner, clerk)
    age(place, 0.99)
    assert sweep(now(), apply=True) == Sweeping()
    assert place.exists()

    age(place, 1.01)
    assert sweep(now(), apply=True) == Sweeping(contents=1, size=SIZE)
    assert not place.exists()


def test_a_content_with_a_row_stays_however_old(owner, clerk):
    stored = store_upload(upload("一.pdf", samples.PDF), owner=owner, kind="attachment", by=clerk, at=AT)
    place = storage.path_of(stored.sha256)
    age(place, 4000)
    assert sweep(now(), apply=True) == Sweeping()
    assert place.exists()


def test_an_old_content_that_is_uploaded_anew_is_young_again(owner, clerk):
    age(rolled_back(owner, clerk), 9)
    place = rolled_back(owner, clerk)
    assert sweep(now(), apply=True) == Sweeping()
    assert place.exists()


def test_half_written_drafts_go_too_and_strangers_stay(db, settings):
    settings.MEDIA_ROOT.mkdir()
    old, young, strange = (settings.MEDIA_ROOT / name for name in ("incoming-a", "incoming-b", "说明.txt"))
    for place in (old, young, strange):
        place.write_bytes(b"12345")
    age(old, 2)
    age(strange, 2)
    assert sweep(now(), apply=True) == Sweeping(drafts=1, size=5)
    assert [place.exists() for place in (old, young, strange)] == [False, True, True]


def test_an_empty_store_is_nothing_to_worry_about(db):
    assert sweep(now(), apply=True) == Sweeping()


def test_the_command_counts_first_and_deletes_when_told(owner, clerk):
    place = rolled_back(owner, clerk)
    age(place, 2)
    out = StringIO()
    call_command("sweep_files", stdout=out)
    assert "没有登记的内容 1 个" in out.getvalue()
    assert "未作任何改动" in out.getvalue()
    assert place.exists()

    out = StringIO()
    call_command("sweep_files", "--apply", "--json", stdout=out)
    assert json.loads(out.getvalue()) == {"applied": True, "contents": 1, "drafts": 0, "size": SIZE}
    assert not place.exists()


def test_the_nightly_job_deletes(owner, clerk):
    place = rolled_back(owner, clerk)
    age(place, 2)
    sweep_files()
    assert not place.exists()


@pytest.mark.django_db(transaction=True)
def test_what_is_being_uploaded_at_this_moment_is_untouched():
    """A second connection has stored the content and not yet committed its row; even its age would speak against it."""
    stored, may_commit, places = Event(), Event(), []

    def uploading() -> None:
        try:
            with transaction.atomic():
                owner = Organisation.objects.create(name="示范区教育局", kind=OrganisationKind.HANDLING_UNIT)
                file = store_upload(upload("一.pdf", samples.PDF), owner=owner, kind="attachment", by=None, at=AT)
                places.append(storage.path_of(file.sha256))
                age(places[0], 3)
                stored.set()
                may_commit.wait(20)
        finally:
            stored.set()
            connection.close()

    thread = Thread(target=uploading)
    thread.start()
    try:
        assert stored.wait(20)
        assert not StoredFile.objects.exists()
        assert sweep(now(), apply=True) == Sweeping()
    finally:
        may_commit.set()
        thread.join(20)

    assert StoredFile.objects.count() == 1
    assert places[0].read_bytes() == samples.PDF
    assert sweep(now(), apply=True) == Sweeping()
