"""Event by event: every kind of message has a registered kind, somebody who must act, and a function that sends it."""

import inspect

import pytest

from foundation.accounts.models import Membership, Substitute
from foundation.notices.models import Notice
from foundation.notices.registry import kind_of
from suggestions import notices
from suggestions.notices import matrix
from suggestions.notices.hearers import GROUPS, Scene, people

RESPONSIBLE = {
    matrix.LEAD,
    matrix.THIS_COSIGNER,
    matrix.COSIGNERS,
    matrix.OFFICE,
    matrix.UNIT,
    matrix.UNITS,
    matrix.LEAD_UNIT,
    matrix.CHECKER,
    matrix.KEY_COMMITTEE,
}


@pytest.mark.parametrize("event", matrix.MATRIX.values(), ids=lambda event: event.key)
def test_every_event_informs_a_responsible_person(event):
    assert set(event.hearers) & RESPONSIBLE
    assert set(event.hearers) <= set(GROUPS)
    assert kind_of(event.kind).name == event.name
    assert kind_of(event.kind).heading == event.heading != ""


def test_every_event_is_sent_somewhere():
    sources = "".join(inspect.getsource(inspect.getmodule(getattr(notices, name))) for name in notices.__all__)

    assert not [key for key in matrix.MATRIX if f'"{key}"' not in sources]


@pytest.mark.django_db
def test_where_a_unit_has_nobody_the_office_hears(road, cast, heard):
    Membership.objects.filter(organisation=cast.transport).delete()
    Membership.objects.filter(organisation=cast.government_office).delete()

    road.assigned()

    assert heard("assigned") == {"xu"}


@pytest.mark.django_db
def test_a_deputy_without_an_account_is_asked_through_the_office(road, cast, register, heard):
    paper = road.signed()
    register.lin.deputy.user = None
    register.lin.deputy.save()

    road.replied(paper)

    assert heard("rating_asked") == {"xu"}


@pytest.mark.django_db
def test_a_township_without_a_clerk_is_looked_after_by_the_district(road, cast):
    paper = road.draft()
    paper.level, paper.township = "township", cast.township
    Membership.objects.filter(user=cast.wei).delete()

    assert people((matrix.OFFICE,), Scene(paper, road.day)) == {cast.he.pk, cast.xu.pk}


@pytest.mark.django_db
def test_whoever_stands_in_hears_it_too(road, cast, heard):
    Substitute.objects.create(
        principal=cast.chen, substitute=cast.zheng, from_date=road.day, until_date=road.day, reason="出差"
    )

    road.assigned()

    assert heard("assigned") == {"feng", "chen", "zheng", "sun"}


@pytest.mark.django_db
def test_who_did_it_is_not_told_of_it(road, cast, heard):
    road.submitted()

    assert "lin" not in heard("submitted")


@pytest.mark.django_db
def test_a_message_leads_to_the_suggestion(road, cast):
    paper = road.assigned()
    notice = Notice.objects.get(recipient=cast.feng)

    assert notice.url == paper.get_absolute_url()
    assert "2026年6月2日" in notice.body
    assert paper.title in notice.title
