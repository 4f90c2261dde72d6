"""The register in the admin: in Chinese, for secretaries, without deletion and without clear telephones."""

import pytest
from django.core.management import call_command

from deputies.models import Deputy
from foundation.audit.models import Event

TABLES = ["congress", "term", "meeting", "area", "delegation", "deputygroup", "constituency", "deputy"]


@pytest.fixture
def secretary(cast, register, signed_in):
    call_command("load_reference")
    return signed_in(cast.gao)


def page_data(client, url: str) -> dict:
    """What the browser would send back unchanged."""
    context = client.get(url).context
    forms = [context["adminform"].form]
    for formset in context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.initial_forms]
    data = {}
    for form in forms:
        for field in form:
            value = field.value()
            if value is not None and value is not False:
                data[field.html_name] = value
    return data


@pytest.mark.parametrize("table", TABLES)
def test_lists_and_pages_open(secretary, register, table):
    base = f"/admin/deputies/{table}/"
    assert secretary.get(base).status_code == 200
    assert secretary.get(f"{base}add/").status_code == 200
    assert secretary.get(base, {"q": "青"}).status_code == 200


def test_nothing_is_deleted(secretary, register):
    assert secretary.get(f"/admin/deputies/deputy/{register.lin.deputy_id}/delete/").status_code == 403
    assert secretary.post(f"/admin/deputies/term/{register.term.pk}/delete/", {"post": "yes"}).status_code == 403


def test_others_have_no_business_there(cast, register, signed_in):
    call_command("load_reference")
    assert signed_in(cast.he).get("/admin/deputies/deputy/").status_code in (302, 403)
    assert signed_in(cast.shen).get("/admin/deputies/deputy/").status_code == 403


def test_a_telephone_is_replaced_and_never_shown(secretary, register):
    url = f"/admin/deputies/deputy/{register.lin.deputy_id}/change/"
    page = secretary.get(url).content.decode()
    assert "138****0001" in page
    assert "13800000001" not in page
    response = secretary.post(url, page_data(secretary, url) | {"contact-0-new_phone": "139 0000 1111"})
    assert response.status_code == 302, response.context["errors"]
    assert Deputy.objects.get(pk=register.lin.deputy_id).contact.phone == "13900001111"
    assert Event.objects.filter(verb="deputies.change_deputy").exists()


def test_a_taken_telephone_is_told(secretary, register, cast):
    url = f"/admin/deputies/deputy/{register.lin.deputy_id}/change/"
    response = secretary.post(url, page_data(secretary, url) | {"contact-0-new_phone": cast.zhou.phone})
    assert response.status_code == 200
    assert "已登记在另一位代表名下" in response.content.decode()


def test_a_corrected_name_is_sorted_anew(secretary, register):
    url = f"/admin/deputies/deputy/{register.lin.deputy_id}/change/"
    data = page_data(secretary, url) | {"name": "凌晓梅"}
    data.pop("pinyin_key")
    secretary.post(url, data | {"pinyin_key": register.lin.deputy.pinyin_key})
    assert Deputy.objects.get(pk=register.lin.deputy_id).pinyin_initials == "lxm"
    assert Deputy.objects.get(pk=register.lin.deputy_id).pinyin_key.startswith("ling ")
