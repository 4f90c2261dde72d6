"""What is told of deliberation opinions."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from deputies.models import Mandate
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from supervision.models import DeliberationOpinion
from supervision.notices.matrix import tell
from supervision.notices.problems import followers, unit_people


def clerks(at: datetime) -> set[int]:
    return set(people_with(Role.CLERK, on=timezone.localdate(at)).values_list("pk", flat=True))


def drafted(opinion: DeliberationOpinion, *, by: Any, at: datetime) -> None:
    title = f"审议意见待提请主任会议：{opinion}"
    tell("advice_drafted", clerks(at) | followers(opinion, at), opinion, title, by=by, at=at)


def adopted(opinion: DeliberationOpinion, *, by: Any, at: datetime) -> None:
    title = f"主任会议已通过，请交办审议意见：{opinion}"
    tell("advice_adopted", followers(opinion, at), opinion, title, by=by, at=at)


def handed(opinion: DeliberationOpinion, *, by: Any, at: datetime) -> None:
    title = f"交来审议意见，请研究处理：{opinion}"
    body = f"{opinion.number}。请先报送研究处理方案，{opinion.due_on:%Y-%m-%d}前书面报告处理情况。"
    tell("advice_handed", unit_people(opinion.unit, at), opinion, title, by=by, at=at, body=body)


def planned(opinion: DeliberationOpinion, *, by: Any, at: datetime) -> None:
    title = f"{opinion.unit}报送研究处理方案：{opinion}"
    tell("advice_planned", followers(opinion, at), opinion, title, by=by, at=at)


def sent_for_comment(opinion: DeliberationOpinion, *, by: Any, at: datetime) -> None:
    title = f"处理报告征求意见：{opinion}"
    tell("advice_comment_asked", followers(opinion, at), opinion, title, by=by, at=at)


def commented(opinion: DeliberationOpinion, words: str, *, by: Any, at: datetime) -> None:
    title = f"{opinion.committee}对处理报告的意见：{opinion}"
    people = unit_people(opinion.unit, at)
    tell("advice_commented", people, opinion, title, by=by, at=at, body=words)


def reported(opinion: DeliberationOpinion, *, by: Any, at: datetime) -> None:
    title, body = f"{opinion.unit}报送处理情况的报告：{opinion}", "请安排常委会审议、测评。"
    tell("advice_reported", clerks(at) | followers(opinion, at), opinion, title, by=by, at=at, body=body)


def passed(opinion: DeliberationOpinion, words: str, *, by: Any, at: datetime) -> None:
    title = f"审议意见已销号：{opinion}"
    tell("advice_passed", unit_people(opinion.unit, at), opinion, title, by=by, at=at, body=words)


def failed(opinion: DeliberationOpinion, words: str, more: str, *, by: Any, at: datetime) -> None:
    """The body; from the second time on the leader in charge of it too."""
    title = f"处理情况没有通过，请重新办理：{opinion}"
    people = unit_people(opinion.unit, at)
    if more and opinion.unit and opinion.unit.leader_in_charge_id:
        people.add(opinion.unit.leader_in_charge_id)
    body = f"{words}{more}请于{opinion.due_on:%Y-%m-%d}前重新报告。"
    tell("advice_failed", people, opinion, title, by=by, at=at, body=body)


def unpublished(opinion: DeliberationOpinion, why: str, *, by: Any, at: datetime) -> None:
    """The body, the committee and the office: whoever is asked why it is gone."""
    people = clerks(at) | followers(opinion, at) | unit_people(opinion.unit, at)
    tell("advice_unpublished", people, opinion, f"审议意见已撤下公开：{opinion}", by=by, at=at, body=why)


def published(opinion: DeliberationOpinion, *, by: Any, at: datetime) -> None:
    """All deputies in office (监督法第十七条)."""
    seats = Mandate.objects.filter(term__is_current=True).at_home().serving_on(timezone.localdate(at))
    people = seats.filter(deputy__user__isnull=False).order_by().values_list("deputy__user", flat=True)
    tell("advice_published", set(people), opinion, f"审议意见通报：{opinion}", by=by, at=at)
