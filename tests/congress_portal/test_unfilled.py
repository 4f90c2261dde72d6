"""After an installation it is known which local rules name no basis, where to fill them and in what order."""

import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command

from congress_portal.unfilled import STEPS, Unfilled, keeper_of, unfilled
from liaison_stations.models import MailboxRule
from tests.house.tree import ROOT

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
DOCUMENT = (ROOT / "docs/local_rules.md").read_text()


def told(*options: str) -> str:
    out = StringIO()
    call_command("list_unfilled", *options, stdout=out)
    return out.getvalue()


def kind_of(label: str) -> Unfilled | None:
    return next((kind for kind in unfilled(DAY) if kind.label == label), None)


def test_every_kind_has_its_step_and_its_line_in_the_document_in_the_same_order():
    found = unfilled(DAY)
    assert {kind.label for kind in found} == {label for _, labels in STEPS for label in labels}
    lines = [f"| {kind.name} | {kind.place} |" for kind in found]
    assert [line for line in lines if line not in DOCUMENT] == []
    assert [DOCUMENT.index(line) for line in lines] == sorted(DOCUMENT.index(line) for line in lines)
    assert DOCUMENT.count("/admin/") == len(lines)
    assert [title for title, _ in STEPS if f"### {title}\n" not in DOCUMENT] == []


def test_the_secretary_finds_the_field_at_the_place_that_is_told(cast, signed_in):
    client = signed_in(cast.gao)
    for kind in unfilled(DAY):
        model = apps.get_model(kind.label)
        row, keeper = model._default_manager.filter(legal_basis__contains="待填")[0], keeper_of(model)
        if keeper is not model:
            row = next(getattr(row, field.name) for field in model._meta.fields if field.related_model is keeper)
        page = client.get(f"{kind.place}{row.pk}/change/")
        assert page.status_code == 200, kind
        assert 'legal_basis"' in page.text.replace("field-legal_basis", ""), kind


def test_what_is_filled_or_ended_is_listed_no_longer(cast):
    rules = MailboxRule.objects.all()
    before = kind_of("liaison_stations.mailboxrule")
    first, second = rules[:2]
    rules.filter(pk=first.pk).update(legal_basis="《示范区代表信箱办法》第三条")
    rules.filter(pk=second.pk).update(valid_until=DAY - timedelta(days=1))
    after = kind_of("liaison_stations.mailboxrule")
    assert {str(first), str(second)} == set(before.rows) - set(after.rows)
    assert (before.total - after.total, len(after.rows)) == (1, after.total - 1)
    rules.update(legal_basis="《示范区代表信箱办法》第三条")
    assert kind_of("liaison_stations.mailboxrule") is None


def test_the_command_tells_kinds_rows_and_json():
    words = told()
    rows = [str(row) for row in MailboxRule.objects.all()]
    assert "三、开通联络站和代表信箱以前" in words
    assert f"代表信箱规则：待填{len(rows)}行，共{len(rows)}行，后台 /admin/liaison_stations/mailboxrule/" in words
    assert rows[0] not in words
    assert rows[0] in told("--rows")
    (kind,) = [kind for kind in json.loads(told("--json")) if kind["label"] == "liaison_stations.mailboxrule"]
    assert sorted(kind["rows"]) == sorted(rows)
    for label in (label for _, labels in STEPS for label in labels):
        apps.get_model(label)._default_manager.update(legal_basis="《示范区规定》")
    assert told().strip() == "各项规则都已写明依据。"
    assert json.loads(told("--json")) == []
