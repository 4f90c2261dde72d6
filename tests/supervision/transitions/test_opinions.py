"""A deliberation opinion from the meeting until it is struck off: edges, clocks, who hears, what is refused."""

from datetime import date, datetime

import pytest
from django.utils import timezone

from foundation import deadlines
from foundation.notices.models import Notice
from foundation.workflow import Refused
from supervision.models import DeliberationOpinion
from supervision.states.opinion import OPINION_FLOW
from supervision.transitions import ballots, delays, problem_closing
from supervision.transitions import opinion_handling as handle
from supervision.transitions import opinion_publishing as publishing
from supervision.transitions import opinion_review as review
from supervision.transitions import opinions as act
from tests.flows import walk_every_edge
from tests.supervision import ballot_hand, ledger_hand
from tests.supervision import opinion_hand as hand
from tests.supervision.opinion_hand import HANDED, HEARD, REPORTED

JULY = date(2026, 7, 31)
LATE = timezone.make_aware(datetime(2026, 6, 20, 9))


def running(opinion):
    return sorted(clock.kind for clock in deadlines.clocks_of(opinion) if clock.is_open)


def told(kind):
    return set(Notice.objects.filter(kind=f"supervision.{kind}").values_list("recipient", flat=True))


def test_every_edge_and_no_other(cast, register):
    fang, feng = {"by": cast.fang, "at": REPORTED}, {"by": cast.feng, "at": REPORTED}
    council, sitting = hand.meeting(register, "council", 50), hand.meeting(register, number=31)
    new = {"unit": cast.transport, "head": hand.HEAD, "number": "示人常审〔2026〕999号", "term": "opinion_report"}
    acts = {
        "revise_opinion": lambda o: act.revise_opinion(o.pk, title="新标题", text="新内容", **fang),
        "adopt_opinion": lambda o: act.adopt_opinion(
            o.pk, council=council, adopted_on=HEARD.date(), by=cast.he, at=REPORTED
        ),
        "hand_opinion": lambda o: act.hand_opinion(o.pk, **new, **fang),
        "plan_opinion": lambda o: handle.plan_opinion(o.pk, text="方案", **feng),
        "send_for_comment": lambda o: handle.send_for_comment(o.pk, text="情况", **feng),
        "comment_opinion": lambda o: handle.comment_opinion(o.pk, text="同意", **fang),
        "report_opinion": lambda o: hand.report(o, cast),
        "ballot_opinion": lambda o: review.ballot_opinion(
            o.pk, meeting=sitting, rule_code="satisfaction", mode="paper", **fang
        ),
        "pass_opinion": lambda o: review.pass_opinion(o.pk, text="通过", **fang),
        "fail_opinion": lambda o: hand.again(o, cast, JULY),
    }

    def arrange(state):
        opinion = hand.MAKE[state](cast, register)
        # So that the body's verbs are refused for the state and not for the person.
        DeliberationOpinion.objects.filter(pk=opinion.pk).update(unit=cast.transport)
        return opinion

    walk_every_edge(OPINION_FLOW, arrange=arrange, acts=acts)


def test_clocks_and_who_hears(cast, register):
    opinion = hand.drafted(cast, register)
    assert (running(opinion), told("advice_drafted")) == (["opinion_draft"], {cast.he.pk, cast.xu.pk})
    assert deadlines.clock_of("opinion_draft", opinion).due_on == date(2026, 3, 9)
    opinion = hand.handed(cast, register)
    assert (running(opinion), opinion.due_on) == (["opinion_plan", "opinion_report"], date(2026, 6, 10))
    assert told("advice_handed") == {cast.feng.pk, cast.chen.pk}
    handle.plan_opinion(opinion.pk, text="方案", by=cast.feng, at=HANDED)
    hand.send(opinion, cast)
    assert (running(opinion), told("advice_comment_asked")) == (["opinion_comment", "opinion_report"], {cast.fang.pk})
    handle.comment_opinion(opinion.pk, text="同意", by=cast.fang, at=REPORTED)
    hand.report(opinion, cast)
    assert (running(opinion), told("advice_reported")) == ([], {cast.he.pk, cast.xu.pk, cast.fang.pk})
    hand.again(opinion, cast, JULY)
    assert (running(opinion), told("advice_failed")) == (["opinion_report_set"], {cast.feng.pk, cast.chen.pk})


def test_the_audit_has_two_months_and_the_council_may_set_a_day(cast, register):
    facts = {"unit": cast.transport, "head": hand.HEAD, "by": cast.fang, "at": HANDED}
    audit = hand.adopted(cast, register)
    act.hand_opinion(audit.pk, number="1号", term="opinion_report_audit", **facts)
    agreed = hand.adopted(cast, register)
    for until in (None, date(2026, 3, 9)):
        with pytest.raises(Refused) as refusal:
            act.hand_opinion(agreed.pk, number="2号", term="opinion_report_set", until=until, **facts)
        assert refusal.value.field == "until"
    with pytest.raises(Refused) as refusal:
        act.hand_opinion(agreed.pk, number="1号", term="opinion_report", **facts)
    assert refusal.value.field == "number"
    act.hand_opinion(agreed.pk, number="2号", term="opinion_report_set", until=JULY, **facts)
    days = list(DeliberationOpinion.objects.order_by("pk").values_list("due_on", flat=True))
    assert days == [date(2026, 5, 11), JULY]


def test_late_only_with_a_reason_and_more_time_once(cast, register):
    opinion = hand.planned(cast, register)
    ask = {"reason": "管线迁改未完成。", "until": JULY}
    with pytest.raises(Refused, match="届满前"):
        delays.ask_opinion_delay(opinion.pk, **ask, by=cast.feng, at=LATE)
    delay = delays.ask_opinion_delay(opinion.pk, **ask, by=cast.feng, at=REPORTED)
    with pytest.raises(Refused, match="分管"):
        delays.grant_delay(delay.pk, by=cast.he, at=REPORTED)
    delays.grant_delay(delay.pk, by=cast.qian, at=REPORTED)
    opinion.refresh_from_db()
    assert (opinion.due_on, deadlines.clock_of("opinion_report", opinion).due_on) == (JULY, JULY)
    with pytest.raises(Refused, match="次数已经用完"):
        delays.ask_opinion_delay(opinion.pk, **{**ask, "until": date(2026, 9, 1)}, by=cast.feng, at=LATE)
    other = hand.writing(cast, register)
    with pytest.raises(Refused, match="逾期的原因") as refusal:
        hand.report(other, cast, at=LATE)
    assert refusal.value.field == "late_reason"
    hand.report(other, cast, at=LATE, late_reason="汛期停工。")
    assert other.papers.get(kind="report").late_reason == "汛期停工。"


def test_twice_not_passed_needs_further_measures(cast, register):
    opinion = hand.again(hand.reported(cast, register), cast, JULY)
    hand.send(opinion, cast)
    handle.comment_opinion(opinion.pk, text="同意", by=cast.fang, at=REPORTED)
    hand.report(opinion, cast)
    with pytest.raises(Refused, match="两次没有通过") as refusal:
        hand.again(opinion, cast, date(2026, 9, 30))
    assert refusal.value.field == "measures"
    failed = hand.again(opinion, cast, date(2026, 9, 30), measures="负责人向常委会作出说明。")
    assert (failed.failures, failed.round, failed.due_on) == (2, 3, date(2026, 9, 30))
    kinds = list(opinion.papers.values_list("kind", "round"))
    assert kinds[-3:] == [("report", 2), ("review", 2), ("measures", 2)]


def test_the_ballot_decides(cast, register):
    outcomes = {}
    for number, votes in ((31, ("满意", "满意", "不满意")), (32, ("不满意", "不满意", "满意"))):
        opinion, sitting = hand.reported(cast, register), hand.meeting(register, number=number)
        facts = {"meeting": sitting, "rule_code": "satisfaction", "mode": "secret"}
        ballot = review.ballot_opinion(opinion.pk, **facts, by=cast.he, at=REPORTED)
        with pytest.raises(Refused, match="已经安排测评"):
            review.ballot_opinion(opinion.pk, **facts, by=cast.he, at=REPORTED)
        with pytest.raises(Refused, match="还没有公布结果"):
            review.pass_opinion(opinion.pk, text="通过", by=cast.he, at=REPORTED)
        ballot_hand.opened(ballot, cast.he)
        for name, choice in zip(ballot_hand.COUNCIL, votes, strict=True):
            ballot_hand.cast_by(ballot, getattr(cast, name), choice)
        ballots.close_ballot(ballot.pk, by=cast.he, at=REPORTED)
        ballots.announce_ballot(ballot.pk, by=cast.he, at=REPORTED)
        outcomes[opinion.ballot_outcome()] = opinion
    with pytest.raises(Refused, match="请通过并销号"):
        hand.again(outcomes["pass"], cast, JULY)
    with pytest.raises(Refused, match="不能销号"):
        review.pass_opinion(outcomes["fail"].pk, text="通过", by=cast.he, at=REPORTED)
    assert review.pass_opinion(outcomes["pass"].pk, text="通过", by=cast.he, at=REPORTED).state == "struck"
    assert hand.again(outcomes["fail"], cast, JULY).state == "handed"


def test_not_struck_off_while_a_problem_from_it_is_open(cast, register):
    opinion = hand.reported(cast, register)
    problem = ledger_hand.claimed(cast, source=opinion, source_words="")
    assert (problem.source_words, list(opinion.papers.filter(kind="review"))) == (str(opinion), [])
    with pytest.raises(Refused, match="还有1件没有销号"):
        review.pass_opinion(opinion.pk, text="通过", by=cast.fang, at=REPORTED)
    problem_closing.strike_problem(problem.pk, outcome="已核实", by=cast.fang, at=REPORTED)
    review.pass_opinion(opinion.pk, text="通过", by=cast.fang, at=REPORTED)


def test_who_may_not_and_what_is_refused(cast, register):
    for person in (cast.feng, cast.lin, cast.zhao, cast.luo, cast.stranger):
        with pytest.raises(Refused):
            hand.drafted(cast, register, by=person)
    for facts, field in (
        ({"title": " "}, "title"),
        ({"text": ""}, "text"),
        ({"meeting": hand.meeting(register, "council", 50)}, "meeting"),
        ({"heard_on": date(2026, 3, 3)}, "heard_on"),
    ):
        with pytest.raises(Refused) as refusal:
            hand.drafted(cast, register, **facts)
        assert refusal.value.field == field
    opinion = hand.drafted(cast, register)
    adopt = {"council": hand.meeting(register, "council", 50), "adopted_on": HEARD.date()}
    with pytest.raises(Refused, match="办事机构"):
        act.adopt_opinion(opinion.pk, **adopt, by=cast.fang, at=HEARD)
    with pytest.raises(Refused) as refusal:
        act.adopt_opinion(opinion.pk, **{**adopt, "adopted_on": date(2026, 3, 1)}, by=cast.he, at=HEARD)
    assert refusal.value.field == "adopted_on"
    unplanned = hand.handed(cast, register)
    with pytest.raises(Refused, match="先报送研究处理方案"):
        hand.send(unplanned, cast)


def test_who_finds_it(cast, register):
    opinion = hand.adopted(cast, register)

    def finders():
        people = ("fang", "he", "zhao", "luo", "feng", "chen", "wu", "sun", "zhou", "wei", "stranger")
        return {name for name in people if DeliberationOpinion.objects.visible_to(getattr(cast, name)).exists()}

    house = {"fang", "he", "zhao", "luo"}
    assert finders() == house
    facts = {"unit": cast.transport, "head": hand.HEAD, "number": "1号", "term": "opinion_report"}
    act.hand_opinion(opinion.pk, **facts, by=cast.fang, at=HANDED)
    assert finders() == house | {"feng", "chen"}
    publishing.publish_opinion(opinion.pk, by=cast.he, at=HANDED)
    assert finders() == house | {"feng", "chen", "zhou"}
    assert told("advice_published") == {cast.lin.pk, cast.zhou.pk, cast.deng.pk}


def test_under_one_number_each_body_has_its_own_plan_report_and_clock(cast, register):
    first = hand.handed(cast, register, others=[cast.education])
    other = first.shares.get()
    assert (other.number, other.text, other.due_on) == (first.number, first.text, first.due_on)
    with pytest.raises(Refused, match="由被监督单位"):
        handle.plan_opinion(other.pk, text="甲", by=cast.feng, at=HANDED)
    handle.plan_opinion(other.pk, text="乙", by=cast.wu, at=HANDED)
    clocks = {row.pk: {clock.kind for clock in deadlines.clocks_of(row) if clock.is_open} for row in (first, other)}
    assert clocks == {first.pk: {"opinion_plan", "opinion_report"}, other.pk: {"opinion_report"}}
    sent = hand.send(handle.plan_opinion(first.pk, text="丙", by=cast.feng, at=HANDED), cast)
    other.refresh_from_db()
    assert (sent.state, other.state) == ("commenting", "handed")
    seen = {user: set(DeliberationOpinion.objects.visible_to(user)) for user in (cast.feng, cast.wu)}
    assert seen == {cast.feng: {first}, cast.wu: {other}}
    with pytest.raises(Refused, match="同一机关只选一次"):
        hand.handed(cast, register, others=[cast.transport])
    with pytest.raises(Refused, match="同一文号"):
        hand.handed(cast, register, number=first.number)


def test_taken_off_the_public_page_with_a_reason_that_stays(cast, register):
    first = hand.handed(cast, register, others=[cast.education])
    public = DeliberationOpinion.objects.public()
    with pytest.raises(Refused, match="没有公开"):
        publishing.unpublish_opinion(first.pk, reason="数据有误", by=cast.he, at=HANDED)
    publishing.publish_opinion(first.pk, by=cast.he, at=HANDED)
    assert public.count() == 2
    with pytest.raises(Refused, match="请写明撤下的理由"):
        publishing.unpublish_opinion(first.pk, reason=" ", by=cast.he, at=HANDED)
    for person in (cast.fang, cast.feng, cast.luo, cast.lin):
        with pytest.raises(Refused, match="办事机构"):
            publishing.unpublish_opinion(first.pk, reason="数据有误", by=person, at=HANDED)
    publishing.unpublish_opinion(first.shares.get().pk, reason="数据有误", by=cast.he, at=HANDED)
    assert not public.exists()
    assert {paper.text for row in first.family() for paper in row.papers.filter(kind="withdrawn")} == {"数据有误"}
    told = Notice.objects.filter(kind="supervision.advice_unpublished").values_list("recipient", flat=True)
    assert {cast.feng.pk, cast.wu.pk, cast.fang.pk} <= set(told)
    publishing.publish_opinion(first.pk, by=cast.he, at=HANDED)
    assert public.count() == 2
