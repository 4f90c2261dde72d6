from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from foundation.audit import record
from foundation.audit.models import Event
from foundation.audit.sealing import seal_events
from tests.foundation.audit.conftest import AT

LIST = "/admin/audit/event/"


@pytest.fixture
def auditor(cast, signed_in):
    return signed_in(cast.yang)


@pytest.fixture
def events(cast):
    record("suggestions.assign", cast.education, by=cast.he, at=AT, summary="何敏交办区教育局。")
    record("files.upload", cast.education, by=cast.wu, at=AT, summary="=HYPERLINK(1)")
    seal_events()
    record("accounts.sign_in", cast.he, by=cast.he, at=AT, summary="@SUM(1)")


def test_the_auditor_reads_and_nobody_writes(auditor, events):
    html = auditor.get(LIST).content.decode()
    assert "何敏交办区教育局。" in html
    assert "操作记录" in html
    page = reverse("admin:audit_event_change", args=[Event.objects.first().pk])
    assert auditor.get(page).status_code == 200
    assert 'name="_save"' not in auditor.get(page).content.decode()
    assert auditor.post(page, {"summary": "改写"}).status_code == 403
    assert auditor.get(reverse("admin:audit_event_add")).status_code == 403
    assert auditor.get(reverse("admin:audit_event_delete", args=[Event.objects.first().pk])).status_code == 403


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("?room=suggestions.", {"suggestions.assign"}),
        ("?room=files.", {"files.upload"}),
        ("?sealed=no", {"accounts.sign_in"}),
        ("?q=何敏", {"suggestions.assign", "accounts.sign_in"}),
    ],
)
def test_filters(auditor, events, query, shown):
    rows = auditor.get(LIST + query).context["cl"].queryset
    assert {event.verb for event in rows} & {"suggestions.assign", "files.upload", "accounts.sign_in"} == shown


def test_the_export_has_chinese_heads_and_no_formulas(auditor, events):
    page = reverse("admin:audit_event_export")
    assert auditor.get(page).status_code == 200
    answer = auditor.post(page, {"format": "0", "resource": "0", **_all_columns(auditor.get(page))})
    rows = [*load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True)]
    assert rows[0][:3] == ("发生时间", "记录时间", "操作人")
    cells = [cell for row in rows[1:] for cell in row]
    assert "何敏交办区教育局。" in cells
    assert {"'=HYPERLINK(1)", "'@SUM(1)"} <= set(cells)
    assert not any(isinstance(cell, str) and cell.startswith(("=", "+", "-", "@")) for cell in cells)


def _all_columns(page) -> dict[str, str]:
    return {name: "on" for name in page.context["form"].fields if name.startswith("eventresource")}


def test_others_do_not_get_in(cast, signed_in):
    assert signed_in(cast.lin).get(LIST).status_code == 302
    assert signed_in(cast.gao).get(LIST).status_code in (302, 403)
