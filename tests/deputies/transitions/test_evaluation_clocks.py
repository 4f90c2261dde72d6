"""The clocks of the yearly evaluation and of objections: who is reminded, when they stop, what the light says."""

from datetime import date, timedelta

from deputies.transitions.object_duty import answer_objection, object_duty
from deputies.transitions.object_evaluation import answer_evaluation, object_evaluation
from deputies.transitions.record_duty import record_duty
from foundation import deadlines
from foundation.deadlines.reminding import remind_due
from foundation.notices.models import Notice
from tests.deputies import evaluating
from tests.deputies.evaluating import AT, marks, of


def reminded(day: date) -> set[tuple[str, str]]:
    """Who was told what on that day."""
    known = set(Notice.objects.values_list("pk", flat=True))
    remind_due(day)
    rows = Notice.objects.exclude(pk__in=known)
    return set(rows.values_list("recipient__username", "title"))


def test_the_deputy_is_reminded_of_his_own_marks_and_on_the_last_day_the_office(cast, register):
    evaluating.opened(cast)
    evaluating.self_rated(register.zhou)
    evaluating.shown(cast, register.deng)

    assert deadlines.clock_of("evaluation_self", of(register.lin)).due_on == date(2026, 12, 11)
    assert {deadlines.clock_of("evaluation_self", of(seat)) for seat in (register.zhou, register.deng)} == {None}
    assert reminded(date(2026, 12, 4)) == {("lin", "年度考核自评还有 7 天：林晓梅2026年度考核")}
    assert {name for name, _ in reminded(date(2026, 12, 11))} >= {"he", "xu"}


def test_the_office_is_reminded_until_it_has_answered(cast, register):
    evaluating.opened(cast)
    row = evaluating.shown(cast, register.lin)
    object_evaluation(row, objection="少算一次接待", by=cast.lin, at=AT)
    clock = deadlines.clock_of("evaluation_answer", row)

    told = reminded(clock.due_on)
    answer_evaluation(row, marks=marks(row, "38", "36", "18"), answer="核对无误。", by=cast.he, at=AT)

    assert clock.due_on == date(2026, 12, 15)
    assert {name for name, title in told if "考核异议答复" in title} == {"he", "xu"}
    assert deadlines.clock_of("evaluation_answer", row) is None


def test_an_objection_to_a_line_of_the_file_is_answered_in_time(cast, register):
    facts = {"title": "缺席全体会议", "source": register.session, "by": cast.he, "at": AT}
    line = record_duty(register.lin.deputy, "session_absent", on=date(2026, 1, 13), **facts)
    objection = object_duty(line.pk, by=cast.lin, at=AT, text="已请假。")
    clock = deadlines.clock_of("duty_objection", objection)

    told = reminded(clock.due_on)
    answer_objection(objection.pk, by=cast.he, at=AT + timedelta(days=1), accepted=False, answer="没有请假记录。")

    assert clock.due_on == date(2026, 12, 15)
    assert {name for name, title in told if "履职记录异议答复" in title} == {"he", "xu"}
    assert deadlines.clock_of("duty_objection", objection) is None
    assert reminded(clock.due_on + timedelta(days=3)) == set()
