"""The pages of keeping in touch: who reads what, forms that come back with what was typed, queries that stay."""

import pytest
from django.urls import reverse

from deputies.models import ContactVisit, MemberContact
from tests.deputies.touch import arranged, visited
from tests.deputies_cast import add_mandate

LIST, NEW = reverse("deputies:contacts"), reverse("deputies:assign-contacts")
COVERAGE = reverse("deputies:contact-coverage")


@pytest.mark.parametrize(("person", "status"), [("he", 200), ("luo", 200), ("lin", 200), ("zhou", 404), ("wu", 404)])
def test_who_opens_an_arrangement(cast, register, signed_in, person, status):
    (contact,) = arranged(cast, register)
    assert signed_in(getattr(cast, person)).get(contact.get_absolute_url()).status_code == status


def test_what_was_said_is_read_by_those_whom_it_concerns(cast, register, signed_in):
    (contact,) = arranged(cast, register)
    visited(contact, raised="村口公交班次太少。")
    pages = {
        name: signed_in(getattr(cast, name)).get(contact.get_absolute_url()).content.decode()
        for name in ("he", "zhao", "luo", "lin", "fang")
    }
    assert {name for name, page in pages.items() if "村口公交" in page} == {"he", "zhao", "luo", "lin"}


def test_the_office_arranges_and_the_form_keeps_what_was_typed(cast, register, signed_in):
    client = signed_in(cast.he)
    facts = {"member": cast.luo.pk, "from_date": "2026-02-01", "basis": "主任会议决定"}
    answer = client.post(NEW, {**facts, "deputies": []})
    assert answer.status_code == 422
    assert "主任会议决定" in answer.content.decode()
    chosen = [register.lin.deputy_id, register.zhou.deputy_id]
    assert client.post(NEW, {**facts, "deputies": chosen}).status_code == 302
    assert MemberContact.objects.count() == 2
    page = client.get(LIST).content.decode()
    assert "1名在任代表还没有联系人" in page
    assert signed_in(cast.luo).get(NEW).status_code == 403


def test_a_member_writes_a_visit_and_its_outcome(cast, register, signed_in):
    (contact,) = arranged(cast, register)
    client = signed_in(cast.luo)
    url = reverse("deputies:contact-visit", args=[contact.pk])
    facts = {"on": "2026-02-03", "way": "phone", "words": "电话了解情况。", "raised": "水渠失修。"}
    assert client.post(url, {**facts, "way": "pigeon"}).status_code == 422
    assert client.post(url, {**facts, "on": "2026-01-01"}).status_code == 422
    assert client.post(url, facts).status_code == 302
    outcome = reverse("deputies:contact-outcome", args=[ContactVisit.objects.get().pk])
    assert client.post(outcome, {"outcome": "已列入修缮计划。", "version": "1"}).status_code == 302
    assert "已列入修缮计划" in client.get(contact.get_absolute_url()).content.decode()
    assert signed_in(cast.zhou).get(outcome).status_code == 404


def test_coverage_names_the_gap(cast, register, signed_in):
    lin, _ = arranged(cast, register, "lin", "zhou")
    visited(lin)
    page = signed_in(cast.zhao).get(COVERAGE, {"year": 2026}).content.decode()
    assert "50%" in page
    assert "周建国" in page
    text = signed_in(cast.he).get(COVERAGE, {"year": 2026, "format": "csv"}).getvalue().decode()
    assert "罗平,2,1,1,50%,周建国" in text
    assert signed_in(cast.lin).get(COVERAGE).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_the_pages_cost_the_same_at_any_size(cast, register, signed_in, django_assert_num_queries, number):
    names = [f"more{index}" for index in range(number)]
    for name in names:
        setattr(register, name, add_mandate(register, f"代表{name}", register.qingshi))
    for contact in arranged(cast, register, *names):
        visited(contact)
    client = signed_in(cast.he)
    client.get(LIST)
    for url, queries in ((LIST, 8), (COVERAGE, 6), (contact.get_absolute_url(), 6)):
        with django_assert_num_queries(queries):
            assert client.get(url).status_code == 200


def test_the_desk_shows_who_waits(cast, register, signed_in):
    (contact,) = arranged(cast, register)
    assert "林晓梅代表" in signed_in(cast.luo).get("/desk/").content.decode()
    visited(contact, raised="水渠失修。")
    for person in (cast.luo, cast.he):
        assert "林晓梅代表反映的问题" in signed_in(person).get("/desk/").content.decode()
