"""Every environment variable is read in env.py and has its line in docs/settings.md, and the other way round."""

import re

from tests.house.tree import ROOT, code, files, findings, name

DOCUMENT = (ROOT / "docs/settings.md").read_text()
DOCUMENTED = set(re.findall(r"^\| `([A-Z_]+)` \|", DOCUMENT, re.MULTILINE))
# Read before Django's settings exist, or by the shell.
READ_ELSEWHERE = {"DJANGO_SETTINGS_MODULE", "PORTAL_EMBEDDED_CARELESS", "PORTAL_TEST_PROCESSES"}
ENV = "congress_portal/settings/env.py"
MAY_TOUCH_THE_ENVIRONMENT = {
    ENV,
    "congress_portal/celery.py",
    "congress_portal/wsgi.py",
    "congress_portal/asgi.py",
    "congress_portal/embedded/postgres.py",
}


def read_variables() -> set[str]:
    return set(re.findall(r'_read\(\s*"([A-Z_]+)"', (ROOT / ENV).read_text())) | READ_ELSEWHERE


def test_every_variable_has_its_line() -> None:
    assert read_variables() - DOCUMENTED == set()


def test_every_line_has_its_variable() -> None:
    assert DOCUMENTED - read_variables() == set()


def test_only_the_one_reader_reads_the_environment() -> None:
    others = [path for path in code() if name(path) not in MAY_TOUCH_THE_ENVIRONMENT]
    assert findings(others, lambda line: "os.environ" in line or "getenv" in line) == []


def test_every_check_of_the_settings_has_its_line() -> None:
    ids = {
        found
        for path in files("congress_portal/checks.py")
        for found in re.findall(r'id="(portal\.[EW]\d+)"', path.read_text())
    }
    assert ids
    assert {found for found in ids if f"`{found}`" not in DOCUMENT} == set()
