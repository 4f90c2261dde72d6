import pytest

from suggestions.models import Switch
from suggestions.transitions.confirm_contact import confirm_contact
from suggestions.transitions.sign_reply import sign_reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def contact(road):
    return road.part(road.contacted()).contacts.get()


def test_the_deputy_confirms(road, cast, contact, heard):
    confirm_contact(contact, by=cast.lin, at=road.at(), confirmed=True)

    assert road.fresh(contact).confirmed is True
    assert heard("contact_answered") == {"feng", "chen"}


def test_a_denied_record_is_no_contact(road, cast, contact, refused):
    confirm_contact(contact, by=cast.lin, at=road.at(), confirmed=False, note="没有见过面。")
    road.drafted(contact.assignment.suggestion)

    assert "联系" in refused(sign_reply, contact.assignment, by=cast.chen, at=road.at(), code="state")


def test_where_the_local_rule_asks_so_only_a_confirmed_record_counts(road, cast, contact, refused):
    Switch.objects.filter(key="contact_confirmed").update(enabled=True)
    road.drafted(contact.assignment.suggestion)
    refused(sign_reply, contact.assignment, by=cast.chen, at=road.at(), code="state")

    confirm_contact(contact, by=cast.lin, at=road.at(), confirmed=True)
    sign_reply(contact.assignment, by=cast.chen, at=road.at())


def test_only_by_the_lead_deputy(road, cast, contact, refused):
    for who in ("zhou", "he", "feng", "stranger"):
        refused(confirm_contact, contact, by=getattr(cast, who), at=road.at(), confirmed=True, code="role")


def test_a_denial_needs_its_reason_and_nothing_goes_twice(road, cast, contact, refused):
    refused(confirm_contact, contact, by=cast.lin, at=road.at(), confirmed=False, code="input")
    confirm_contact(contact, by=cast.lin, at=road.at(), confirmed=True)
    refused(confirm_contact, contact, by=cast.lin, at=road.at(), confirmed=True, code="state")
