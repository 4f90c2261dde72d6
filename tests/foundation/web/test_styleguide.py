"""The living page: for staff, every component on it."""

import re
from pathlib import Path

import pytest
from django.conf import settings

COMPONENTS = Path(settings.BASE_DIR) / "templates" / "components"
# Whole pages, and parts of the skeleton that every page shows.
NOT_SPECIMENS = {"styleguide", "step", "list_page", "mark", "breadcrumb", "messages", "look_menu", "user_menu"}
NOT_SPECIMENS |= {"acting_for", "navigation", "site_foot", "export_menu", "panel", "cell", "error_summary"}


@pytest.mark.django_db
def test_only_staff_see_it(cast, signed_in, client):
    assert signed_in(cast.gao).get("/styleguide/").status_code == 200
    assert signed_in(cast.lin).get("/styleguide/").status_code == 403
    assert client.get("/styleguide/").status_code == 302


@pytest.mark.django_db
def test_its_form_is_real_and_changes_nothing(cast, signed_in):
    answer = signed_in(cast.gao).post("/styleguide/", {"title": "题"})

    assert answer.status_code == 422
    assert "请选择一项。" in answer.content.decode()


@pytest.mark.django_db
def test_every_component_is_on_it(cast, signed_in):
    answer = signed_in(cast.gao).get("/styleguide/")
    drawn = {template.name for template in answer.templates if template.name}

    wanted = {f"components/{path.name}" for path in COMPONENTS.glob("*.html") if path.stem not in NOT_SPECIMENS}
    assert wanted - drawn == set()


def test_every_token_that_is_named_is_defined():
    sheets = Path(settings.BASE_DIR) / "static" / "css"
    defined = set(re.findall(r"(--[\w-]+)\s*:", "".join(path.read_text() for path in sheets.glob("*.css"))))
    named = set(re.findall(r"var\((--[\w-]+)\)", "".join(path.read_text() for path in sheets.glob("*.css"))))

    assert named - defined == set()
