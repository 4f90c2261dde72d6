"""What the database itself refuses, in sentences."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, ProgrammingError, transaction

from deputies.models import (
    Congress,
    Constituency,
    Delegation,
    Deputy,
    DeputyContact,
    Level,
    Mandate,
    MandateStatusChange,
    Meeting,
    Term,
)


def told(obj) -> str:
    with pytest.raises(ValidationError) as caught:
        obj.full_clean()
    return "".join(caught.value.messages)


def test_a_second_mandate_at_one_level_is_refused(register):
    second = Mandate(deputy=register.lin.deputy, term=register.term)
    assert "已有有效的代表职务" in told(second)
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()


def test_several_levels_and_a_seat_after_an_ended_one_are_not(register):
    Mandate.objects.create(deputy=register.lin.deputy, term=register.term, level=Level.PROVINCE)
    Mandate.objects.filter(pk=register.lin.pk).update(status="ended", reason="resigned", status_since=date(2025, 1, 1))
    Mandate.objects.create(deputy=register.lin.deputy, term=register.term, by_election=True)
    assert register.lin.deputy.mandates.count() == 3


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "ended", "reason": "", "status_since": date(2025, 1, 1)},
        {"status": "serving", "reason": "died"},
        {"status": "suspended", "reason": "detained", "status_since": None},
    ],
)
def test_a_status_carries_its_reason_and_date(register, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        Mandate.objects.create(deputy=register.lin.deputy, term=register.term, level=Level.CITY, **fields)


def test_the_history_of_statuses_is_only_ever_added_to(register, cast):
    row = MandateStatusChange.objects.create(
        mandate=register.lin, from_status="serving", to_status="ended", reason="died",
        effective_on=date(2026, 1, 1), by=cast.he, at=register.session.motion_cutoff_at,
    )  # fmt: skip
    for attempt in (lambda: row.delete(), lambda: MandateStatusChange.objects.update(reason="moved_away")):
        with pytest.raises(ProgrammingError), transaction.atomic():
            attempt()


def test_one_telephone_belongs_to_one_deputy(register):
    taken = register.lin.deputy.contact.phone
    contact = DeputyContact.objects.get(deputy=register.zhou.deputy)
    contact.phone = taken
    with pytest.raises(IntegrityError), transaction.atomic():
        contact.save()
    assert contact.masked_phone == "138****0001"


def test_names_of_terms_meetings_and_delegations(register):
    assert register.term.name == "第五届"
    assert register.session.name == "区五届人大五次会议"
    assert Meeting.objects.create(term=register.term, kind="standing_committee", number=30).name == (
        "区五届人大常委会第三十次会议"
    )
    assert str(register.qingshi) == "青石镇代表团"
    assert Delegation.objects.create(term=register.term, name="石桥镇代表团").name == "石桥镇"


def test_one_home_congress_and_one_current_term(register):
    assert "只能有一个" in told(Congress(name="另一个人大", short_name="县人大", is_home=True))
    assert "当前届" in told(Term(congress=register.congress, number=6, is_current=True))
    assert "已经登记" in told(Term(congress=register.congress, number=5))


def test_dates_in_order(register):
    assert "晚于开始" in told(
        Term(congress=register.congress, number=7, starts_on=date(2027, 1, 1), ends_on=date(2026, 1, 1))
    )
    assert "不能早于" in told(
        Meeting(term=register.term, number=9, opens_on=date(2026, 2, 2), closes_on=date(2026, 2, 1))
    )


def test_a_constituency_elects_one_to_three(register):
    assert "一至三名" in told(Constituency(term=register.term, name="第9选区", seats=4))


def test_pinyin_follows_the_family_name():
    deputy = Deputy(name="单雄信")
    deputy.set_pinyin()
    assert (deputy.pinyin_key.split()[:3], deputy.pinyin_initials) == (["shan", "xiong", "xin"], "sxx")
