"""A deputy's idea that went into the plan stands in his performance file, unless it is looked at again."""

from datetime import datetime
from typing import Any

from deputies.models import Deputy
from deputies.transitions.record_duty import record_duty, strike_duty
from foundation.workflow import after
from supervision.models import TopicIdea
from supervision.states.solicitation import IdeaChannel
from supervision.transitions._beats import day_of

DUTY = "public_feeling"


@after("supervision.take_topic_idea")
def credit_idea(idea: TopicIdea, *, by: Any, at: datetime) -> None:
    """His own idea; what came of a suggestion or a letter is counted there."""
    own = idea.channel == IdeaChannel.DEPUTY and idea.suggestion_id is None and idea.letter_id is None
    deputy = Deputy.objects.filter(user=idea.put_by_id).first() if own else None
    if deputy:
        title = f"提出的监督议题建议列入年度监督计划：{idea}"
        record_duty(deputy, DUTY, on=day_of(idea.put_at), title=title, source=idea, by=by, at=at)


@after("supervision.reconsider_topic_idea")
def strike_idea(idea: TopicIdea, *, by: Any, at: datetime) -> None:
    strike_duty(idea, reason="议题建议重新研究。", by=by, at=at)
