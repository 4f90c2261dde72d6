"""Other rate limits tried on what came: the same arithmetic as at the gate, and nobody to be recognised by it."""

from datetime import datetime, timedelta

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as some
from redis.exceptions import ConnectionError as CacheAway

from foundation.intake import tickets
from foundation.intake.efforts import effort
from foundation.intake.gate import Gate, NotYet
from foundation.intake.models import IntakeLimit
from foundation.intake.replaying import Numbers, Passage, replay
from foundation.intake.traffic import note_passage, passages_of
from foundation.workdays.clock import today
from tests.foundation.intake.working import solved

NUMBERS = Numbers(window_minutes=60, free=2, work=100, most_work=1000, wait=10, most_wait=60)
NOON = datetime(2026, 3, 2, 12, tzinfo=timezone.get_default_timezone())
PAGE = "/intake/trial/"
HOME, SCHOOL = "203.0.113.7", "198.51.100.9"


def sends(address=HOME, at=NOON, key="letter_web"):
    gate = Gate(RequestFactory().get("/", REMOTE_ADDR=address), key)
    ticket = tickets.issue(key, effort(gate.limit, gate.counter.sent), at)
    gate.pass_through(ticket, solved(ticket.challenge), at)
    return gate


@pytest.fixture
def rows(db):
    IntakeLimit.objects.filter(key="letter_web").update(work=50, most_work=400, free=5)


def test_each_address_has_its_own_window_which_begins_with_its_first():
    came = [Passage(second, "a") for second in (0, 10, 20, 30)] + [Passage(3600, "a"), Passage(3601, "b")]
    found = replay(came, NUMBERS)
    assert (found.forms, found.places, found.slowed, found.slowed_places) == (6, 2, 2, 1)
    assert (found.longest, found.most_work, found.share) == (40, 400, 33.3)
    assert replay(came, Numbers(120, 2, 100, 1000, 10, 60)).slowed == 3
    assert replay([], NUMBERS).share == 0.0


@given(some.lists(some.tuples(some.integers(0, 86399), some.sampled_from("abc"))), some.integers(0, 9))
def test_more_that_are_free_never_slow_more(came, free):
    passages = sorted(Passage(*one) for one in came)
    few, more = (replay(passages, Numbers(60, number, 100, 1000, 10, 60)) for number in (free, free + 1))
    assert few.slowed >= more.slowed
    assert few.forms == more.forms == len(passages)


def test_what_passes_the_gate_is_counted_as_the_gate_counts_it(rows):
    for minute in range(8):
        sends(at=NOON + timedelta(minutes=minute))
    sends(SCHOOL)
    limit = IntakeLimit.objects.on("letter_web", today())
    found = replay(passages_of("letter_web", NOON.date()), Numbers.of(limit))
    assert (found.forms, found.places, found.slowed) == (9, 2, 3)
    assert found.most_work == 400


def test_what_was_refused_or_not_kept_is_not_counted(rows):
    sends().turn_back()
    gate = Gate(RequestFactory().get("/", REMOTE_ADDR=HOME), "letter_web")
    with pytest.raises(NotYet):
        gate.pass_through(gate.ticket(NOON), "", NOON)
    assert passages_of("letter_web", NOON.date()) == []


def test_the_name_of_an_address_tells_nothing_and_changes_every_day(rows):
    sends()
    sends(at=NOON + timedelta(hours=2))
    sends(at=NOON + timedelta(days=1))
    first, again = passages_of("letter_web", NOON.date())
    (next_day,) = passages_of("letter_web", NOON.date() + timedelta(days=1))
    assert first.place == again.place != next_day.place
    assert HOME not in first.place
    assert passages_of("letter_web", NOON.date() - timedelta(days=1)) == []
    for key in ("intake:traffic:letter_web:20260302:1", "intake:traffic:salt:20260302"):
        assert 0 < cache._cache.get_client().ttl(cache.make_key(key)) <= 2 * 24 * 3600


def test_while_the_cache_is_away_forms_still_pass(rows, monkeypatch):
    def away(*args, **kwargs):
        raise CacheAway

    gate = Gate(RequestFactory().get("/", REMOTE_ADDR=HOME), "letter_web")
    ticket = gate.ticket(NOON)
    for name in ("add", "incr"):
        monkeypatch.setattr(cache, name, away)
    assert gate.pass_through(ticket, solved(ticket.challenge), NOON) == 0
    gate.turn_back()


def test_the_office_sees_what_other_numbers_would_mean(cast, signed_in, rows, time_machine):
    time_machine.move_to(NOON + timedelta(days=1))
    for minute in range(8):
        sends(at=NOON + timedelta(minutes=minute))
    limit, client = IntakeLimit.objects.on("letter_web", today()), signed_in(cast.he)
    assert "公众表单限速" in client.get(PAGE).text
    page = client.get(PAGE, {"limit": limit.pk, "day": "yesterday", "free": 2}).text
    for words in (
        "网上写信改为60分钟2次",
        "2026年3月2日收到8件",
        "<strong>6件</strong>",
        "3件放慢（37.5%）",
        "（现行）",
    ):
        assert words in page
    assert HOME not in page
    assert "这一天没有收到" in client.get(PAGE, {"limit": limit.pk, "day": "today", "free": 2}).text
    assert "请" in client.get(PAGE, {"limit": limit.pk, "day": "yesterday", "free": "x"}).text
    held = IntakeLimit.objects.get(key="held_files")
    assert f'value="{held.pk}"' not in client.get(PAGE).text
    assert IntakeLimit.objects.on("letter_web", today()).free == 5

    assert PAGE in client.get("/desk/").text
    assert signed_in(cast.gao).get(PAGE).status_code == 200
    for who in (cast.lin, cast.jiang, cast.wei):
        assert signed_in(who).get(PAGE).status_code == 403
    assert Client().get(PAGE).status_code == 302


def test_nothing_is_kept_beyond_the_end_of_the_next_day(rows):
    name = note_passage("letter_web", HOME, NOON.replace(hour=23))
    base, _, _ = name.rpartition(":")
    kept = [
        cache._cache.get_client().ttl(cache.make_key(key))
        for key in (name, f"{base}:n", "intake:traffic:salt:20260302")
    ]
    assert all(0 < seconds <= 25 * 3600 for seconds in kept), kept
