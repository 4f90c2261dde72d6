"""Yearly duty reports of appointees: asked, handed in, read, balloted, and what follows from the result."""

from datetime import date

import pytest

from foundation import deadlines
from foundation.notices.models import Notice
from foundation.workflow import Refused
from supervision.models import AppointeeMeasure, DutyReport
from supervision.states.appointees import MeasureState
from supervision.transitions import appointees as act
from supervision.transitions import measures
from tests.supervision import people_hand as hand
from tests.supervision.people_hand import AT, LATER


def told(kind):
    return set(Notice.objects.filter(kind=f"supervision.{kind}").values_list("recipient", flat=True))


def running(row):
    return [clock.kind for clock in deadlines.clocks_of(row) if clock.is_open]


def test_a_year_from_the_asking_to_the_measures(cast):
    hand.appointee(cast)
    round = hand.opened(cast)
    report = DutyReport.objects.get()
    assert (report.is_balloted, running(report), told("duty_report_asked")) == (True, ["duty_report"], {cast.chen.pk})
    with pytest.raises(Refused, match="还有报告没有提交"):
        act.close_duty_round(round.pk, by=cast.he, at=AT)
    words = {"text": "一年工作。", "kept_promises": "已兑现。"}
    act.hand_in_duty_report(report.pk, **words, by=cast.chen, at=LATER)
    act.return_duty_report(report.pk, reason="缺廉政情况。", by=cast.he, at=LATER)
    assert running(report) == ["duty_report"]
    act.hand_in_duty_report(report.pk, **words, by=cast.chen, at=LATER)
    act.accept_duty_report(report.pk, by=cast.he, at=LATER)
    assert told("duty_report_sent") == {cast.zhao.pk, cast.qian.pk, cast.luo.pk}
    with pytest.raises(Refused, match="还没有结果"):
        act.close_duty_round(round.pk, by=cast.he, at=LATER)
    results = {report.pk: ("不满意", "满意5票÷全体25人＝20.00%")}
    act.take_results(round, results=results, held_on=LATER.date(), by=cast.he, at=LATER)
    found = AppointeeMeasure.objects.order_by("due_on")
    assert [row.due_on for row in found] == [date(2026, 5, 20), date(2027, 3, 20)]
    measure = found[0]
    assert running(measure) == ["appointee_measure"]
    measures.report_measure(measure.pk, text="已约谈。", by=cast.chen, at=LATER)
    measures.return_measure(measure.pk, reason="没有报告整改。", due_on=date(2026, 6, 1), by=cast.he, at=LATER)
    measures.report_measure(measure.pk, text="整改报告。", by=cast.chen, at=LATER)
    measures.confirm_measure(measure.pk, by=cast.he, at=LATER)
    measure.refresh_from_db()
    assert (measure.state, running(measure)) == (MeasureState.DONE, [])
    act.close_duty_round(round.pk, by=cast.he, at=LATER)


def test_what_is_refused(cast):
    with pytest.raises(Refused, match="没有在任的任命人员"):
        hand.opened(cast)
    person = hand.appointee(cast)
    with pytest.raises(Refused, match="已经登记"):
        hand.appointee(cast)
    with pytest.raises(Refused, match="区教育局没有在任"):
        hand.opened(cast, organs=[cast.education])
    hand.opened(cast)
    with pytest.raises(Refused, match="已经开展"):
        hand.opened(cast)
    report = DutyReport.objects.get()
    for somebody in (cast.feng, cast.luo, cast.zhao, cast.stranger):
        with pytest.raises(Refused, match="任命人员本人"):
            act.hand_in_duty_report(report.pk, text="代写", by=somebody, at=AT)
    with pytest.raises(Refused, match="还没有测评结果"):
        measures.add_measure(report.pk, what="约谈", due_on=LATER.date(), by=cast.he, at=AT)
    act.end_appointee(person.pk, ended_on=AT.date(), end_reason="机构撤销", by=cast.he, at=AT)
    assert running(report) == []


def test_who_finds_a_report(cast):
    hand.appointee(cast)
    hand.opened(cast)
    people = ("he", "luo", "fang", "chen", "feng", "sun", "lin", "stranger")
    found = {name for name in people if DutyReport.objects.visible_to(getattr(cast, name)).exists()}
    assert found == {"he", "luo", "fang", "chen"}
