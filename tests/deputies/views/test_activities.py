"""The pages of activities: who gets in, what each sees, what was typed stays, queries the same at any size."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from deputies.models import Activity, Invitation, Leave
from deputies.rules.check_in_code import code_at, number_at
from deputies.transitions.leave import ask_leave
from foundation.audit.models import Event
from foundation.deadlines.feeding import calendar_of
from foundation.files.models import StoredFile
from tests.deputies.gatherings import AFTER, BEFORE, SHANGHAI, STARTS, asked, planned
from tests.deputies_cast import add_mandate
from tests.suggestions.views.scans import scan

LIST, MONTH = reverse("deputies:activities"), reverse("deputies:activity-month")


def page(name: str, row: object) -> str:
    return reverse(f"deputies:{name}", args=[row.pk])


def text(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize(("person", "status"), [("he", 200), ("lin", 200), ("wei", 404), ("deng", 404), ("wu", 404)])
def test_who_opens_an_activity(cast, register, signed_in, person, status):
    row = asked(cast, register)["lin"]
    assert signed_in(getattr(cast, person)).get(row.get_absolute_url()).status_code == status


def test_a_deputy_reads_when_and_where_and_not_who_else_is_asked(cast, register, signed_in):
    row = asked(cast, register)["lin"]
    shown = text(signed_in(cast.lin).get(row.get_absolute_url()))
    assert "2026年3月12日 09:00" in shown
    assert "青石河一号闸" in shown
    assert "周建国" not in shown


@time_machine.travel(BEFORE, tick=False)
def test_planned_and_a_whole_delegation_invited_on_two_pages(cast, register, signed_in):
    client = signed_in(cast.he)
    plan = {"kind": kind_of("research"), "title": "调研养老服务", "place": "青石镇敬老院"}
    plan |= {"holder": f"o{cast.deputies_committee.pk}", "starts_at": "2026-03-20T14:00", "ends_at": "2026-03-20T13:00"}
    refused = client.post(reverse("deputies:plan-activity"), plan)
    assert refused.status_code == 422
    assert "结束时间应当晚于开始时间" in text(refused)
    assert "青石镇敬老院" in text(refused)
    client.post(reverse("deputies:plan-activity"), plan | {"ends_at": "2026-03-20T17:00"})
    activity = Activity.objects.get()
    nobody = client.post(page("invite", activity), {"version": activity.version})
    assert "请选择代表团、代表小组或者代表" in text(nobody)
    client.post(page("invite", activity), {"version": activity.version, "delegations": register.qingshi.pk})
    assert set(Invitation.objects.values_list("deputy__name", flat=True)) == {"林晓梅", "邓玉兰"}


def kind_of(code: str) -> int:
    return Activity._meta.get_field("kind").related_model.objects.get(code=code).pk


@time_machine.travel(AFTER + timedelta(days=2), tick=False)
def test_a_leave_after_the_event_is_refused_and_what_was_typed_stays(cast, register, signed_in):
    row = asked(cast, register)["lin"]
    answer = signed_in(cast.lin).post(page("ask-leave", row), {"reason": "临时出差，未能请假。"})
    assert answer.status_code == 409
    assert "已于2026年3月12日结束" in text(answer)
    assert "临时出差，未能请假。" in text(answer)
    assert not Leave.objects.exists()


@time_machine.travel(BEFORE, tick=False)
def test_asked_by_the_deputy_and_decided_on_the_page_with_its_reason(cast, register, signed_in):
    row = asked(cast, register)["lin"]
    signed_in(cast.lin).post(page("ask-leave", row), {"reason": "住院治疗", "files": [scan("住院通知.png")]})
    leave = Leave.objects.get()
    office = signed_in(cast.he)
    shown = text(office.get(page("decide-leave", leave)))
    assert "住院治疗" in shown
    assert "住院通知.png" in shown
    file = reverse("files:download", args=[StoredFile.objects.get().pk])
    assert (office.get(file).status_code, signed_in(cast.zhou).get(file).status_code) == (200, 404)
    refused = office.post(page("decide-leave", leave), {"approve": "no", "version": leave.version})
    assert (refused.status_code, "请写明理由" in text(refused)) == (422, True)
    office.post(page("decide-leave", leave), {"approve": "yes", "version": leave.version})
    assert Leave.objects.get().state == "approved"
    assert signed_in(cast.fang).get(page("decide-leave", leave)).status_code == 404


@time_machine.travel(STARTS, tick=False)
def test_scanned_at_the_door(cast, register, signed_in):
    row = asked(cast, register)["lin"]
    activity = row.activity
    door = signed_in(cast.he)
    screen = door.get(page("check-in-screen", activity))
    assert number_at(activity.pk, STARTS) in text(screen)
    assert text(door.get(page("check-in-code", activity))).count("<svg") == 1
    assert signed_in(cast.lin).get(page("check-in-screen", activity)).status_code == 403

    where = page("check-in", activity)
    phone = signed_in(cast.lin)
    assert "二维码已经更换" in text(phone.get(where, {"c": "old"}))
    code = code_at(activity.pk, STARTS)
    assert f'value="{code}"' in text(phone.get(where, {"c": code}))
    wrong = phone.post(where, {"code": code, "number": "00"})
    assert (wrong.status_code, "与现场屏幕不一致" in text(wrong)) == (422, True)
    phone.post(where, {"code": code, "number": number_at(activity.pk, STARTS)})
    assert Invitation.objects.get(pk=row.pk).method == "code"
    uninvited = signed_in(cast.deng).get(where, {"c": code})
    assert (uninvited.status_code, "不在这次活动的邀请名单" in text(uninvited)) == (403, True)


@time_machine.travel(AFTER, tick=False)
def test_the_roll_is_called_on_one_page_and_the_activity_closed(cast, register, signed_in):
    rows = asked(cast, register, "lin", "zhou", "deng")
    activity, client = rows["lin"].activity, signed_in(cast.he)
    client.post(page("attendance", activity), {f"status-{rows['zhou'].pk}": "absent", "rest": "1"})
    found = dict(Invitation.objects.values_list("deputy__name", "attendance"))
    assert found == {"林晓梅": "present", "周建国": "absent", "邓玉兰": "present"}
    client.post(page("add-record", activity), {"text": "察看一号闸。", "files": [scan("现场.png")]})
    activity.refresh_from_db()
    assert client.post(page("close-activity", activity), {"version": activity.version}).status_code == 302
    shown = text(signed_in(cast.lin).get(activity.get_absolute_url()))
    assert "察看一号闸。" in shown
    assert "现场.png" in shown


def test_the_calendar_file_and_the_month(cast, register, signed_in):
    row = asked(cast, register)["lin"]
    client = signed_in(cast.lin)
    file = client.get(page("activity-calendar-file", row.activity))
    assert file["Content-Type"].startswith("text/calendar")
    assert "SUMMARY:视察青石河治理工程" in text(file)
    assert "视察青石河治理工程" in text(client.get(MONTH, {"month": "2026-03"}))
    assert "视察青石河治理工程" not in text(client.get(MONTH, {"month": "2026-04"}))
    assert client.get(MONTH, {"month": "汉"}).status_code == 200


@time_machine.travel(BEFORE, tick=False)
def test_ones_own_feed_holds_what_one_is_asked_to_until_one_asks_leave(cast, register):
    row = asked(cast, register)["lin"]
    assert "视察青石河治理工程" in calendar_of(cast.lin).decode()
    assert "视察青石河治理工程" not in calendar_of(cast.deng).decode()
    ask_leave(row, by=cast.lin, at=BEFORE, reason="住院")
    assert "视察青石河治理工程" not in calendar_of(cast.lin).decode()


def test_the_list_is_narrowed_by_words_kind_and_whose(cast, register, signed_in):
    asked(cast, register)
    planned(cast, kind="forum", title="座谈物业管理")
    client = signed_in(cast.he)
    assert "座谈物业管理" in text(client.get(LIST, {"q": "物业"}))
    assert "视察青石河治理工程" not in text(client.get(LIST, {"q": "物业"}))
    assert "座谈物业管理" not in text(client.get(LIST, {"whose": "asked"}))


@pytest.mark.parametrize("number", [1, 3])
def test_every_page_costs_the_same_at_any_size(cast, register, signed_in, django_assert_num_queries, number):
    names = [f"more{index}" for index in range(number)]
    for name in names:
        setattr(register, name, add_mandate(register, f"代表{name}", register.qingshi))
    rows = asked(cast, register, *names, starts_at=datetime(2026, 3, 3, 9, tzinfo=SHANGHAI))
    for _ in range(number - 1):
        planned(cast)
    for row in rows.values():
        ask_leave(row, by=cast.he, at=BEFORE, reason="事由")
    activity, client = rows[names[0]].activity, signed_in(cast.he)
    costs = {LIST: 9, MONTH + "?month=2026-03": 4, activity.get_absolute_url(): 11, page("attendance", activity): 7}
    client.get(LIST)
    for address, cost in costs.items():
        with django_assert_num_queries(cost):
            assert client.get(address).status_code == 200, address


@time_machine.travel(BEFORE, tick=False)
def test_the_list_to_sign_and_the_roll_as_a_workbook(cast, register, signed_in, django_assert_max_num_queries):
    row = asked(cast, register)["lin"]
    ask_leave(row, by=cast.lin, at=BEFORE, reason="住院治疗")
    client, sheet = signed_in(cast.he), page("sign-in-sheet", row.activity)
    assert sheet in text(client.get(row.get_absolute_url()))
    with django_assert_max_num_queries(12):
        shown = text(client.get(sheet))
    assert "林晓梅" in shown
    assert "周建国" in shown
    assert "待审批" in shown
    book = client.get(sheet, {"format": "csv"})
    assert "林晓梅" in b"".join(book).decode()
    assert Event.objects.filter(verb="web.export", summary__contains="出席名单").exists()
    assert signed_in(cast.lin).get(sheet).status_code == 403
