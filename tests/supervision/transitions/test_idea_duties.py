"""A deputy's idea in the performance file: once, only his own, struck when it is looked at again."""

from deputies.models import DutyEntry
from deputies.states import DutyState
from supervision.transitions import ideas
from tests.supervision import plan_hand as hand
from tests.supervision.plan_hand import AT


def test_a_deputys_idea_enters_his_file_when_it_is_taken_into_the_plan(cast, register):
    topic = hand.topic_of(hand.drafted(cast))
    his, members = hand.put(cast.lin), hand.put(cast.luo, title="另一条")
    assert not DutyEntry.objects.exists()
    facts = {"topic": topic, "answer": "", "by": cast.he, "at": AT}
    for idea in (his, members):
        ideas.take_topic_idea(idea, **facts)
    entry = DutyEntry.objects.get()
    assert (entry.deputy, entry.kind.code, entry.state) == (register.lin.deputy, "public_feeling", DutyState.CONFIRMED)
    ideas.reconsider_topic_idea(his, reason="计划调整", by=cast.he, at=AT)
    assert DutyEntry.objects.get().state == DutyState.STRUCK
    ideas.take_topic_idea(his, **facts)
    assert sorted(DutyEntry.objects.values_list("state", flat=True)) == [DutyState.CONFIRMED, DutyState.STRUCK]
