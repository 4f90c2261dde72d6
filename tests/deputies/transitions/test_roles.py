"""The roles of an account follow the seats of its person."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from deputies.importing import import_roster
from deputies.models import Deputy, Level, Mandate
from deputies.transitions.end import end
from deputies.transitions.enrol import enrol
from deputies.transitions.restore import restore
from deputies.transitions.suspend import suspend
from foundation.accounts.models import Membership, User
from foundation.accounts.roles import Role
from foundation.audit import timeline
from foundation.workflow import Refused
from tests.deputies.test_importing import as_workbook

AT = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
TODAY = AT.date()
PAPER = {"announcement_no": "示人常〔2026〕3号", "announced_on": date(2026, 3, 1)}
GONE = {"effective_on": date(2026, 2, 20), "reason": "resigned", **PAPER}
HELD = {"effective_on": date(2026, 2, 1), "reason": "detained", **PAPER}


def is_deputy(user: User, on: date) -> bool:
    return User.objects.get(pk=user.pk).has_role(Role.DEPUTY, on=on)


def second_seat(register, level=Level.TOWNSHIP) -> Mandate:
    return Mandate.objects.create(deputy=register.lin.deputy, term=register.term, level=level)


def test_the_last_seat_takes_its_roles_along_on_the_same_day(cast, register):
    Membership.objects.create(user=cast.lin, role=Role.DELEGATION_HEAD, from_date=date(2025, 1, 1))
    Membership.objects.create(user=cast.lin, role=Role.STATION_KEEPER, from_date=date(2025, 1, 1))

    end(register.lin.pk, by=cast.he, at=AT, **GONE)

    # 20 February is the first day without the seat; the last day of a membership is included.
    assert is_deputy(cast.lin, date(2026, 2, 19))
    assert not register.lin.deputy.mandates.serving_on(date(2026, 2, 20)).exists()
    lin = User.objects.get(pk=cast.lin.pk)
    assert {m.role for m in lin.memberships_on(date(2026, 2, 20))} == {Role.STATION_KEEPER}
    assert {event.summary for event in timeline(register.lin.deputy).filter(verb="deputies.end_role")} == {
        "林晓梅已无代表职务，账号的“代表团团长”角色至2026年2月19日止。",
        "林晓梅已无代表职务，账号的“代表”角色至2026年2月19日止。",
    }


@pytest.mark.parametrize("suspended", [False, True])
def test_another_seat_keeps_them_also_while_suspended(cast, register, suspended):
    other = second_seat(register)
    if suspended:
        suspend(other.pk, by=cast.he, at=AT, **HELD)

    end(register.lin.pk, by=cast.he, at=AT, **GONE)
    assert is_deputy(cast.lin, TODAY)

    end(other.pk, by=cast.he, at=AT, **GONE)
    assert not is_deputy(cast.lin, TODAY)


def test_a_seat_in_a_term_that_is_over_keeps_nothing(cast, register):
    other = second_seat(register)
    register.term.ends_on = date(2026, 2, 1)
    register.term.save()

    end(register.lin.pk, by=cast.he, at=AT, **GONE)

    assert other.status == "serving"
    assert not is_deputy(cast.lin, TODAY)


def test_a_suspension_takes_nothing(cast, register):
    suspend(register.lin.pk, by=cast.he, at=AT, **HELD)
    assert is_deputy(cast.lin, TODAY)


def test_a_refused_ending_takes_nothing(cast, register):
    with pytest.raises(Refused):
        end(register.lin.pk, by=cast.zhao, at=AT, **GONE)
    assert is_deputy(cast.lin, TODAY)


def test_a_role_that_begins_on_the_day_itself_ends_on_it(cast, register):
    Membership.objects.filter(user=cast.lin).update(from_date=date(2026, 2, 20))
    end(register.lin.pk, by=cast.he, at=AT, **GONE)
    assert Membership.objects.get(user=cast.lin).until_date == date(2026, 2, 20)


def test_somebody_without_an_account_has_no_roles_to_lose(cast, register):
    Deputy.objects.filter(pk=register.lin.deputy_id).update(user=None)
    end(register.lin.pk, by=cast.he, at=AT, **GONE)
    assert is_deputy(cast.lin, TODAY)


def test_a_new_seat_gives_the_role_back(cast, register):
    end(register.lin.pk, by=cast.he, at=AT, **GONE)

    enrol(register.lin.deputy, Mandate(term=register.term, delegation=register.qingshi), by=cast.he, at=AT)

    assert is_deputy(cast.lin, TODAY)
    assert not is_deputy(cast.lin, date(2026, 3, 1))


def test_a_restored_seat_has_its_role_once(cast, register):
    suspend(register.lin.pk, by=cast.he, at=AT, **HELD)
    Membership.objects.filter(user=cast.lin).update(until_date=date(2026, 2, 10))

    restore(register.lin.pk, by=cast.he, at=AT, effective_on=date(2026, 2, 20), **PAPER)
    assert is_deputy(cast.lin, TODAY)

    count = Membership.objects.filter(user=cast.lin).count()
    suspend(register.lin.pk, by=cast.he, at=AT, **{**HELD, "effective_on": date(2026, 2, 21)})
    restore(register.lin.pk, by=cast.he, at=AT, effective_on=date(2026, 2, 22), **PAPER)
    assert Membership.objects.filter(user=cast.lin).count() == count


def test_a_roster_that_tells_of_the_end_takes_the_role_too(cast, register):
    rows = [["姓名", "性别", "出生年月", "代表团", "联系电话", "备注"]]
    person = ["林晓梅", "女", "1978.04", "青石镇", cast.lin.phone]

    report = import_roster(as_workbook([*rows, [*person, "2026年1月辞去代表职务"]]), "名册.xlsx", by=cast.he, at=AT)

    assert report.written, [row.messages for row in report.refused]
    assert Mandate.objects.get(deputy=register.lin.deputy).status == "ended"
    assert not is_deputy(cast.lin, TODAY)
