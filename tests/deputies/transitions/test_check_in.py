"""Checking in: with the code on the screen, which is worth nothing elsewhere; by the organiser; put right later."""

from datetime import timedelta

import pytest
import time_machine

from deputies.models import ActivityKind, DutyEntry, Invitation, PhoneCall
from deputies.rules.check_in_code import STRETCH, code_at, is_fresh, number_at, word_of
from deputies.transitions.add_record import add_record
from deputies.transitions.call_deputy import call_deputy
from deputies.transitions.change_activity import change_activity
from deputies.transitions.check_in import check_in
from deputies.transitions.close_activity import close_activity
from deputies.transitions.correct_attendance import correct_attendance
from deputies.transitions.record_attendance import record_attendance, record_attendances
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.deputies.gatherings import AFTER, BEFORE, ENDS, STARTS, asked

AT_THE_DOOR = STARTS - timedelta(minutes=10)


@pytest.fixture
def rows(cast, register) -> dict[str, Invitation]:
    return asked(cast, register)


def scan(row: Invitation, by, at, *, seen_at=None, number: str = "") -> Invitation:
    """`by` scans at `at` what the screen showed at `seen_at`."""
    code = code_at(row.activity_id, seen_at or at)
    return check_in(row, by=by, at=at, code=code, number=number or number_at(row.activity_id, at))


def test_who_scans_and_reads_the_screen_is_there(cast, rows):
    row = scan(rows["lin"], cast.lin, AT_THE_DOOR)
    assert (row.attendance, row.method, row.came_at) == ("present", "code", AT_THE_DOOR)
    late = scan(rows["zhou"], cast.zhou, STARTS + timedelta(minutes=11))
    assert late.attendance == "late"
    with pytest.raises(Refused, match="已签到"):
        scan(rows["lin"], cast.lin, STARTS)


def test_a_photograph_of_the_code_is_worth_nothing_to_somebody_absent(cast, rows):
    row = rows["lin"]
    with pytest.raises(Refused, match="二维码已经更换"):
        scan(row, cast.lin, AT_THE_DOOR, seen_at=AT_THE_DOOR - timedelta(minutes=2))
    wrong = "10" if number_at(row.activity_id, AT_THE_DOOR) != "10" else "11"
    with pytest.raises(Refused, match="与现场屏幕不一致"):
        scan(row, cast.lin, AT_THE_DOOR, number=wrong)
    with pytest.raises(Refused, match="二维码已经更换"):
        check_in(row, by=cast.lin, at=AT_THE_DOOR, code="", number=number_at(row.activity_id, AT_THE_DOOR))
    with pytest.raises(Refused, match="代表本人"):
        scan(row, cast.zhou, AT_THE_DOOR)
    assert Invitation.objects.get(pk=row.pk).attendance == ""


def test_the_code_of_one_activity_opens_no_other(cast, rows):
    seconds = timedelta(seconds=STRETCH)
    assert is_fresh(1, code_at(1, STARTS), STARTS + seconds)
    assert not is_fresh(2, code_at(1, STARTS), STARTS)
    assert not is_fresh(1, code_at(1, STARTS), STARTS + 5 * seconds)
    assert not is_fresh(1, "汉字", STARTS)


def test_neither_too_early_nor_after_the_end_nor_on_another_day(cast, rows):
    with pytest.raises(Refused, match="2026年3月12日 08:00开始"):
        scan(rows["lin"], cast.lin, STARTS - timedelta(hours=2))
    with pytest.raises(Refused, match="活动已经结束"):
        scan(rows["lin"], cast.lin, ENDS + timedelta(minutes=1))
    with pytest.raises(Refused, match="活动现场签到"):
        scan(rows["lin"], cast.lin, BEFORE)


def test_the_whole_list_at_once_or_nothing_of_it(cast, rows):
    activity, keys = rows["lin"].activity, {name: row.pk for name, row in rows.items()}
    with pytest.raises(Refused, match="没有经批准的请假"):
        words = {keys["lin"]: "present", keys["zhou"]: "leave"}
        record_attendances(activity, by=cast.he, at=STARTS, statuses=words)
    assert set(Invitation.objects.values_list("attendance", flat=True)) == {""}
    record_attendances(activity, by=cast.he, at=STARTS, statuses={keys["lin"]: "present", keys["zhou"]: ""})
    assert Invitation.objects.get(pk=keys["zhou"]).attendance == ""
    with pytest.raises(Refused, match="没有需要登记"):
        record_attendances(activity, by=cast.he, at=STARTS, statuses={keys["lin"]: "present"})
    with pytest.raises(Refused, match="组织单位"):
        record_attendances(activity, by=cast.zhou, at=STARTS, statuses={keys["zhou"]: "present"})


def test_what_was_closed_is_put_right_with_a_reason_and_in_the_file(cast, rows):
    row = rows["zhou"]
    with pytest.raises(Refused, match="办结前"):
        correct_attendance(row, by=cast.he, at=STARTS, status="present", reason="漏登")
    record_attendance(rows["lin"], "present", by=cast.he, at=STARTS)
    close_activity(row.activity, by=cast.he, at=AFTER)
    with pytest.raises(Refused, match="理由"):
        correct_attendance(row, by=cast.he, at=AFTER, status="present", reason=" ")
    with pytest.raises(Refused, match="不必更正"):
        correct_attendance(row, by=cast.he, at=AFTER, status="absent", reason="漏登")
    correct_attendance(row, by=cast.he, at=AFTER, status="present", reason="签到表上有其签名，漏登。")
    found = DutyEntry.objects.filter(deputy__user=cast.zhou).order_by("pk").values_list("kind__code", "state")
    assert list(found) == [("activity_absent", "struck"), ("inspection", "confirmed")]
    assert Notice.objects.get(kind="deputies.corrected").recipient == cast.zhou


def test_the_telephone_call_is_an_act_of_its_own(cast, rows):
    with pytest.raises(Refused, match="写明情况"):
        call_deputy(rows["lin"], by=cast.he, at=BEFORE, reached=False)
    call_deputy(rows["lin"], by=cast.he, at=BEFORE, reached=False, note_text="无人接听。")
    call_deputy(rows["lin"], by=cast.he, at=BEFORE + timedelta(hours=1), reached=True)
    assert list(PhoneCall.objects.values_list("reached", flat=True)) == [False, True]
    with pytest.raises(Refused, match="没有接通，不能登记"):
        call_deputy(rows["lin"], by=cast.he, at=BEFORE, reached=False, coming=True, note_text="无人接听。")
    assert Invitation.objects.get(pk=rows["lin"].pk).answer == "pending"
    call_deputy(rows["lin"], by=cast.he, at=BEFORE, reached=True, coming=True)
    assert Invitation.objects.get(pk=rows["lin"].pk).answer == "coming"
    with pytest.raises(Refused, match="组织单位"):
        call_deputy(rows["lin"], by=cast.lin, at=BEFORE, reached=True)


def test_another_time_is_told_to_those_asked_and_never_lies_behind(cast, rows):
    activity = rows["lin"].activity
    plan = {"title": activity.title, "place": "青石河二号闸", "ends_at": ENDS}
    with pytest.raises(Refused, match="已经过去"):
        change_activity(activity, by=cast.he, at=BEFORE, starts_at=BEFORE - timedelta(days=1), **plan)
    change_activity(activity, by=cast.he, at=BEFORE, starts_at=STARTS, **plan)
    assert Notice.objects.filter(kind="deputies.moved", body__contains="二号闸").count() == 2
    record_attendance(rows["lin"], "present", by=cast.he, at=STARTS)
    with pytest.raises(Refused, match="不能再改"):
        change_activity(activity, by=cast.he, at=STARTS, starts_at=STARTS, **plan)


def test_the_record_grows_from_the_day_on(cast, rows):
    activity = rows["lin"].activity
    with pytest.raises(Refused, match="活动举行后"):
        add_record(activity, by=cast.he, at=BEFORE, text="察看一号闸。")
    add_record(activity, by=cast.he, at=AFTER, text="察看一号闸。")
    add_record(activity, by=cast.he, at=AFTER, text="补充：代表提出三条意见。")
    assert activity.records.count() == 2


def test_where_the_kind_asks_for_it_the_word_said_in_the_hall_is_needed_too(cast, rows, signed_in):
    row = rows["lin"]
    facts = {"code": code_at(row.activity_id, AT_THE_DOOR), "number": number_at(row.activity_id, AT_THE_DOOR)}
    assert "签到口令" not in signed_in(cast.he).get(row.get_absolute_url()).content.decode()
    ActivityKind.objects.filter(pk=row.activity.kind_id).update(asks_word=True)
    said = word_of(row.activity_id)
    # The organiser reads it; the deputy's page and the screen at the door do not have it.
    assert said in signed_in(cast.he).get(row.get_absolute_url()).content.decode()
    assert said not in signed_in(cast.lin).get(row.get_absolute_url()).content.decode()
    for word in ("", "青山青山", word_of(row.activity_id + 1)):
        with pytest.raises(Refused, match="会场宣布的口令") as refused:
            check_in(row, by=cast.lin, at=AT_THE_DOOR, word=word, **facts)
        assert refused.value.field == "word"
    with time_machine.travel(AT_THE_DOOR, tick=False):
        screen = signed_in(cast.he).get(f"/deputies/activities/{row.activity_id}/screen/").content.decode()
        assert facts["number"] in screen
        assert said not in screen
        client, address = signed_in(cast.lin), f"/deputies/activities/{row.activity_id}/check-in/"
        assert "现场口令" in client.get(address, {"c": facts["code"]}).content.decode()
        client.post(address, {**facts, "word": f"{said[:2]}、{said[2:]} "})
    assert Invitation.objects.get(pk=row.pk).attendance == "present"
