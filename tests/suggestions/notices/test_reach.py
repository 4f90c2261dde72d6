"""A message outlives the right to read its case: then it has no link, and says why."""

import pytest
from django.urls import reverse

from foundation.notices import reach
from foundation.notices.models import Notice, OutboxMail
from suggestions.models import Switch
from suggestions.transitions.decide_objection import decide_objection
from suggestions.transitions.drop_cosigner import drop_cosigner
from suggestions.transitions.raise_objection import raise_objection
from suggestions.transitions.withdraw import withdraw

pytestmark = pytest.mark.django_db
INBOX = reverse("notices:inbox")


@pytest.fixture
def handed_on(road, cast):
    """A suggestion that went from the transport bureau to the education bureau."""
    part = road.part(road.assigned())
    why = {"legal_basis": "条例第五条", "reason": "非本单位职责。", "proposed_unit": cast.education}
    objection = raise_objection(part, by=cast.feng, at=road.at(), **why)
    road.later(1)
    decide_objection(objection, by=cast.he, at=road.at(), accept=True, unit=cast.education, note="同意。")
    return road.fresh(part.suggestion)


def test_a_released_unit_is_told_why_nothing_opens_any_more(cast, handed_on, signed_in):
    client, address = signed_in(cast.feng), handed_on.get_absolute_url()
    assert client.get(address).status_code == 410

    page = client.get(INBOX).content.decode()
    assert reach.CLOSED in page
    assert f'href="{address}"' not in page
    assert "查看办理" not in page

    old = Notice.objects.get(recipient=cast.feng, kind="suggestions.assigned")
    answer = client.post(reverse("notices:read", args=[old.pk]), {"open": ""}, follow=True)
    assert answer.redirect_chain == [(INBOX, 302)]
    assert reach.CLOSED in answer.content.decode()
    old.refresh_from_db()
    assert old.read_at


def test_the_message_of_the_release_has_no_link_itself(cast, handed_on):
    told = Notice.objects.get(recipient=cast.feng, kind="suggestions.released")

    assert told.url == ""
    assert "本件已不由" in told.body
    assert not OutboxMail.objects.filter(kind="suggestions.released", body__contains="http").exists()


def test_the_new_unit_and_the_office_go_on_to_the_case(cast, handed_on, signed_in):
    for person in (cast.wu, cast.xu):
        page = signed_in(person).get(INBOX).content.decode()
        assert "查看办理" in page
        assert reach.CLOSED not in page


def test_units_of_a_withdrawn_suggestion_and_dropped_cosigners_have_no_link_either(road, cast):
    drop_cosigner(road.cosigning().cosigners.get(), by=cast.lin, at=road.at())
    Switch.objects.filter(key="withdraw_after_assignment").update(enabled=True)
    withdraw(road.assigned(), by=cast.lin, at=road.at(), reason="情况已变化。")

    rows = Notice.objects.filter(kind__in=("suggestions.cosign_dropped", "suggestions.released"))
    assert {(notice.kind, notice.url) for notice in rows} == {
        ("suggestions.cosign_dropped", ""),
        ("suggestions.released", ""),
    }


def test_the_inbox_costs_the_same_however_many_cases(road, cast, signed_in, django_assert_max_num_queries):
    client = signed_in(cast.feng)
    road.assigned()
    client.get(INBOX)
    with django_assert_max_num_queries(9) as one:
        client.get(INBOX)
    for _ in range(3):
        road.assigned()
    with django_assert_max_num_queries(9) as many:
        client.get(INBOX)
    assert len(one) == len(many)
