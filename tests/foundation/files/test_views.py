import uuid

import pytest
from django.test import Client
from django.urls import reverse

from foundation.accounts.models import User
from foundation.audit import timeline
from foundation.files import registry, storage
from foundation.files.store import store_upload
from foundation.workflow import allow
from tests.foundation.files import samples
from tests.foundation.files.conftest import AT
from tests.foundation.files.samples import upload

NAME = "关于停车的答复（定稿）.pdf"


@pytest.fixture
def stored(owner, clerk):
    return store_upload(upload(NAME, samples.PDF), owner=owner, kind="attachment", by=clerk, at=AT)


def browser(user: User | None) -> Client:
    client = Client()
    if user:
        client.force_login(user, backend="foundation.accounts.backends.NameOrPhoneBackend")
    return client


def test_whom_the_owner_allows_gets_an_attachment(stored, clerk):
    answer = browser(clerk).get(stored.get_absolute_url())
    assert b"".join(answer.streaming_content) == samples.PDF
    assert answer["Content-Disposition"].startswith("attachment;")
    assert "filename*=utf-8''%E5%85%B3" in answer["Content-Disposition"]
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "private, no-store"
    assert [event.verb for event in timeline(stored)] == ["files.upload", "files.download"]
    assert timeline(stored).last().actor == clerk


@pytest.mark.parametrize("signed_in", [True, False])
def test_strangers_get_the_same_404_as_for_no_file(stored, signed_in):
    stranger = User.objects.create(username="stranger", name="莫声") if signed_in else None
    refused = browser(stranger).get(stored.get_absolute_url())
    missing = browser(stranger).get(reverse("files:download", args=[uuid.uuid4()]))
    assert (refused.status_code, missing.status_code) == (404, 404)
    assert NAME.encode() not in refused.content
    assert [event.verb for event in timeline(stored)] == ["files.upload"]


def test_an_owner_without_a_rule_shows_nothing(stored, clerk, monkeypatch):
    monkeypatch.setattr(registry, "_rules", {})
    assert browser(clerk).get(stored.get_absolute_url()).status_code == 404


def test_strangers_leave_no_trace_at_what_everybody_may_open(stored, owner):
    registry.register_owner(type(owner), lambda user, obj: allow())

    assert browser(None).get(stored.get_absolute_url()).status_code == 200
    assert [event.verb for event in timeline(stored)] == ["files.upload"]


def test_a_lost_content_is_404_and_not_an_error(stored, clerk):
    storage.path_of(stored.sha256).unlink()
    assert browser(clerk).get(stored.get_absolute_url()).status_code == 404


def test_only_get(stored, clerk):
    assert browser(clerk).post(stored.get_absolute_url()).status_code == 405
