"""The frame an import makes where there is none."""

import pytest

from deputies.models import Congress, Term
from deputies.transitions.set_up import ensure_session, ensure_term
from foundation.workdays.clock import now

pytestmark = pytest.mark.django_db


def test_an_empty_portal_gets_congress_term_and_session():
    term, created = ensure_term(by=None, at=now(), guess=5, congress_name="示范区人民代表大会")
    session, made = ensure_session(term, by=None, at=now())
    assert (created, made, term.is_current, session.name) == (True, True, True, "区五届人大一次会议")
    assert Congress.objects.get().is_home


def test_a_guess_does_not_override_what_is_known(register):
    term, created = ensure_term(by=None, at=now(), guess=4, congress_name="别处人民代表大会")
    assert (term, created) == (register.term, False)
    assert Congress.objects.count() == 1


def test_a_named_term_is_made_beside_the_current_one(register):
    term, created = ensure_term(6, by=None, at=now())
    assert (created, term.is_current, Term.objects.current()) == (True, False, register.term)


def test_the_latest_session_is_the_default(register):
    assert ensure_session(register.term, by=None, at=now()) == (register.session, False)
    assert ensure_session(register.term, 4, by=None, at=now())[0].number == 4
