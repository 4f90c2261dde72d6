from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from foundation.audit.models import Event
from foundation.workdays import checks, loading
from foundation.workdays.days import Special
from foundation.workdays.models import CalendarYear, SpecialDay

pytestmark = pytest.mark.django_db


def test_what_the_office_edited_is_left_alone():
    SpecialDay.objects.filter(date=date(2026, 5, 9)).delete()
    CalendarYear.objects.filter(year=2026).update(notice="区里另有安排")
    assert loading.seed_years() == []
    assert not SpecialDay.objects.filter(date=date(2026, 5, 9)).exists()
    assert CalendarYear.objects.get(year=2026).notice == "区里另有安排"


def test_loading_twice_changes_nothing():
    before = list(SpecialDay.objects.values_list("date", "is_workday", "name"))
    out = StringIO()
    call_command("load_workdays", stdout=out)
    assert "未作改动" in out.getvalue()
    assert not Event.objects.exists()
    assert list(SpecialDay.objects.values_list("date", "is_workday", "name")) == before


def test_one_year_by_name():
    CalendarYear.objects.filter(year=2025).delete()
    out = StringIO()
    call_command("load_workdays", "--year", "2025", "--json", stdout=out)
    assert out.getvalue().strip() == '{"loaded": [2025]}'
    assert SpecialDay.objects.filter(year=2025).count() == 28 + 5
    event = Event.objects.get(verb="workdays.load_year")
    assert (event.actor, event.actor_name, event.subject_label) == (None, "系统", "2025年")
    assert event.summary == "用命令录入2025年节假日安排，依据《国务院办公厅关于2025年部分节假日安排的通知》。"


def test_a_year_that_comes_with_a_new_version_is_told_a_new_house_is_not():
    CalendarYear.objects.filter(year=2026).delete()
    loading.seed_after_migrate()
    assert [event.summary[:14] for event in Event.objects.all()] == ["随系统升级录入2026年节假"]
    CalendarYear.objects.all().delete()
    loading.seed_after_migrate()
    assert Event.objects.count() == 1
    assert CalendarYear.objects.count() >= 3


def test_a_year_nobody_published_is_refused_with_what_to_do():
    with pytest.raises(CommandError, match="粘贴国务院办公厅通知全文"):
        call_command("load_workdays", "--year", "2099")


@pytest.mark.parametrize(
    ("on", "missing"),
    [(date(2026, 10, 31), []), (date(2026, 11, 1), [2027]), (date(2027, 1, 1), [2027]), (date(2025, 12, 31), [])],
)
def test_from_november_on_next_year_is_asked_for(on, missing):
    assert loading.missing_years(on) == missing


def test_the_system_check_names_the_year_and_the_mend(monkeypatch):
    monkeypatch.setattr(checks, "today", lambda: date(2026, 11, 2))
    (warning,) = checks.official_notice_loaded(databases=["default"])
    assert warning.id == "workdays.W001"
    assert "2027年" in warning.msg
    assert "粘贴" in warning.hint
    assert checks.official_notice_loaded(databases=None) == []


def test_replacing_a_year_leaves_nothing_of_the_old_one():
    days = [Special(date(2026, 1, 1), False, "元旦")]
    loading.replace_year(2026, days, notice="新通知")
    assert [*SpecialDay.objects.filter(year=2026).values_list("date", flat=True)] == [date(2026, 1, 1)]
    assert loading.loaded_until() == 2026


def test_the_database_refuses_a_day_outside_its_year():
    with pytest.raises(IntegrityError), transaction.atomic():
        SpecialDay.objects.create(date=date(2025, 12, 31), name="元旦", year_id=2026)
