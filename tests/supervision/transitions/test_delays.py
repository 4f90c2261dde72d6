"""More time: asked for before the last day with a reason, decided by the leader in charge, once."""

from datetime import date

import pytest

from foundation import deadlines
from foundation.notices.models import Notice
from foundation.workflow import Refused
from supervision.states.delay import DELAY_FLOW
from supervision.transitions import delays as act
from tests.flows import walk_every_edge
from tests.supervision import ledger_hand as hand
from tests.supervision.ledger_hand import AT, DUE, LATER

UNTIL = date(2026, 7, 31)


def asked(cast, problem=None, **facts):
    problem = problem or hand.planned(cast)
    known = {"reason": "管线迁改需等待批复。", "until": UNTIL, "by": cast.feng, "at": LATER}
    return act.ask_problem_delay(problem.pk, **{**known, **facts})


def told(kind):
    return set(Notice.objects.filter(kind=f"supervision.{kind}").values_list("recipient", flat=True))


def test_every_edge_and_no_other(cast, register):
    def arrange(state):
        delay = asked(cast)
        return delay if state == "asked" else acts[f"{'grant' if state == 'granted' else 'refuse'}_delay"](delay)

    acts = {
        "grant_delay": lambda d: act.grant_delay(d.pk, by=cast.qian, at=LATER),
        "refuse_delay": lambda d: act.refuse_delay(d.pk, words="工期可以压缩。", by=cast.qian, at=LATER),
    }
    walk_every_edge(DELAY_FLOW, arrange=arrange, acts=acts)


def test_granted_once_by_whoever_is_in_charge(cast, register):
    cast.transport.leader_in_charge = cast.qian
    cast.transport.save()
    delay = asked(cast)
    assert told("delay_asked") == {cast.qian.pk, cast.fang.pk}
    for person in (cast.zhao, cast.he, cast.fang, cast.feng):
        with pytest.raises(Refused, match="分管该单位"):
            act.grant_delay(delay.pk, by=person, at=LATER)
    with pytest.raises(Refused, match="等待决定"):
        asked(cast, delay.problem)
    act.grant_delay(delay.pk, by=cast.qian, at=LATER)
    clock = deadlines.clock_of("problem", delay.problem)
    delay.problem.refresh_from_db()
    assert (clock.due_on, delay.problem.due_on) == (UNTIL, UNTIL)
    assert told("delay_decided") == {cast.feng.pk, cast.chen.pk, cast.fang.pk}
    with pytest.raises(Refused, match="次数已经用完"):
        asked(cast, delay.problem, until=date(2026, 9, 1))


def test_what_is_refused(cast, register):
    problem = hand.planned(cast)
    with pytest.raises(Refused, match="届满前"):
        asked(cast, problem, at=AT.replace(month=6))
    for facts, field in (({"reason": " "}, "reason"), ({"until": DUE}, "until"), ({"until": None}, "until")):
        with pytest.raises(Refused) as refusal:
            asked(cast, problem, **facts)
        assert refusal.value.field == field
    with pytest.raises(Refused, match="被监督单位"):
        asked(cast, problem, by=cast.wu)
    delay = asked(cast, problem)
    with pytest.raises(Refused) as refusal:
        act.refuse_delay(delay.pk, words="", by=cast.qian, at=LATER)
    assert refusal.value.field == "words"
    hand.claim(problem, cast)
    delay.refresh_from_db()
    assert (delay.state, delay.note) == ("refused", "已申请销号。")
