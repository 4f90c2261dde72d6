from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from foundation.audit.models import Event
from foundation.workdays import arithmetic
from foundation.workdays.models import CalendarYear, SpecialDay
from tests.foundation.workdays.official_lists import NOTICE_2026

PAGE = "/admin/workdays/calendaryear/load/"
NOTICE_2027 = """一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。四、劳动节：5月1日（周六）至5日（周三）放假调休。4月25日（周日）、5月8日（周六）上班。
五、端午节：6月9日（周三）放假1天。六、中秋节：9月15日（周三）放假1天。七、国庆节：10月1日（周五）至7日（周四）放假调休。9月26日（周日）、10月9日（周六）上班。"""


@pytest.fixture
def office(cast, signed_in):
    cast.gao.is_staff = cast.gao.is_superuser = True
    cast.gao.save()
    return signed_in(cast.gao)


def test_the_list_leads_to_the_form(office):
    assert reverse("admin:workdays_load") == PAGE
    assert PAGE in office.get(reverse("admin:workdays_calendaryear_changelist")).content.decode()
    assert "粘贴国务院办公厅通知全文" in office.get(PAGE).content.decode()


def test_the_preview_writes_nothing_and_the_confirmation_loads_the_year(office, cast):
    sent = {"year": 2027, "notice": "", "text": NOTICE_2027}
    preview = office.post(PAGE, {**sent, "preview": "预览"}).content.decode()
    assert "预览：2027年共 33 天，其中有变化 33 天" in preview
    assert "核对无误，录入" in preview
    assert not CalendarYear.objects.filter(year=2027).exists()
    assert arithmetic.is_provisional(date(2027, 1, 1), date(2027, 1, 1))
    answer = office.post(PAGE, {**sent, "confirm": "录入"}, follow=True)
    assert "2027年安排已录入" in answer.content.decode()
    assert CalendarYear.objects.get(year=2027).notice == "国务院办公厅关于2027年部分节假日安排的通知"
    assert not arithmetic.is_provisional(date(2027, 1, 1), date(2027, 1, 1))
    assert arithmetic.next_workday(date(2027, 2, 5)) == date(2027, 2, 12)
    assert LogEntry.objects.get().user == cast.gao
    event = Event.objects.get(verb="workdays.change_calendaryear")
    assert (event.actor, event.subject_label) == (cast.gao, "2027年")
    assert "放假和调休共33天，依据《国务院办公厅关于2027年部分节假日安排的通知》" in event.summary


def test_what_cannot_be_is_said_at_the_field_and_what_was_typed_stays(office):
    answer = office.post(PAGE, {"year": 2027, "text": NOTICE_2026, "confirm": "录入"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "粘贴的是2026年的通知，与所选的2027年不符。" in html
    assert "2月28日（周六）上班" in html
    assert not CalendarYear.objects.filter(year=2027).exists()


def test_a_year_kept_already_shows_what_would_change(office):
    SpecialDay.objects.filter(date=date(2026, 5, 9)).update(name="另有安排")
    SpecialDay.objects.filter(date=date(2026, 10, 10)).delete()
    SpecialDay.objects.create(date=date(2026, 3, 4), name="临时放假", year_id=2026)
    html = office.post(PAGE, {"year": 2026, "text": NOTICE_2026}).content.decode()
    assert "其中有变化 3 天" in html
    assert all(word in html for word in ("新增", "改动", "删除", "不变"))


def test_who_may_not_change_the_calendar_may_not_load_it(cast, signed_in):
    assert signed_in(cast.lin).get(PAGE).status_code == 302
    cast.he.is_staff = True
    cast.he.save()
    assert signed_in(cast.he).get(PAGE).status_code == 403


def test_a_single_day_is_edited_by_hand(office):
    page = reverse("admin:workdays_specialday_add")
    answer = office.post(page, {"date": "2026-01-01", "name": "元旦", "year": 2026})
    assert "这一天已经录入，请直接修改原有记录。" in answer.content.decode()
    answer = office.post(page, {"date": "2025-03-04", "name": "放假", "year": 2026})
    assert "日期不在所选年度内，请核对。" in answer.content.decode()
    answer = office.post(page, {"date": "2026-03-04", "name": "临时放假", "year": 2026}, follow=True)
    assert "请到工作台“重新计算期限”核对在办期限" in answer.content.decode()
    assert not arithmetic.is_workday(date(2026, 3, 4))


def told() -> list[str]:
    return [event.summary for event in Event.objects.filter(verb__startswith="workdays.").order_by("pk")]


def test_every_change_by_hand_is_an_event(office, cast):
    day = {"date": "2026-03-04", "name": "临时放假", "year": 2026}
    office.post(reverse("admin:workdays_specialday_add"), day)
    row = SpecialDay.objects.get(date="2026-03-04")
    office.post(reverse("admin:workdays_specialday_change", args=[row.pk]), {**day, "is_workday": "on"})
    office.post(reverse("admin:workdays_specialday_delete", args=[row.pk]), {"post": "yes"})

    added, changed, deleted = told()
    assert added == "新增节假日与调休上班日：2026年3月4日 临时放假"
    assert changed.startswith("修改节假日与调休上班日：2026年3月4日 临时放假（上班），")
    assert deleted == "删除节假日与调休上班日：2026年3月4日 临时放假（上班）"
    assert set(Event.objects.filter(verb__startswith="workdays.").values_list("actor", flat=True)) == {cast.gao.pk}


def test_days_deleted_from_the_list_are_told_one_by_one(office):
    days = SpecialDay.objects.filter(date__in=["2026-01-01", "2026-01-02"])
    chosen = {"action": "delete_selected", "_selected_action": [day.pk for day in days], "post": "yes"}
    office.post(reverse("admin:workdays_specialday_changelist"), chosen)
    assert not days.all().exists()
    assert len(told()) == 2


def test_what_is_refused_is_no_event(office):
    office.post(PAGE, {"year": 2027, "text": NOTICE_2026, "confirm": "录入"})
    office.post(reverse("admin:workdays_specialday_add"), {"date": "2026-01-01", "name": "元旦", "year": 2026})
    assert told() == []
