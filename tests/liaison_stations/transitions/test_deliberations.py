"""Topical deliberations: called, held into the deputies' files, what was raised to its end, settled; who may not."""

import pytest

from deputies.models import DutyEntry
from foundation import deadlines
from foundation.notices.models import Notice
from foundation.workflow import Refused
from liaison_stations.models import CouncilOpinion, Deliberation
from liaison_stations.transitions import council_opinions, deliberations
from tests.liaison_stations.table_hand import AT, HELD, held, planned, raised


def told(kind):
    return set(Notice.objects.filter(kind=f"liaison_stations.{kind}").values_list("recipient", flat=True))


def test_from_the_call_to_what_became_of_it(cast, register, net):
    row = planned(cast, register, net)
    table = {cast.lin.pk, cast.zhou.pk, cast.feng.pk, cast.chen.pk}
    assert told("deliberation_planned") == table
    held(row, cast.jiang, absent="周建国")
    assert told("deliberation_held") == table | {cast.he.pk, cast.xu.pk}
    (entry,) = DutyEntry.objects.all()
    assert (entry.deputy, entry.kind.code, entry.title) == (
        register.lin.deputy,
        "forum",
        "参加专题议事：停车难怎么解决",
    )
    opinion = raised(row, cast.jiang)
    assert deadlines.clock_of("council_hand", opinion).organisation == cast.township
    assert told("council_raised") == {cast.wei.pk}
    with pytest.raises(Refused, match="还有1件意见没有反馈"):
        deliberations.close_deliberation(row.pk, result="完成", by=cast.jiang, at=HELD)
    council_opinions.hand_opinion(opinion.pk, body=cast.transport, by=cast.wei, at=HELD)
    council_opinions.answer_opinion(opinion.pk, answer="增设三十个车位。", by=cast.feng, at=HELD)
    assert told("council_answered") == {cast.wei.pk, cast.jiang.pk}
    council_opinions.close_opinion(opinion.pk, outcome="已告知居民。", by=cast.jiang, at=HELD)
    done = deliberations.close_deliberation(row.pk, result="车位已增设。", by=cast.jiang, at=HELD)
    assert (done.state, told("deliberation_closed")) == ("closed", table)


def test_who_may_not_and_what_is_refused(cast, register, net):
    for person in (cast.lin, cast.zhao, cast.feng, cast.stranger):
        with pytest.raises(Refused, match="本站的管理员"):
            planned(cast, register, net, by=person)
    for changes, field in (
        ({"deputies": []}, "deputies"),
        ({"topic": " "}, "topic"),
        ({"background": ""}, "background"),
    ):
        with pytest.raises(Refused) as refusal:
            planned(cast, register, net, **changes)
        assert refusal.value.field == field
    assert not Deliberation.objects.exists()
    row = planned(cast, register, net)
    with pytest.raises(Refused, match="还没有举行"):
        held(row, cast.jiang, at=AT)
    with pytest.raises(Refused, match="先登记议事情况"):
        raised(row, cast.jiang)
    deliberations.cancel_deliberation(row.pk, reason="代表出差", by=cast.wei, at=AT)
    assert cast.lin.pk in told("deliberation_cancelled")
    with pytest.raises(Refused, match="已取消"):
        held(row, cast.jiang)


def test_who_finds_it(cast, register, net):
    row = held(planned(cast, register, net), cast.jiang)
    raised(row, cast.jiang)
    people = ("jiang", "wei", "lin", "zhou", "deng", "he", "zhao", "luo", "feng", "wu", "stranger")
    for model in (Deliberation, CouncilOpinion):
        found = {name for name in people if model.objects.visible_to(getattr(cast, name)).exists()}
        assert found == {"jiang", "wei", "lin", "zhou", "he", "zhao", "luo", "feng"}
