"""The pages of a deputy's voters: his alone, masked for the office, logged when opened."""

import pytest
from django.urls import reverse

from deputies.models import VoterContact, VoterVisit
from foundation.privacy.models import Reveal
from tests.deputies.touch import NAME, PHONE, kept, met

MINE, VISIT = reverse("deputies:voters"), reverse("deputies:voter-visit")
COVERAGE = reverse("deputies:voter-coverage")


def test_a_deputy_keeps_a_voter_and_writes_a_visit(cast, register, signed_in):
    client = signed_in(cast.lin)
    facts = {"name": NAME, "phone": PHONE, "place": "青石村"}
    refused = client.post(reverse("deputies:keep-voter"), facts)
    assert refused.status_code == 422
    assert NAME in refused.content.decode()
    assert client.post(reverse("deputies:keep-voter"), {**facts, "agreed": "on"}).status_code == 302
    voter = VoterContact.objects.get()
    page = client.get(f"{VISIT}?voter={voter.pk}").content.decode()
    assert "checked" in page
    assert client.post(VISIT, {"on": "2026-03-02", "way": "visit"}).status_code == 422
    done = client.post(VISIT, {"on": "2026-03-02", "way": "visit", "voters": [voter.pk]}, follow=True)
    assert "已记下" in done.content.decode()
    assert VoterVisit.objects.get().voters.get() == voter


def test_names_are_the_deputys_own_and_numbers_are_masked(cast, register, signed_in):
    voter = kept(cast)
    met(cast, voter)
    own = signed_in(cast.lin).get(MINE).content.decode()
    assert NAME in own
    assert "139****1234" in own
    assert PHONE not in own
    office = signed_in(cast.he).get(reverse("deputies:voters-of", args=[register.lin.deputy_id])).content.decode()
    assert "吕**" in office
    assert NAME not in office
    assert NAME not in signed_in(cast.he).get(COVERAGE).content.decode()
    assert NAME not in signed_in(cast.zhou).get(MINE).content.decode()


@pytest.mark.parametrize(("person", "status"), [("lin", 200), ("he", 200), ("zhou", 404), ("zhao", 404), ("fang", 404)])
def test_a_name_is_opened_with_a_purpose_that_is_kept(cast, register, signed_in, person, status):
    voter = kept(cast)
    url = reverse("privacy:reveal", args=["deputies.votercontact", voter.pk, "name"])
    answer = signed_in(getattr(cast, person)).post(url, {"purpose": "核对联系情况"})
    assert answer.status_code == status
    assert (NAME in answer.content.decode()) == (status == 200)
    assert Reveal.objects.count() == (status == 200)


@pytest.mark.parametrize(("person", "status"), [("lin", 403), ("he", 200), ("zhao", 200), ("fang", 403), ("wu", 403)])
def test_who_counts(cast, register, signed_in, person, status):
    assert signed_in(getattr(cast, person)).get(COVERAGE).status_code == status


@pytest.mark.parametrize("number", [1, 3])
def test_the_pages_cost_the_same_at_any_size(cast, register, signed_in, django_assert_num_queries, number):
    for index in range(number):
        met(cast, kept(cast, phone=f"1390000000{index}"))
    lin, he = signed_in(cast.lin), signed_in(cast.he)
    lin.get(MINE)
    he.get(COVERAGE)
    for client, url, queries in ((lin, MINE, 5), (lin, reverse("deputies:voter-visits"), 6), (he, COVERAGE, 6)):
        with django_assert_num_queries(queries):
            assert client.get(url).status_code == 200
