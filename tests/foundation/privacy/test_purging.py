"""A purge takes two people, erases exactly what was looked at, and leaves a ledger."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from deputies.models import ContactStandard, VoterContact
from deputies.states.contact import StandardCode
from foundation.audit.models import Event
from foundation.privacy.models import Erasure, PurgeOrder
from foundation.privacy.purging import (
    ask_purge,
    carry_out_purges,
    confirm_purge,
    dry_run,
    propose_purge,
    return_purge,
)
from foundation.workflow import Refused
from tests.deputies.transitions.test_voters import DAY, NOW

LATER = NOW + timedelta(days=40)
SECRETS = ("吕春花", "13900001234", "青石村三组")


@pytest.fixture
def ended(cast, register):
    """Two voters nobody keeps in touch with any more, forty days later."""
    ContactStandard.objects.filter(code=StandardCode.VOTER_KEEP).update(amount=30)
    ended = {"agreed_on": DAY, "from_date": DAY, "until_date": DAY, "end_reason": "迁出选区"}
    facts = {"deputy": register.lin.deputy, "name": SECRETS[0], "phone": SECRETS[1], "place": SECRETS[2]}
    return [VoterContact.objects.create(**facts, **ended) for _ in range(2)]


def asked(cast):
    return ask_purge(propose_purge(at=LATER).pk, by=cast.he, at=LATER)


def test_one_asks_another_confirms_and_the_ledger_tells(ended, cast):
    order = asked(cast)
    assert propose_purge(at=LATER) is None
    assert carry_out_purges(at=LATER) == 0
    with pytest.raises(Refused, match="两人办理"):
        confirm_purge(order.pk, by=cast.he, at=LATER)
    confirm_purge(order.pk, by=cast.xu, at=LATER)
    assert carry_out_purges(at=LATER) == 2

    order.refresh_from_db()
    (line,) = order.lines.all()
    assert (order.state, line.done, len(line.keys)) == ("done", 2, 2)
    assert {row.name for row in VoterContact.objects.all()} == {""}
    stones = Erasure.objects.all()
    assert {(stone.by, str(order) in stone.reason) for stone in stones} == {(cast.xu, True)}
    verbs = set(Event.objects.filter(subject_id=str(order.pk)).values_list("verb", flat=True))
    assert {"privacy.ask_purge", "privacy.confirm_purge", "privacy.carry_out_purge"} <= verbs
    assert carry_out_purges(at=LATER) == 0


def test_what_is_due_no_longer_or_was_not_looked_at_stays(ended, cast, register):
    order = asked(cast)
    VoterContact.objects.filter(pk=ended[0].pk).update(until_date=None, end_reason="")
    late = VoterContact.objects.create(
        deputy=register.lin.deputy, name="石磊", agreed_on=DAY, from_date=DAY, until_date=DAY, end_reason="迁出"
    )
    confirm_purge(order.pk, by=cast.gao, at=LATER)
    assert carry_out_purges(at=LATER) == 1
    kept = VoterContact.objects.filter(pk__in=(ended[0].pk, late.pk))
    assert {row.name for row in kept} == {SECRETS[0], "石磊"}
    assert order.lines.get().done == 1


def test_the_database_knows_no_purge_by_one(ended, cast):
    order = asked(cast)
    with pytest.raises(IntegrityError, match="purge_by_two"), transaction.atomic():
        PurgeOrder.objects.filter(pk=order.pk).update(state="confirmed", confirmed_by=cast.he)


def test_a_return_names_its_reason_and_begins_anew(ended, cast):
    order = asked(cast)
    with pytest.raises(Refused):
        return_purge(order.pk, reason=" ", by=cast.xu, at=LATER)
    back = return_purge(order.pk, reason="先核对选民登记。", by=cast.xu, at=LATER)
    assert (back.state, back.asked_by, back.lines.count()) == ("due", None, 0)
    for who in (cast.lin, cast.wei, cast.yang):
        with pytest.raises(Refused):
            ask_purge(order.pk, by=who, at=LATER)


def test_the_dry_run_shows_masked_examples_and_writes_nothing(ended, cast, signed_in, time_machine):
    time_machine.move_to(LATER)
    (due,) = dry_run(LATER.date())
    assert (due.count, len(due.examples)) == (2, 2)
    order = propose_purge(at=LATER)
    address = order.get_absolute_url()
    client = signed_in(cast.he)
    page = client.get(address).text
    assert "2条" in page
    assert "139****1234" in page
    assert not [secret for secret in SECRETS if secret in page]
    assert "清除单第" in client.get("/desk/").text

    assert "待另一人确认" in client.post(f"{address}ask/", follow=True).text
    assert client.post(f"{address}confirm/").status_code == 403
    assert "正在清除" in signed_in(cast.xu).post(f"{address}confirm/", follow=True).text
    carry_out_purges(at=LATER)
    assert "清除结果" in signed_in(cast.yang).get(address).text
    assert signed_in(cast.lin).get("/privacy/purges/").status_code == 403
    assert "联系选民" in client.get("/privacy/purges/").text


def test_nothing_due_is_nothing_to_ask(cast):
    assert propose_purge(at=LATER) is None
    order = PurgeOrder.objects.create(found_at=LATER)
    with pytest.raises(Refused, match="没有到期"):
        ask_purge(order.pk, by=cast.he, at=LATER)
