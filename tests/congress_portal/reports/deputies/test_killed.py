"""The job is really killed half way: what was made stays and is not made twice, the rest follows."""

import json
import time
from collections import Counter

import pytest
from django.core.management import call_command

from congress_portal.reports.models import AnnualReport, DeputyReport
from foundation.files.models import StoredFile
from tests.deputies_cast import add_mandate
from tests.foundation.processes import spawn

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 12


def made() -> Counter[str]:
    """How often a Word file was written for each report."""
    return Counter(
        StoredFile.objects.filter(kind="docx", owner_type__model="deputyreport").values_list("owner_id", flat=True)
    )


def test_killed_half_way_and_resumed(register, capsys):
    for number in range(PEOPLE - 3):
        add_mandate(register, f"代表{number}", register.chengguan)
    process = spawn("manage.py", "build_annual_reports", "--year", "2026", "--kind", "deputies")
    end = time.monotonic() + 60
    while len(made()) < 2:
        assert time.monotonic() < end, "nothing was made"
        time.sleep(0.02)
    process.kill()
    process.wait(20)
    kept = made()
    assert 2 <= len(kept) < PEOPLE
    assert AnnualReport.objects.get().state == "building"

    call_command("build_annual_reports", "--year", "2026", "--kind", "deputies", "--json")
    found = json.loads(capsys.readouterr().out)

    assert found["deputies"] == {"built": PEOPLE}
    assert made() == dict.fromkeys(map(str, DeputyReport.objects.values_list("pk", flat=True)), 1)
    assert set(kept) <= set(made())
