"""Leave from a part of an activity: by half-days, a line of its own in the file, neither present nor absent."""

from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine

from deputies.models import DutyEntry, DutyKind, Invitation, SessionAbsence
from deputies.rules.check_in_code import code_at, number_at
from deputies.transitions.check_in import check_in
from deputies.transitions.close_activity import close_activity
from deputies.transitions.correct_attendance import correct_attendance
from deputies.transitions.leave import ask_leave, decide_leave
from deputies.transitions.record_attendance import record_attendance
from foundation.audit import timeline
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.deputies.gatherings import BEFORE, STARTS, asked

# Thursday 9:00 to Friday 17:00: four half-days.
OVER = STARTS + timedelta(days=1, hours=8)
MORNING, AFTERNOON, NEXT = "2026-03-12-am", "2026-03-12-pm", "2026-03-13-am"
WHY = {"reason": "需到医院复查。"}


@pytest.fixture
def rows(cast, register) -> dict[str, Invitation]:
    """lin and zhou asked to two days of a session whose days are not fixed: the leaders decide on leave."""
    register.session.opens_on = register.session.closes_on = None
    register.session.save()
    return asked(cast, register, kind="session", meeting=register.session, ends_at=OVER)


def excused(cast, row: Invitation, *parts: str, at=BEFORE) -> Invitation:
    leave = ask_leave(row, by=cast.lin, at=at, parts=parts, **WHY)
    decide_leave(leave, by=cast.zhao, at=at, approve=True)
    return Invitation.objects.get(pk=row.pk)


def closed(cast, rows: dict[str, Invitation], lin: str) -> None:
    """zhou was there all the time, lin as said; nothing is noted for him where it is empty."""
    record_attendance(rows["zhou"], "present", by=cast.he, at=STARTS)
    if lin:
        record_attendance(rows["lin"], lin, by=cast.he, at=STARTS)
    close_activity(rows["lin"].activity, by=cast.he, at=OVER + timedelta(minutes=1))


def lines(name: str) -> dict[str, Decimal]:
    counted = DutyEntry.objects.counting().filter(deputy__name=name)
    return dict(counted.order_by("pk").values_list("kind__code", "quantity"))


def test_who_comes_to_the_rest_has_the_rest_counted_and_the_leave_beside_it(cast, register, rows):
    row = excused(cast, rows["lin"], AFTERNOON)
    assert row.answer == "coming"
    assert "3月12日下午" in Notice.objects.get(kind="deputies.leave_decided", recipient=cast.lin).body
    assert "申请请假（3月12日下午）" in " ".join(timeline(row.activity).values_list("summary", flat=True))
    closed(cast, rows, "present")
    assert lines("林晓梅") == {"session_leave": 1, "session_half_day": 3}
    assert lines("周建国") == {"session_half_day": 4}
    assert DutyEntry.objects.get(kind__code="session_leave").title.endswith("（请假：3月12日下午）")


def test_who_does_not_come_to_the_rest_is_absent_from_the_rest_alone_but_not_from_the_session(cast, register, rows):
    excused(cast, rows["lin"], MORNING, NEXT)
    with pytest.raises(Refused, match="只请了3月12日上午、3月13日上午的假"):
        record_attendance(rows["lin"], "leave", by=cast.he, at=STARTS)
    closed(cast, rows, "")
    assert Invitation.objects.get(pk=rows["lin"].pk).attendance == "absent"
    assert lines("林晓梅") == {"session_leave": 2, "session_absent": 2}
    assert not SessionAbsence.objects.exists()


def test_a_correction_strikes_both_lines_and_enters_them_anew(cast, register, rows):
    excused(cast, rows["lin"], AFTERNOON)
    closed(cast, rows, "")
    later = OVER + timedelta(hours=2)
    correct_attendance(rows["lin"], by=cast.he, at=later, status="late", reason="签到表上有签名。")
    assert lines("林晓梅") == {"session_leave": 1, "session_half_day": 3}
    assert DutyEntry.objects.filter(deputy=rows["lin"].deputy, state="struck").count() == 2


def test_a_kind_counted_by_times_counts_once_and_says_what_was_missed(cast, register):
    both = asked(cast, register, ends_at=OVER)
    leave = ask_leave(both["lin"], by=cast.lin, at=BEFORE, parts=[NEXT], **WHY)
    decide_leave(leave, by=cast.he, at=BEFORE, approve=True)
    closed(cast, both, "present")
    entry = DutyEntry.objects.counting().get(deputy=both["lin"].deputy)
    assert (entry.quantity, entry.title) == (1, "视察：视察青石河治理工程（请假1个半天）")
    assert DutyKind.objects.get(pk=entry.kind_id).unit == "time"


def test_all_half_days_are_the_whole_and_impossible_ones_are_refused_at_their_field(cast, rows):
    with pytest.raises(Refused, match="不在活动时间内") as refused:
        ask_leave(rows["lin"], by=cast.lin, at=BEFORE, parts=["2026-03-14-am"], **WHY)
    assert refused.value.field == "parts"
    with pytest.raises(Refused, match="3月12日上午已经过去"):
        ask_leave(rows["lin"], by=cast.lin, at=STARTS + timedelta(hours=4), parts=[MORNING, NEXT], **WHY)
    halves = [half.key for half in rows["lin"].activity.halves]
    whole = ask_leave(rows["lin"], by=cast.lin, at=BEFORE, parts=halves, **WHY)
    assert (whole.parts, whole.scope, whole.invitation.answer) == ([], "全程", "leave")


def test_who_is_there_may_still_ask_for_the_days_to_come(cast, rows):
    record_attendance(rows["lin"], "present", by=cast.he, at=STARTS)
    with pytest.raises(Refused, match="选择请假的半天"):
        ask_leave(rows["lin"], by=cast.lin, at=STARTS, **WHY)
    leave = ask_leave(rows["lin"], by=cast.lin, at=STARTS, parts=[NEXT], **WHY)
    record_attendance(rows["zhou"], "present", by=cast.he, at=STARTS)
    with pytest.raises(Refused, match="还没有审批"):
        close_activity(rows["lin"].activity, by=cast.he, at=OVER + timedelta(minutes=1))
    decide_leave(leave, by=cast.zhao, at=STARTS, approve=False, decision="会议表决，请参加。")
    assert Invitation.objects.get(pk=rows["lin"].pk).answer == "coming"


def test_with_leave_for_the_morning_the_afternoon_is_not_late(cast, rows):
    row, at = excused(cast, rows["lin"], MORNING), STARTS + timedelta(hours=5)
    facts = {"at": at, "code": code_at(row.activity_id, at), "number": number_at(row.activity_id, at)}
    assert check_in(row, by=cast.lin, **facts).attendance == "present"
    assert check_in(rows["zhou"], by=cast.zhou, **facts).attendance == "late"


@time_machine.travel(BEFORE, tick=False)
def test_the_deputy_chooses_half_days_on_the_page(cast, rows, signed_in):
    row, client = rows["lin"], signed_in(cast.lin)
    address = f"/deputies/invitations/{row.pk}/leave/"
    assert "3月13日上午" in client.get(address).content.decode()
    wrong = client.post(address, {"parts": ["2026-04-01-am"], **WHY})
    assert wrong.status_code == 422
    assert "请刷新页面后重新选择" in wrong.content.decode()
    assert WHY["reason"] in wrong.content.decode()
