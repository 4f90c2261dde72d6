"""Settings that make no sense are refused, each with its id and a mend."""

import pytest
from django.test import override_settings

from congress_portal.checks import settings_make_sense

GOOD = {
    "REQUIRE_SETTINGS": True,
    "SECRET_KEY": "x" * 50,
    "ALLOWED_HOSTS": ["rd.example.gov.cn"],
    "EMBEDDED": False,
    "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
    "ADMINS": [("ops", "ops@example.gov.cn")],
    "SECURE_SSL_REDIRECT": True,
}


def ids(**changed: object) -> list[str]:
    with override_settings(**GOOD | changed):
        return [found.id for found in settings_make_sense()]


def test_whole_settings_pass() -> None:
    assert ids() == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"SECRET_KEY": "unset"}, "portal.E001"),
        ({"ALLOWED_HOSTS": []}, "portal.E002"),
        ({"ALLOWED_HOSTS": ["*"]}, "portal.E002"),
        ({"EMBEDDED": True}, "portal.E003"),
        ({"PORTAL_PORT": 70000}, "portal.E004"),
        ({"UPLOAD_MAX_BYTES": 0}, "portal.E006"),
        ({"EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend"}, "portal.W001"),
        ({"ADMINS": []}, "portal.W002"),
        ({"SECURE_SSL_REDIRECT": False}, "portal.W003"),
    ],
)
def test_nonsense_is_refused_with_its_id(changed: dict, expected: str) -> None:
    assert ids(**changed) == [expected]


def test_every_refusal_says_how_to_mend_it() -> None:
    with override_settings(**GOOD | {"SECRET_KEY": "short", "ALLOWED_HOSTS": [], "EMBEDDED": True, "ADMINS": []}):
        assert all(found.hint and "请" in found.hint for found in settings_make_sense())


def test_a_demonstration_needs_no_settings() -> None:
    assert ids(REQUIRE_SETTINGS=False, SECRET_KEY="short", ALLOWED_HOSTS=["*"], EMBEDDED=True) == []
