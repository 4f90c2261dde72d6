from datetime import datetime, timedelta

import pytest

from foundation.accounts.models import User
from foundation.audit import record, timeline
from foundation.audit.models import Visibility
from tests.foundation.audit.conftest import AT


def test_an_event_says_who_did_what_to_what_when(clerk, thing):
    event = record("demo.assign", thing, by=clerk, at=AT, summary="何敏交办了对象。", data={"units": 2})
    event.refresh_from_db()
    assert (event.actor, event.actor_name, event.subject, event.at) == (clerk, "何敏", thing, AT)
    assert (event.verb, event.data, event.visibility) == ("demo.assign", {"units": 2}, Visibility.PARTIES)
    assert event.recorded_at > event.at
    assert (event.seq, event.prev_hash, event.hash) == (None, None, None)


def test_the_system_acts_under_its_own_name(thing):
    assert record("demo.close", thing, by=None, at=AT).actor_name == "系统"


def test_the_name_stays_as_it_was(clerk, thing):
    event = record("demo.assign", thing, by=clerk, at=AT)
    User.objects.filter(pk=clerk.pk).update(name="改名")
    event.refresh_from_db()
    assert event.actor_name == "何敏"


def test_a_substitute_is_named_with_the_one_he_stands_in_for(clerk, thing):
    principal = User.objects.create(username="principal", name="高远")
    principal.acted_by = clerk
    event = record("demo.assign", thing, by=principal, at=AT)
    assert (event.actor, event.on_behalf_of) == (clerk, principal)


def test_a_time_without_zone_is_refused(clerk, thing):
    with pytest.raises(ValueError, match="aware"):
        record("demo.assign", thing, by=clerk, at=datetime(2026, 3, 4))


def test_an_unknown_visibility_is_refused(clerk, thing):
    with pytest.raises(ValueError, match="everybody"):
        record("demo.assign", thing, by=clerk, at=AT, visibility="everybody")


def test_the_timeline_is_in_order_of_happening_and_limited_to_the_reader(clerk, thing):
    record("demo.second", thing, by=clerk, at=AT + timedelta(days=1), visibility="public")
    record("demo.first", thing, by=clerk, at=AT, visibility="office")
    record("demo.other", clerk, by=clerk, at=AT)
    assert [event.verb for event in timeline(thing)] == ["demo.first", "demo.second"]
    assert [event.verb for event in timeline(thing, visibility={"public"})] == ["demo.second"]


def test_writing_an_event_is_one_query(clerk, thing, django_assert_num_queries):
    record("demo.warm", thing, by=clerk, at=AT)
    with django_assert_num_queries(1):
        record("demo.assign", thing, by=clerk, at=AT)
