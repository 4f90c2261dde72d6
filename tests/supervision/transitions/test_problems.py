"""A problem from being found until it is struck off: every edge, clocks, who hears, who may not, what is refused."""

from datetime import date

import pytest

from foundation import deadlines
from foundation.notices.models import Notice
from foundation.workflow import Refused
from supervision.models import Problem
from supervision.states.problem import PROBLEM_FLOW
from supervision.transitions import problem_closing as close
from supervision.transitions import problem_mending as mend
from supervision.transitions import problem_publishing as publish
from supervision.transitions import problems as act
from tests.flows import walk_every_edge
from tests.supervision import ledger_hand as hand
from tests.supervision.ledger_hand import AT, DUE, LATER

NEXT = date(2026, 8, 31)


def running(problem):
    return [clock.kind for clock in deadlines.clocks_of(problem) if clock.is_open]


def told(kind):
    return set(Notice.objects.filter(kind=f"supervision.{kind}").values_list("recipient", flat=True))


def test_every_edge_and_no_other(cast, register):
    fang, feng = {"by": cast.fang, "at": LATER}, {"by": cast.feng, "at": LATER}
    acts = {
        "hand_problem": lambda p: act.hand_problem(p.pk, unit=cast.transport, due_on=DUE, **fang),
        "move_problem": lambda p: act.move_problem(p.pk, unit=cast.education, due_on=DUE, reason="职责调整", **fang),
        "plan_problem": lambda p: mend.plan_problem(p.pk, person="局长", measure="改造", **feng),
        "report_progress": lambda p: mend.report_progress(p.pk, text="已动工", **feng),
        "claim_problem": lambda p: hand.claim(p, cast),
        "ask_voices": lambda p: close.ask_voices(p.pk, people=["东街社区居民代表"], **fang),
        "return_problem": lambda p: close.return_problem(p.pk, reason="坡度不符", due_on=NEXT, **fang),
        "strike_problem": lambda p: close.strike_problem(p.pk, outcome="已核实", **fang),
        "reopen_problem": lambda p: close.reopen_problem(p.pk, reason="又被占用", due_on=NEXT, **fang),
        "withdraw_problem": lambda p: act.withdraw_problem(p.pk, reason="重复", **fang),
    }

    def arrange(state):
        problem = hand.MAKE[state](cast)
        # So that the unit's verbs are refused for the state and not for the person.
        Problem.objects.filter(pk=problem.pk).update(unit=cast.transport)
        return problem

    walk_every_edge(PROBLEM_FLOW, arrange=arrange, acts=acts)


def test_clocks_and_who_hears(cast, register):
    problem = hand.found(cast, by=cast.he)
    assert (running(problem), told("problem_found")) == (["problem_hand"], {cast.fang.pk})
    act.hand_problem(problem.pk, unit=cast.transport, due_on=DUE, by=cast.fang, at=AT)
    clock = deadlines.clock_of("problem", problem)
    assert (running(problem), clock.due_on, clock.organisation) == (["problem"], DUE, cast.transport)
    assert told("problem_handed") == {cast.feng.pk, cast.chen.pk}
    mend.plan_problem(problem.pk, person="局长", measure="改造", by=cast.feng, at=AT)
    assert told("problem_planned") == {cast.fang.pk}
    hand.claim(problem, cast)
    assert (running(problem), told("problem_claimed")) == (["problem_check"], {cast.fang.pk})
    close.return_problem(problem.pk, reason="坡度不符", due_on=NEXT, by=cast.fang, at=LATER)
    assert (running(problem), told("problem_returned")) == (["problem"], {cast.feng.pk, cast.chen.pk})
    hand.claim(problem, cast)
    close.strike_problem(problem.pk, outcome="已核实", by=cast.fang, at=LATER)
    assert (running(problem), told("problem_struck")) == ([], {cast.feng.pk, cast.chen.pk})
    cast.transport.leader_in_charge = cast.qian
    cast.transport.save()
    close.reopen_problem(problem.pk, reason="又被占用", due_on=NEXT, by=cast.fang, at=LATER)
    assert (running(problem), told("problem_reopened")) == (["problem"], {cast.feng.pk, cast.chen.pk, cast.qian.pk})
    problem.refresh_from_db()
    assert (problem.round, problem.reopened, problem.outcome) == (3, 1, "")
    kinds = list(problem.entries.values_list("kind", flat=True))
    assert kinds == ["handed", "plan", "claim", "return", "claim", "struck", "reopened"]


def test_nothing_is_struck_off_without_evidence(cast, register):
    problem = hand.planned(cast)
    with pytest.raises(Refused, match="证明材料") as refusal:
        hand.claim(problem, cast, files=[])
    assert (refusal.value.field, problem.entries.filter(kind="claim").exists()) == ("files", False)
    mend.report_progress(problem.pk, text="已验收", files=[hand.photograph()], by=cast.feng, at=LATER)
    hand.claim(problem, cast, files=[])
    close.return_problem(problem.pk, reason="坡度不符", due_on=NEXT, by=cast.fang, at=LATER)
    with pytest.raises(Refused, match="证明材料"):
        hand.claim(problem, cast, files=[])
    bare = hand.handed(cast)
    with pytest.raises(Refused, match="责任人和整改措施"):
        hand.claim(bare, cast)


def test_who_may_not(cast, register):
    for person in (cast.feng, cast.lin, cast.wei, cast.luo, cast.zhao, cast.stranger):
        with pytest.raises(Refused):
            hand.found(cast, by=person)
    problem = hand.planned(cast)
    for person in (cast.fang, cast.he, cast.wu, cast.lin):
        with pytest.raises(Refused, match="被监督单位"):
            hand.claim(problem, cast, by=person)
    hand.claim(problem, cast)
    for person in (cast.feng, cast.lin, cast.luo):
        with pytest.raises(Refused, match="有关工作委员会"):
            close.strike_problem(problem.pk, outcome="自行销号", by=person, at=LATER)
    with pytest.raises(Refused, match="工作委员会"):
        hand.found(cast, committee=cast.deputies_committee)


def test_bad_input_is_refused_at_its_field(cast, register):
    for facts, field in (
        ({"title": " "}, "title"),
        ({"source_words": ""}, "source_words"),
        ({"unit": cast.sc_office, "due_on": DUE}, "unit"),
        ({"unit": cast.transport}, "due_on"),
        ({"unit": cast.transport, "due_on": date(2026, 3, 1)}, "due_on"),
        ({"committee": cast.sc_office, "by": cast.he}, "committee"),
    ):
        with pytest.raises(Refused) as refusal:
            hand.found(cast, **facts)
        assert (refusal.value.field, Problem.objects.count()) == (field, 0)


def test_who_finds_it(cast, register):
    problem = hand.found(cast)

    def finders():
        people = ("fang", "he", "zhao", "luo", "feng", "chen", "wu", "sun", "zhou", "lin", "wei", "stranger")
        return {name for name in people if Problem.objects.visible_to(getattr(cast, name)).exists()}

    house = {"fang", "he", "zhao", "luo"}
    assert finders() == house
    act.hand_problem(problem.pk, unit=cast.transport, due_on=DUE, by=cast.fang, at=AT)
    assert finders() == house | {"feng", "chen"}
    mend.plan_problem(problem.pk, person="局长", measure="改造", by=cast.feng, at=AT)
    hand.claim(problem, cast)
    close.ask_voices(problem.pk, deputies=[register.zhou.deputy], by=cast.fang, at=LATER)
    assert finders() == house | {"feng", "chen", "zhou"}


def test_those_concerned_decide_where_they_are_asked(cast, register):
    problem = hand.claimed(cast, needs_satisfaction=True)
    strike = {"outcome": "已核实", "by": cast.fang, "at": LATER}
    with pytest.raises(Refused, match="先征求意见"):
        close.strike_problem(problem.pk, **strike)
    deputies = [register.zhou.deputy, register.lin.deputy]
    people = ["东街社区居民代表", "南街社区居民代表", "商户代表"]
    close.ask_voices(problem.pk, deputies=deputies, people=people, by=cast.fang, at=LATER)
    assert told("voice_asked") == {cast.zhou.pk, cast.lin.pk}
    zhou, lin, *others = problem.voices.order_by("pk")
    with pytest.raises(Refused, match="代表本人"):
        close.give_voice(zhou.pk, grade="satisfied", by=cast.fang, at=LATER)
    with pytest.raises(Refused, match="请写明哪里没有解决"):
        close.give_voice(zhou.pk, grade="dissatisfied", by=cast.zhou, at=LATER)
    close.give_voice(zhou.pk, grade="dissatisfied", comment="坡道太陡。", by=cast.zhou, at=LATER)
    with pytest.raises(Refused, match="不能重复评价"):
        close.give_voice(zhou.pk, grade="satisfied", by=cast.zhou, at=LATER)
    close.give_voice(lin.pk, grade="satisfied", by=cast.lin, at=LATER)
    for voice in others[:2]:
        close.give_voice(voice.pk, grade="basically", by=cast.fang, at=LATER)
    with pytest.raises(Refused, match=r"3÷4＝75.00%，要求≥80%"):
        close.strike_problem(problem.pk, **strike)
    close.give_voice(others[2].pk, grade="satisfied", by=cast.fang, at=LATER)
    assert close.strike_problem(problem.pk, **strike).state == "struck"


def test_moved_to_another_unit(cast, register):
    problem = hand.planned(cast)
    with pytest.raises(Refused) as refusal:
        act.move_problem(problem.pk, unit=cast.transport, due_on=DUE, reason="误交", by=cast.he, at=AT)
    assert refusal.value.field == "unit"
    moved = act.move_problem(problem.pk, unit=cast.education, due_on=NEXT, reason="误交", by=cast.he, at=AT)
    assert (moved.measure, deadlines.clock_of("problem", moved).organisation) == ("", cast.education)
    assert told("problem_taken") == {cast.feng.pk, cast.chen.pk}
    assert told("problem_handed") >= {cast.wu.pk, cast.zheng.pk}


def test_what_people_read_is_chosen_line_by_line(cast, register):
    problem = hand.struck(cast)
    line = problem.entries.get(kind="plan")
    publish.publish_problem(problem.pk, entries=[line], by=cast.he, at=LATER)
    assert list(Problem.objects.public()) == [problem]
    assert list(problem.entries.filter(is_public=True)) == [line]
    with pytest.raises(Refused):
        publish.unpublish_problem(problem.pk, reason="有误", by=cast.fang, at=LATER)
    publish.unpublish_problem(problem.pk, reason="有误", by=cast.he, at=LATER)
    assert not Problem.objects.public().exists()


def test_what_a_unit_is_measured_by(cast, register):
    hand.struck(cast)
    hand.planned(cast, due_on=date(2026, 3, 3))
    hand.withdrawn(cast)
    close.hold_to_account(hand.planned(cast).pk, text="约谈一人。", by=cast.he, at=LATER)
    (line,) = Problem.objects.per_unit(date(2026, 3, 10))
    figures = {name: getattr(line, name) for name in ("found", "struck", "in_time", "mending", "overdue", "back")}
    assert figures == {"found": 3, "struck": 1, "in_time": 1, "mending": 2, "overdue": 1, "back": 0}
