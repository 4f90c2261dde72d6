from datetime import datetime

import pytest
from django.utils import timezone

from tests.foundation.notices.sink import Sink


@pytest.fixture
def monday() -> datetime:
    """A Monday morning inside the delivery window."""
    return timezone.make_aware(datetime(2026, 6, 1, 10))


@pytest.fixture
def notice_kinds(monkeypatch):
    """A plain and a statutory kind, registered for one test; rows are as after a migrate."""
    from foundation.notices import reference, registry

    monkeypatch.setattr(registry, "_kinds", dict(registry._kinds))
    registry.register_kind("case.told", name="办理告知")
    registry.register_kind("case.statutory", name="法定告知", statutory=True)
    reference.load()


@pytest.fixture
def sink(settings):
    """A mail server on a port of its own; `sink.mails` is what it took."""
    with Sink() as running:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = running.address
        yield running
