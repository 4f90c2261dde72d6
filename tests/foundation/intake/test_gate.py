"""The gate: the browser works or the writer waits, a flood pays ever more, and nobody else pays for it."""

from base64 import b64encode
from datetime import date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, transaction
from django.test import RequestFactory
from django.utils import timezone

from foundation.intake import tickets
from foundation.intake.counting import place_of
from foundation.intake.efforts import Effort, effort
from foundation.intake.gate import Gate, NotYet
from foundation.intake.models import IntakeLimit, Serial
from tests.foundation.intake.working import solved

ROW = SimpleNamespace(free=2, work=100, most_work=1000, wait=10, most_wait=60)
NOW = datetime(2026, 3, 2, 9, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def limit(db):
    return IntakeLimit.objects.create(key="form", name="表单", window_minutes=60, **vars(ROW))


def gate_at(address="203.0.113.7"):
    return Gate(RequestFactory().get("/", REMOTE_ADDR=address), "form")


def passes(gate, at=NOW):
    ticket = gate.ticket(at)
    return gate.pass_through(ticket, solved(ticket.challenge), at)


def test_the_cost_doubles_beyond_the_usual_up_to_the_highest():
    costs = [effort(ROW, sent) for sent in range(7)]
    assert [cost.work for cost in costs] == [100, 100, 200, 400, 800, 1000, 1000]
    assert [cost.wait for cost in costs] == [10, 10, 20, 40, 60, 60, 60]
    assert [cost.raised for cost in costs] == [False, False, True, True, True, True, True]
    assert effort(ROW, 10**9) == Effort(1000, 60, True)
    free = SimpleNamespace(free=1, work=0, most_work=6400, wait=0, most_wait=60)
    assert [(cost.work, cost.wait) for cost in (effort(free, sent) for sent in (0, 1, 2, 9))] == [
        (0, 0),
        (200, 2),
        (400, 4),
        (6400, 60),
    ]


def test_who_has_worked_passes_at_once_and_a_flood_pays_more(limit):
    for before in range(4):
        assert passes(gate_at()) == before
    assert gate_at().ticket(NOW).work == 800
    # Another address, and another household behind another prefix, pay the usual.
    assert gate_at("203.0.113.8").ticket(NOW).work == 100
    # Opened when it was cheap, sent when it is dear.
    cheap = tickets.issue("form", Effort(100, 10), NOW)
    with pytest.raises(NotYet) as stopped:
        gate_at().pass_through(cheap, solved(cheap.challenge), NOW)
    assert stopped.value.is_flood
    dear = gate_at().again(cheap)
    assert (dear.token, dear.work) == (cheap.token, 800)
    assert gate_at().pass_through(dear, solved(dear.challenge), NOW) == 4


def test_without_a_script_waiting_is_enough_but_one_at_a_time(limit):
    one, two = gate_at().ticket(NOW), gate_at().ticket(NOW)
    with pytest.raises(NotYet, match="10秒后"):
        gate_at().pass_through(one, "", NOW)
    later = NOW + timedelta(seconds=10)
    assert gate_at().pass_through(one, "", later) == 0
    with pytest.raises(NotYet):
        gate_at().pass_through(two, "", later)
    assert gate_at().counter.sent == 1
    assert gate_at().pass_through(two, solved(two.challenge), later) == 1


@pytest.mark.parametrize("solution", ["", "x", "e30=", "bnVsbA==", b64encode(b'{"salt": 3}').decode(), "A" * 5000])
def test_nonsense_is_no_work(limit, solution):
    assert not gate_at().ticket(NOW).is_worked_out(solution)


def test_work_for_one_ticket_opens_no_other(limit):
    one, two = gate_at().ticket(NOW), gate_at().ticket(NOW)
    assert one.is_worked_out(solved(one.challenge))
    assert not two.is_worked_out(solved(one.challenge))


def test_a_ticket_is_known_unforged_of_its_form_and_not_too_old(limit):
    ticket, gate = gate_at().ticket(NOW), gate_at()
    assert gate.read(ticket.text, NOW) == ticket
    assert gate.read(ticket.text[:-2] + "xx", NOW) is None
    assert gate.read("", NOW) is None
    assert tickets.read(ticket.text, "another", NOW) is None
    assert gate.read(ticket.text, NOW + timedelta(hours=13)) is None
    assert gate.spend(ticket)
    assert not gate.spend(ticket)


def test_what_counts_as_one_address():
    assert place_of("203.0.113.7") == "203.0.113.7"
    assert place_of("2001:db8:1:2:aaaa::1") == place_of("2001:db8:1:2:bbbb::2")
    assert place_of("2001:db8:1:2::1") != place_of("2001:db8:1:3::1")
    assert place_of("unix:") == "unix:"


def test_a_new_row_holds_from_its_day_and_must_be_bearable(limit):
    IntakeLimit.objects.create(key="form", name="表单", valid_from=date(2026, 1, 1), **{**vars(ROW), "free": 9})
    assert IntakeLimit.objects.on("form", date(2025, 12, 31)).free == 2
    assert IntakeLimit.objects.on("form", date(2026, 1, 1)).free == 9
    with pytest.raises(IntegrityError, match="intake_limit_bearable"), transaction.atomic():
        IntakeLimit.objects.filter(pk=limit.pk).update(most_work=60_000_000)


def test_numbers_run_on_without_gaps(db):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        assert Serial.objects.next("form", 2026) == 1
        raise ZeroDivisionError
    assert [Serial.objects.next("form", 2026) for _ in range(3)] == [1, 2, 3]
    assert Serial.objects.next("form", 2027) == 1
