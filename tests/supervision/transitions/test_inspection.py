"""What a supervision finds out: the team under a leader, places, surveys, articles, opinions answered in the report,
decisions of a joint meeting, the ballot."""

from datetime import date

import pytest

from deputies.models import DutyEntry
from foundation.notices.models import Notice
from foundation.workflow import Refused
from supervision.models import CollectedOpinion, SpotVisit
from supervision.states.undertaking import StepState
from supervision.transitions import (
    ballots,
    collected,
    joint_decisions,
    steps,
    team,
    undertaking_ballots,
    undertakings,
    visits,
)
from tests.supervision.ballot_hand import GOOD, HELD, cast_by, meeting, opened
from tests.supervision.hand import AT, begun, finish, step

TODAY = AT.date()
SURVEY = {
    "title": "乘客满意度",
    "audience": "公交乘客",
    "surveyed_on": TODAY,
    "issued": 100,
    "returned": 90,
    "valid": 88,
}


def told(event):
    return set(Notice.objects.filter(kind=f"supervision.{event}").values_list("recipient", flat=True))


def inspection(cast):
    return begun(cast, "enforcement_inspection", title="检查《道路交通安全法》实施情况")


def test_the_team_stands_under_a_leader(cast, register):
    row = inspection(cast)
    with pytest.raises(Refused, match="登记组长"):
        finish(row, "team", cast.fang, AT)
    for head in ({"person": cast.luo}, {"deputy": register.lin.deputy}, {"name": "某专家"}):
        with pytest.raises(Refused) as refusal:
            team.join_team(row.pk, role="head", by=cast.fang, at=AT, **head)
        assert (refusal.value.field, "主任或者副主任" in refusal.value.reason) == ("role", True)
    team.join_team(row.pk, role="head", person=cast.qian, by=cast.fang, at=AT)
    for again in ({"person": cast.qian}, {"person": cast.zhao, "role": "head"}):
        with pytest.raises(Refused, match="已"):
            team.join_team(row.pk, by=cast.fang, at=AT, **again)
    with pytest.raises(Refused) as refusal:
        team.join_team(row.pk, person=cast.luo, name="另一位", by=cast.fang, at=AT)
    assert refusal.value.field == "person"
    member = team.join_team(row.pk, deputy=register.lin.deputy, by=cast.fang, at=AT)
    assert told("team_joined") == {cast.qian.pk, cast.lin.pk}
    assert finish(row, "team", cast.fang, AT).state == StepState.DONE
    team.leave_team(member.pk, by=cast.fang, at=AT)
    with pytest.raises(Refused, match="已经退出"):
        team.leave_team(member.pk, by=cast.fang, at=AT)


def test_what_is_looked_at(cast, register):
    row = inspection(cast)
    with pytest.raises(Refused, match="条文清单"):
        finish(row, "scheme", cast.fang, AT)
    article = visits.list_article(
        row.pk, law="《道路交通安全法》", article="第二十五条", duty="信号灯。", by=cast.fang, at=AT
    )
    assert str(article) == "《道路交通安全法》第二十五条"
    with pytest.raises(Refused, match="已经列入"):
        visits.list_article(row.pk, law="道路交通安全法", article="第二十五条", duty="再列。", by=cast.fang, at=AT)
    member = team.join_team(row.pk, deputy=register.lin.deputy, by=cast.fang, at=AT)
    facts = {"kind": "spot_check", "place": "人民路", "findings": "三处信号灯损坏。", "at": AT}
    with pytest.raises(Refused) as refusal:
        visits.record_visit(row.pk, visited_on=date(2026, 3, 3), by=cast.lin, **facts)
    assert refusal.value.field == "visited_on"
    visits.record_visit(row.pk, visited_on=TODAY, members=[member], by=cast.lin, **facts)
    with pytest.raises(Refused, match="办事机构"):
        visits.record_visit(row.pk, visited_on=TODAY, by=cast.zhou, **facts)
    visits.assess_article(article.pk, finding="基本落实。", by=cast.lin, at=AT)
    assert SpotVisit.objects.visible_to(cast.lin).exists()
    assert not SpotVisit.objects.visible_to(cast.feng).exists()
    with pytest.raises(Refused, match="没有这一项"):
        collected.collect_opinion(row.pk, source="deputy", text="意见。", by=cast.fang, at=AT)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"returned": 101}, "returned"),
        ({"valid": 91}, "valid"),
        ({"questions": []}, "questions"),
        ({"questions": [("满意吗", [("满意", 80), ("不满意", 9)])]}, "questions"),
    ],
)
def test_a_survey_that_does_not_add_up_is_refused(cast, register, change, field):
    row = inspection(cast)
    facts = {**SURVEY, "questions": [("满意吗", [("满意", 80), ("不满意", 8)])]}
    with pytest.raises(Refused) as refusal:
        visits.record_survey(row.pk, by=cast.fang, at=AT, **{**facts, **change})
    assert refusal.value.field == field
    assert not row.questionnaires.exists()
    assert visits.record_survey(row.pk, by=cast.fang, at=AT, **facts).questions.get().answers == [
        ["满意", 80],
        ["不满意", 8],
    ]


def test_a_report_in_two_parts(cast, register):
    row = inspection(cast)
    with pytest.raises(Refused) as refusal:
        finish(row, "report", cast.fang, AT)
    assert refusal.value.field == "second_part"
    assert finish(row, "report", cast.fang, AT, second_part="建议修改第二十五条。").papers.get().second_part


def test_opinions_are_answered_before_the_report_is_in(cast, register):
    row = begun(cast)
    with pytest.raises(Refused, match="登记意见"):
        finish(row, "opinions_sent", cast.he, AT)
    opinion = collected.collect_opinion(row.pk, source="deputy", text="增加夜间班次。", by=cast.he, at=AT)
    assert not CollectedOpinion.objects.visible_to(cast.feng).exists()
    with pytest.raises(Refused, match="没有送交"):
        finish(row, "opinions_sent", cast.he, AT)
    with pytest.raises(Refused, match="送交后"):
        collected.answer_collected(opinion.pk, answer="早了。", by=cast.feng, at=AT)
    collected.send_opinions(row.pk, by=cast.he, at=AT)
    assert told("opinions_sent") == {cast.feng.pk, cast.chen.pk}
    with pytest.raises(Refused, match="没有需要送交"):
        collected.send_opinions(row.pk, by=cast.he, at=AT)
    with pytest.raises(Refused, match="监督法第十四条"):
        finish(row, "report_final", cast.feng, AT)
    for person in (cast.wu, cast.lin):
        with pytest.raises(Refused, match="被监督单位"):
            collected.answer_collected(opinion.pk, answer="冒名。", by=person, at=AT)
    collected.answer_collected(opinion.pk, answer="已列入计划，六月增加。", by=cast.feng, at=AT)
    assert finish(row, "report_final", cast.feng, AT).state == StepState.DONE


def test_an_errand_is_tried_and_counted(cast, register):
    row = begun(cast, "service_trial", title="体验公交卡办理", level="committee")
    team.join_team(row.pk, deputy=register.lin.deputy, by=cast.fang, at=AT)
    facts = {"kind": "trial", "visited_on": TODAY, "place": "政务大厅", "findings": "排队40分钟。"}
    with pytest.raises(Refused) as refusal:
        visits.record_visit(row.pk, by=cast.lin, at=AT, **facts)
    assert refusal.value.field == "matter"
    visit = visits.record_visit(row.pk, matter="补办公交卡", minutes=55, succeeded=False, by=cast.lin, at=AT, **facts)
    assert (visit.minutes, visit.succeeded) == (55, False)
    for found in row.steps.filter(state=StepState.OPEN):
        steps.skip_step(found.pk, reason="已当场解决。", by=cast.fang, at=AT)
    undertakings.conclude_undertaking(row.pk, outcome="压缩到20分钟。", by=cast.fang, at=AT)
    entry = DutyEntry.objects.get(deputy=register.lin.deputy)
    assert (entry.kind.code, entry.title) == ("inspection", "体验公交卡办理")
    assert told("undertaking_told") == {cast.lin.pk}


def test_decisions_of_a_joint_meeting_are_followed(cast, register):
    row = begun(cast, "joint_meeting", title="府院联席会议", bodies=[cast.transport, cast.court])
    with pytest.raises(Refused, match="议定事项"):
        finish(row, "minutes", cast.fang, AT)
    decision = joint_decisions.record_decision(
        row.pk, text="建立信息共享机制。", unit=cast.transport, due_on=date(2026, 6, 30), by=cast.fang, at=AT
    )
    assert (decision.problem.unit, decision.problem.source) == (cast.transport, row)
    assert cast.feng.pk in told("problem_handed")
    with pytest.raises(Refused, match="没有销号"):
        finish(row, "settled", cast.fang, AT)
    with pytest.raises(Refused, match="没有这一项"):
        other = begun(cast)
        joint_decisions.record_decision(
            other.pk, text="不行。", unit=cast.transport, due_on=date(2026, 6, 30), by=cast.fang, at=AT
        )


def test_the_result_of_the_ballot_does_its_step(cast, register):
    row = begun(cast)
    with pytest.raises(Refused, match="安排测评"):
        finish(row, "ballot", cast.he, AT)
    day = HELD.date()
    undertakings.set_meeting(row.pk, meeting=meeting(register), by=cast.fang, at=AT)
    ballot = undertaking_ballots.plan_its_ballot(
        row.pk, rule_code="satisfaction", mode="secret", lines=[], by=cast.fang, at=HELD
    )
    assert [line.name for line in ballot.lines.all()] == ["区交通局"]
    opened(ballot, cast.fang)
    for person in (cast.zhao, cast.qian, cast.luo):
        cast_by(ballot, person, GOOD)
    ballots.close_ballot(ballot.pk, by=cast.fang, at=HELD)
    ballots.announce_ballot(ballot.pk, by=cast.fang, at=HELD)
    done = step(row, "ballot")
    assert (done.state, done.note, done.done_on) == (StepState.DONE, "区交通局：满意", day)
    assert told("step_shared") == {cast.feng.pk, cast.chen.pk}
