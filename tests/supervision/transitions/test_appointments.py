"""A bill from the proposer's paper to the register of appointees: examination, statement, agenda, vote, decision."""

from datetime import timedelta

import pytest

from foundation import deadlines
from foundation.files.store import files_of
from foundation.notices.models import Notice
from foundation.workflow import Refused
from supervision.models import Appointee, Appointment, Exam, Nominee, Resolution
from supervision.reference.law_questions import QUESTIONS
from supervision.scoring import key_fault
from supervision.states.appointments import AppointmentState, ExamState
from supervision.transitions import appointments, decisions, law_exam
from tests.supervision import people_hand as hand
from tests.supervision.people_hand import AT, LATER


def told(kind):
    return set(Notice.objects.filter(kind=f"supervision.{kind}").values_list("recipient", flat=True))


def running(row):
    return sorted(clock.kind for clock in deadlines.clocks_of(row) if clock.is_open)


def test_from_the_paper_to_the_register(cast, register):
    nominee = hand.invited(cast)
    assert running(nominee) == ["nominee_exam", "nominee_statement"]
    assert told("nominee_invited") == {cast.chen.pk}
    exam = nominee.exams.get()
    assert (exam.items.count(), exam.full_points) == (20, 100)
    hand.sat(exam, cast.chen, wrong=2)
    exam.refresh_from_db()
    assert (exam.score, exam.is_passed) == (90, True)
    assert told("exam_marked") == {cast.he.pk, cast.xu.pk, cast.gao.pk}
    bill, meeting = nominee.appointment, hand.sc_meeting(register)
    with pytest.raises(Refused, match="陈刚没有提交供职报告"):
        appointments.table_appointment(bill.pk, meeting=meeting, by=cast.he, at=AT)
    appointments.write_statement(nominee.pk, text="情况。", promises=hand.PROMISES, by=cast.chen, at=AT)
    assert running(nominee) == []
    with pytest.raises(Refused, match="请选择常委会会议"):
        appointments.table_appointment(bill.pk, meeting=register.session, by=cast.he, at=AT)
    appointments.table_appointment(bill.pk, meeting=meeting, by=cast.he, at=AT)
    assert told("appointment_tabled") == {cast.zhao.pk, cast.qian.pk, cast.luo.pk, cast.sun.pk}
    with pytest.raises(Refused, match="包括每一名"):
        appointments.vote_appointment(bill.pk, results={}, held_on=LATER.date(), by=cast.he, at=LATER)
    results = {nominee.pk: (True, "通过", "赞成20票")}
    appointments.vote_appointment(bill.pk, results=results, held_on=LATER.date(), by=cast.he, at=LATER)
    decisions.issue_decision(bill.pk, number="示人常〔2026〕12号", by=cast.he, at=LATER)
    decision = Resolution.objects.public().get()
    assert decision.text == "任命陈刚为示范区交通运输局局长。"
    assert any(file.name.endswith(".docx") for file in files_of(decision))
    person = Appointee.objects.get()
    assert (person.name, person.user, person.appointed_on) == ("陈刚", cast.chen, LATER.date())
    assert told("own_decision") == {cast.chen.pk}
    with pytest.raises(Refused, match="不能早于表决日期"):
        decisions.record_pledge(nominee.pk, pledged_on=AT.date(), pledge_note="会议厅", by=cast.he, at=LATER)
    decisions.record_pledge(nominee.pk, pledged_on=LATER.date(), pledge_note="会议厅", by=cast.he, at=LATER)
    with pytest.raises(Refused, match="已经登记宣誓"):
        decisions.record_pledge(nominee.pk, pledged_on=LATER.date(), pledge_note="会议厅", by=cast.he, at=LATER)


def test_a_removal_takes_its_person_out_of_the_register(cast, register):
    person = hand.appointee(cast)
    bill = hand.filed(cast)
    with pytest.raises(Refused, match="请选择在任的任命人员"):
        hand.named(bill, cast, kind="remove")
    row = hand.named(bill, cast, kind="remove", appointee=person)
    assert row.line == "免去陈刚的示范区交通运输局局长职务"
    appointments.table_appointment(bill.pk, meeting=hand.sc_meeting(register), by=cast.he, at=AT)
    results = {row.pk: (True, "通过", "")}
    appointments.vote_appointment(bill.pk, results=results, held_on=LATER.date(), by=cast.he, at=LATER)
    decisions.issue_decision(bill.pk, number="示人常〔2026〕13号", by=cast.he, at=LATER)
    person.refresh_from_db()
    assert person.ended_on == LATER.date()
    assert not Appointee.objects.in_office(LATER.date()).exists()


def test_who_was_not_elected_enters_no_register_and_needs_no_decision(cast, register):
    bill = hand.voted(cast, register, passed=False)
    with pytest.raises(Refused, match="没有通过的任免"):
        decisions.issue_decision(bill.pk, number="示人常〔2026〕14号", by=cast.he, at=LATER)
    assert not Appointee.objects.exists()
    row = bill.nominees.get()
    with pytest.raises(Refused, match="已经通过任命"):
        decisions.record_pledge(row.pk, pledged_on=LATER.date(), pledge_note="会议厅", by=cast.he, at=LATER)


def test_an_examination_is_drawn_timed_and_tried_again(cast, register):
    hand.bank()
    nominee = hand.invited(cast)
    first = nominee.exams.get()
    with pytest.raises(Refused, match="本人办理"):
        law_exam.begin_exam(first.pk, by=cast.he, at=AT)
    with pytest.raises(Refused, match="没有交卷"):
        law_exam.redraw_exam(nominee.pk, by=cast.he, at=AT)
    law_exam.begin_exam(first.pk, by=cast.chen, at=AT)
    saved = hand.right(first, wrong=15)
    law_exam.save_answers(first.pk, answers=saved, by=cast.chen, at=AT + timedelta(minutes=59))
    late = AT + timedelta(minutes=61)
    with pytest.raises(Refused, match="时间已到"):
        law_exam.save_answers(first.pk, answers=hand.right(first), by=cast.chen, at=late)
    law_exam.hand_in_exam(first.pk, answers=hand.right(first), by=cast.chen, at=late)
    first.refresh_from_db()
    assert (first.score, first.is_passed) == (30, False)
    with pytest.raises(Refused, match="没有合格"):
        meeting = hand.sc_meeting(register)
        appointments.table_appointment(nominee.appointment_id, meeting=meeting, by=cast.he, at=late)
    law_exam.redraw_exam(nominee.pk, by=cast.he, at=late)
    second = nominee.exams.get(turn=2)
    texts = [set(exam.items.values_list("text", flat=True)) for exam in (first, second)]
    assert len(texts[1]) == 20
    assert texts[0] != texts[1]
    law_exam.void_exam(second.pk, reason="断网", by=cast.he, at=late)
    law_exam.redraw_exam(nominee.pk, by=cast.he, at=late)
    hand.sat(nominee.exams.get(state=ExamState.DRAWN), cast.chen, wrong=20, at=late)
    with pytest.raises(Refused, match="最多考2次"):
        law_exam.redraw_exam(nominee.pk, by=cast.he, at=late)
    appointments.exempt_nominee(nominee.pk, reason="主任会议决定。", by=cast.he, at=late)


def test_the_office_collects_what_was_never_handed_in(cast):
    nominee = hand.invited(cast)
    exam = nominee.exams.get()
    law_exam.begin_exam(exam.pk, by=cast.chen, at=AT)
    law_exam.save_answers(exam.pk, answers=hand.right(exam), by=cast.chen, at=AT)
    law_exam.collect_exam(exam.pk, by=cast.he, at=LATER)
    exam.refresh_from_db()
    assert (exam.score, exam.is_passed, running(nominee)) == (100, True, ["nominee_statement"])


def test_without_an_account_the_paper_is_entered(cast):
    nominee = hand.invited(cast, user=None)
    assert not nominee.exams.exists()
    with pytest.raises(Refused, match="0至100分"):
        law_exam.enter_exam(nominee.pk, score=101, by=cast.he, at=AT)
    exam = law_exam.enter_exam(nominee.pk, score=61, by=cast.he, at=AT)
    assert told("exam_entered") == {cast.xu.pk, cast.gao.pk}
    with pytest.raises(Refused, match="得分是您登记的"):
        law_exam.check_exam(exam.pk, score=61, by=cast.he, at=AT)
    with pytest.raises(Refused, match="没有核对得分"):
        law_exam.enter_exam(nominee.pk, score=61, by=cast.he, at=AT)
    exam = law_exam.check_exam(exam.pk, score=16, by=cast.xu, at=AT)
    assert (exam.state, exam.is_passed) == (ExamState.ENTERED, None)
    with pytest.raises(Refused, match="得分是您登记的"):
        law_exam.check_exam(exam.pk, score=61, by=cast.xu, at=AT)
    law_exam.check_exam(exam.pk, score=61, by=cast.he, at=AT)
    exam = law_exam.check_exam(exam.pk, score=61, by=cast.gao, at=AT)
    assert (exam.score, exam.is_passed, exam.entered_by, exam.checked_by) == (61, True, cast.he, cast.gao)
    with pytest.raises(Refused, match="已经合格"):
        law_exam.enter_exam(nominee.pk, score=90, by=cast.he, at=AT)


def test_a_bank_too_small_says_so(cast):
    hand.bank(3)
    with pytest.raises(Refused, match="单选题有3题，办法要求10题"):
        hand.invited(cast)


def test_the_bank_a_district_starts_with_is_sound():
    faults = [text for kind, text, options, key, _ in QUESTIONS if key_fault(kind, len(options), key)]
    assert faults == []
    assert len({text for _, text, *_ in QUESTIONS}) == len(QUESTIONS)


def test_who_may_not_and_who_finds_what(cast, register):
    bill = hand.tabled(cast, register)
    nominee, exam = bill.nominees.get(), Exam.objects.get()
    for person in (cast.sun, cast.fang, cast.luo, cast.chen, cast.lin):
        with pytest.raises(Refused, match="办事机构"):
            appointments.withdraw_appointment(bill.pk, reason="x", by=person, at=AT)
        with pytest.raises(Refused, match="办事机构"):
            hand.filed(cast) if person is cast.he else appointments.file_appointment(
                title="案", proposed_by="区长", received_on=AT.date(), by=person, at=AT
            )
    with pytest.raises(Refused, match="已经列入议程"):
        hand.named(bill, cast, name="另一人")
    people = ("he", "luo", "fang", "sun", "chen", "feng", "lin", "stranger")

    def finds(model, row):
        return {name for name in people if model.objects.visible_to(getattr(cast, name)).filter(pk=row.pk).exists()}

    assert finds(Appointment, bill) == {"he", "luo", "fang", "sun"}
    assert finds(Nominee, nominee) == {"he", "luo", "fang", "sun", "chen"}
    assert finds(Exam, exam) == {"he", "luo", "fang", "chen"}
    appointments.postpone_appointment(bill.pk, reason="材料待补。", by=cast.he, at=AT)
    appointments.withdraw_appointment(bill.pk, reason="区长撤回。", by=cast.he, at=AT)
    bill.refresh_from_db()
    assert bill.state == AppointmentState.WITHDRAWN
    assert told("nominee_stopped") == {cast.chen.pk}
    with pytest.raises(Refused, match="须在"):
        appointments.withdraw_appointment(bill.pk, reason="再次", by=cast.he, at=AT)
