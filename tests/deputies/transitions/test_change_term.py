"""The change of term: tried without a trace, carried out once, nothing copied, nobody lost."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from deputies.importing import UnreadableFile, import_roster
from deputies.models import Constituency, Delegation, Deputy, Mandate, Term
from deputies.querysets import successors
from deputies.transitions.amend import amend_seat
from deputies.transitions.change_term import change_term, prepare_term
from foundation.accounts.models import Membership
from foundation.audit.models import Event
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.deputies_cast import add_mandate

BEFORE = datetime(2026, 12, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
FIRST = datetime(2027, 1, 11, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
STARTS = FIRST.date()


@pytest.fixture
def sixth(cast, register) -> Term:
    """lin is elected again, zhou and deng are not, a new man sits for the city."""
    Mandate.objects.filter(pk=register.zhou.pk).update(constituency=register.constituency)
    term = prepare_term(by=cast.he, at=BEFORE, starts_on=STARTS)
    town = Delegation.objects.create(term=term, name="青石镇")
    place = Constituency.objects.create(term=term, name="第1选区")
    newcomer = add_mandate(register, "方大同", None)
    Mandate.objects.filter(pk=newcomer.pk).update(term=term, delegation=town, constituency=place)
    Mandate.objects.create(deputy=register.lin.deputy, term=term, delegation=town, re_elected=True)
    return term


def roles_of(user, on) -> set[str]:
    user.forget_memberships()
    return {row.role for row in Membership.objects.active_on(on).filter(user=user)}


def test_preparing_copies_nothing_and_the_old_term_goes_on(cast, register):
    term = prepare_term(by=cast.he, at=BEFORE, starts_on=STARTS)
    register.term.refresh_from_db()
    assert (term.number, term.is_current, register.term.ends_on) == (6, False, None)
    assert Mandate.objects.at_home().serving_on(STARTS).count() == 3
    assert not term.mandates.exists()
    assert not term.delegations.exists()
    with pytest.raises(Refused, match="第6届已经登记"):
        prepare_term(by=cast.he, at=BEFORE, starts_on=STARTS)


def test_a_trial_says_everything_and_leaves_no_trace(cast, register, sixth):
    events, held = Event.objects.count(), roles_of(cast.zhou, STARTS)
    change = change_term(sixth.pk, by=cast.he, at=BEFORE, dry_run=True)
    assert [seat.deputy.name for seat in change.staying] == ["林晓梅"]
    assert [seat.deputy.name for seat in change.arriving] == ["方大同"]
    assert [seat.deputy.name for seat in change.leaving] == ["邓玉兰", "周建国"]
    assert change.roles_ended == ["周建国", "邓玉兰"]
    assert "没有联系电话的1名：方大同。" in change.doubts
    assert (Event.objects.count(), roles_of(cast.zhou, STARTS)) == (events, held)
    sixth.refresh_from_db()
    assert not sixth.is_current


def test_it_waits_for_the_first_day_and_happens_once(cast, register, sixth):
    with pytest.raises(Refused, match="第一次会议召开之日"):
        change_term(sixth.pk, by=cast.he, at=BEFORE)
    with pytest.raises(Refused):
        change_term(sixth.pk, by=cast.lin, at=FIRST)
    change_term(sixth.pk, by=cast.he, at=FIRST)

    register.term.refresh_from_db()
    assert (Term.objects.current(), register.term.is_current) == (sixth, False)
    assert (register.term.sealed_at, register.term.ends_on) == (FIRST, date(2027, 1, 10))
    assert "deputy" in roles_of(cast.lin, STARTS)
    assert "deputy" not in roles_of(cast.zhou, STARTS)
    assert Deputy.objects.get(pk=register.zhou.deputy_id).user == cast.zhou
    assert register.lin.deputy.mandates.count() == 2
    assert Notice.objects.filter(recipient=cast.zhou, kind="deputies.seat_over").exists()
    with pytest.raises(Refused, match="已经办理过换届"):
        change_term(sixth.pk, by=cast.he, at=FIRST)


def test_the_sealed_term_takes_neither_corrections_nor_imports(cast, register, sixth):
    change_term(sixth.pk, by=cast.he, at=FIRST)
    with pytest.raises(Refused, match="已经封存"):
        amend_seat(register.zhou.pk, by=cast.he, at=FIRST, sc_member=True)
    with pytest.raises(UnreadableFile, match="第五届已经封存"):
        roster = "姓名,代表团\n石小梅,石桥镇\n".encode()
        import_roster(roster, "名册.csv", by=cast.he, at=FIRST, term_number=5)


def test_who_takes_the_place_of_whom(cast, register, sixth):
    change_term(sixth.pk, by=cast.he, at=FIRST)
    former = Mandate.objects.select_related("constituency", "delegation").get(pk=register.zhou.pk)
    assert [seat.deputy.name for seat in successors(Mandate.objects.all(), former, STARTS)] == ["方大同"]
