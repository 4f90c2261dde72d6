"""Absence from a whole session (代表法 62 (3)): a warning, then a to-do for the office, never an ending by itself."""

from datetime import timedelta

import pytest

from deputies.models import Mandate, Meeting, SessionAbsence
from deputies.transitions.absences import handle_absence
from deputies.transitions.close_activity import close_activity
from deputies.transitions.correct_attendance import correct_attendance
from deputies.transitions.record_attendance import record_attendances
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.deputies.gatherings import STARTS, asked


def half_day(cast, register, words: dict[str, str], *, meeting=None, shift=timedelta(0), close=True):
    """A half-day of a session with these words; closed unless somebody closes it later."""
    times = {"starts_at": STARTS + shift, "ends_at": STARTS + shift + timedelta(hours=2)}
    rows = asked(cast, register, *words, kind="session", meeting=meeting or register.session, **times)
    activity = rows[next(iter(words))].activity
    statuses = {rows[name].pk: word for name, word in words.items()}
    record_attendances(activity, by=cast.he, at=times["starts_at"], statuses=statuses)
    if close:
        close_activity(activity, by=cast.he, at=times["ends_at"])
    return activity, rows


def next_session(register) -> Meeting:
    return Meeting.objects.create(term=register.term, number=6, opens_on=STARTS.date() + timedelta(days=300))


def test_who_came_to_one_half_day_has_not_missed_the_session(cast, register):
    half_day(cast, register, {"lin": "absent", "zhou": "absent"}, close=False)
    assert not SessionAbsence.objects.exists()
    afternoon = timedelta(hours=5)
    half_day(cast, register, {"lin": "late", "zhou": "absent"}, shift=afternoon)
    # The morning is still open: nobody is judged before all of it is known.
    assert not SessionAbsence.objects.exists()
    morning = register.session.activities.order_by("starts_at").first()
    close_activity(morning, by=cast.he, at=STARTS + afternoon)
    row = SessionAbsence.objects.get()
    assert (row.mandate, row.ordinal) == (register.zhou, 1)


def test_the_first_time_the_deputy_is_warned_and_the_office_has_a_to_do(cast, register):
    half_day(cast, register, {"lin": "absent", "zhou": "present"})
    told = Notice.objects.get(kind="deputies.own_absence")
    assert (told.recipient, "两次不出席" in told.body) == (cast.lin, True)
    office = set(Notice.objects.filter(kind="deputies.session_absence").values_list("recipient", flat=True))
    assert office == {cast.he.pk, cast.xu.pk}
    assert SessionAbsence.objects.visible_to(cast.he).to_handle().count() == 1
    assert SessionAbsence.objects.visible_to(cast.lin).count() == 1
    assert not SessionAbsence.objects.visible_to(cast.zhou).exists()


def test_the_second_time_the_leaders_hear_and_the_seat_is_still_there(cast, register):
    half_day(cast, register, {"lin": "absent", "zhou": "present"})
    year = timedelta(days=300)
    words = {"lin": "absent", "zhou": "present"}
    half_day(cast, register, words, meeting=next_session(register), shift=year)
    second = SessionAbsence.objects.get(ordinal=2)
    told = Notice.objects.filter(kind="deputies.session_absence", subject_id=str(second.pk))
    assert {cast.zhao.pk, cast.qian.pk, cast.he.pk} <= set(told.values_list("recipient", flat=True))
    assert "不自动终止" in told.first().body
    assert Mandate.objects.get(pk=register.lin.pk).status == "serving"


def test_a_correction_takes_it_back(cast, register):
    _, rows = half_day(cast, register, {"lin": "absent", "zhou": "present"})
    at = STARTS + timedelta(days=2)
    correct_attendance(rows["lin"], by=cast.he, at=at, status="present", reason="签到表漏录。")
    assert SessionAbsence.objects.get().withdrawn_at == at
    with pytest.raises(Refused, match="已经更正"):
        handle_absence(SessionAbsence.objects.get(), by=cast.he, at=at, handling="谈话")


def test_the_office_says_once_what_it_did(cast, register, signed_in):
    half_day(cast, register, {"lin": "absent", "zhou": "present"})
    row, at = SessionAbsence.objects.get(), STARTS + timedelta(days=2)
    with pytest.raises(Refused, match="代表联络工作机构"):
        handle_absence(row, by=cast.zhao, at=at, handling="谈话")
    with pytest.raises(Refused, match="写明处理情况"):
        handle_absence(row, by=cast.he, at=at, handling=" ")
    client = signed_in(cast.he)
    assert "林晓梅" in client.get("/deputies/absences/").content.decode()
    client.post(row.get_absolute_url(), {"handling": "已核实并与本人谈话。", "version": row.version})
    assert SessionAbsence.objects.get().handled_by == cast.he
    assert not SessionAbsence.objects.to_handle().exists()
    assert signed_in(cast.lin).get("/deputies/absences/").status_code == 403
