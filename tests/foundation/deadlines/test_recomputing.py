from datetime import date, datetime

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from foundation import audit, deadlines
from foundation.deadlines import recomputing
from foundation.deadlines.models import Deadline, TimeLimit
from foundation.notices.models import Notice
from foundation.workdays.models import CalendarYear, SpecialDay
from foundation.workflow import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kinds")]
PAGE = reverse("deadlines:recompute")


def moment(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day, 10))


AT = moment(date(2026, 11, 25))


@pytest.fixture
def clock(unit) -> Deadline:
    """Ends on Tuesday, 5 January 2027, while that year's notice is not known."""
    clock = deadlines.start(
        "reply", unit, on=date(2026, 10, 5), organisation=unit, by=None, at=moment(date(2026, 10, 5))
    )
    assert (clock.due_on, clock.provisional) == (date(2027, 1, 5), True)
    return clock


@pytest.fixture
def notice_of_2027(clock):
    """An invented notice under which the new year is free until 6 January."""
    year = CalendarYear.objects.create(year=2027, notice="通知")
    for n in range(1, 7):
        SpecialDay.objects.create(date=date(2027, 1, n), name="元旦", is_workday=False, year=year)


def test_a_preview_writes_nothing(clock, notice_of_2027):
    found = recomputing.plan()
    assert [(m.old, m.new, m.why) for m in found.moved] == [(date(2027, 1, 5), date(2027, 1, 7), "放假安排已正式录入")]
    clock.refresh_from_db()
    assert clock.due_on == date(2027, 1, 5)
    assert not Notice.objects.exists()


def test_applying_moves_records_and_tells(cast, unit, clock, notice_of_2027):
    assert recomputing.is_stale()
    recomputing.apply(by=cast.gao, at=AT)
    clock.refresh_from_db()
    assert (clock.due_on, clock.provisional, clock.yellow_on) == (date(2027, 1, 7), False, date(2026, 12, 23))
    assert clock.next_milestone_on == date(2026, 12, 8)
    event = audit.timeline(unit).get()
    assert (event.verb, event.actor) == ("deadlines.recomputed", cast.gao)
    assert event.summary == "答复代表届满日由2027年1月5日变更为2027年1月7日：放假安排已正式录入"
    notice = Notice.objects.get()
    assert (notice.recipient, notice.subject) == (cast.wu, unit)
    assert "原届满日为2027年1月5日" in notice.body
    assert not recomputing.is_stale()
    assert recomputing.apply(by=cast.gao, at=AT).moved == []
    assert Notice.objects.count() == 1


def test_a_changed_rule_moves_open_clocks_only(cast, unit, other_unit, clock):
    done = deadlines.start("reply", other_unit, on=date(2026, 10, 5), by=None, at=AT)
    deadlines.meet("reply", other_unit, at=AT)
    TimeLimit.objects.filter(key="reply").update(amount=2)
    assert [move.why for move in recomputing.apply(by=cast.gao, at=AT).moved] == ["期限规则已修改"]
    clock.refresh_from_db()
    done.refresh_from_db()
    assert (clock.due_on, done.due_on) == (date(2026, 12, 7), date(2027, 1, 5))


def test_a_new_version_counts_for_clocks_that_start_under_it(cast, clock):
    plan = TimeLimit.objects.get(key="reply").__dict__ | {"pk": None, "id": None, "amount": 2}
    plan.pop("_state")
    newer = TimeLimit(**plan | {"valid_from": date(2026, 10, 6)})
    newer.save()
    assert recomputing.plan().moves == []
    newer.valid_from = date(2026, 10, 1)
    newer.save()
    recomputing.apply(by=cast.gao, at=AT)
    clock.refresh_from_db()
    assert clock.limit == newer


def test_extensions_and_pauses_are_replayed(cast, unit, clock, notice_of_2027):
    deadlines.extend(clock, amount=1, unit="month", reason="难", by=cast.he, at=moment(date(2026, 11, 1)))
    clock.refresh_from_db()
    assert clock.due_on == date(2027, 2, 5)
    contact = deadlines.start("first_contact", unit, on=date(2026, 12, 7), by=None, at=AT)
    assert contact.due_on == date(2027, 1, 8)
    SpecialDay.objects.filter(date=date(2027, 1, 6)).delete()
    found = recomputing.apply(by=cast.gao, at=AT)
    assert [(move.limit.key, move.new) for move in found.moved] == [("first_contact", date(2027, 1, 7))]


def test_what_was_not_looked_at_is_not_applied(cast, clock, notice_of_2027):
    seen = recomputing.plan().mark
    SpecialDay.objects.create(date=date(2027, 1, 7), name="元旦", is_workday=False, year_id=2027)
    with pytest.raises(Refused, match="请重新预览"):
        recomputing.apply(by=cast.gao, at=AT, mark=seen)
    clock.refresh_from_db()
    assert clock.due_on == date(2027, 1, 5)


def test_the_page_previews_and_applies(cast, clock, notice_of_2027, signed_in):
    client = signed_in(cast.gao)
    page = client.get(PAGE).content.decode()
    assert "2027年1月5日" in page
    assert "2027年1月7日" in page
    assert f">{clock.pk}</a>" not in page
    mark = recomputing.plan().mark
    assert "请重新预览" in client.post(PAGE, {"mark": "wrong"}, follow=True).content.decode()
    assert "1 个届满日有变化" in client.post(PAGE, {"mark": mark}, follow=True).content.decode()
    assert "无需重新计算" in client.get(PAGE).content.decode()


@pytest.mark.parametrize("name", ["lin", "he", "wu", "zhao", "stranger"])
def test_the_page_is_for_keepers_only(cast, signed_in, name):
    client = signed_in(getattr(cast, name))
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE).status_code == 403


def test_the_command_is_a_dry_run_unless_told_otherwise(clock, notice_of_2027, capsys):
    call_command("recompute_deadlines")
    assert "2027-01-05 → 2027-01-07" in capsys.readouterr().out
    clock.refresh_from_db()
    assert clock.due_on == date(2027, 1, 5)
    call_command("recompute_deadlines", "--apply")
    clock.refresh_from_db()
    assert clock.due_on == date(2027, 1, 7)
