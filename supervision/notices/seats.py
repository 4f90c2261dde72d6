"""What is told of recalls and by-elections: a recall to the office, the leaders and the deputy himself, nobody else."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation import deadlines
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.web.chinese import date_text
from supervision.models import ByElection, Recall
from supervision.notices.matrix import tell
from supervision.rules.house import LEADERS


def _house(at: datetime) -> set[int]:
    """The liaison clerks and the leaders."""
    return set(people_with((Role.CLERK, *LEADERS), on=timezone.localdate(at)).values_list("pk", flat=True))


def _deputy(recall: Recall) -> set[int]:
    user = recall.mandate.deputy.user_id
    return {user} if user else set()


def _clerks(at: datetime) -> set[int]:
    return set(people_with(Role.CLERK, on=timezone.localdate(at)).values_list("pk", flat=True))


def count_entered(case: Recall | ByElection, *, by: Any, at: datetime) -> None:
    """The other clerks: one of them enters the figures once more, without having seen the first."""
    body = "已有一人登记票数。请按计票记录独立登记，互不查看，两人一致后得出结果。"
    tell("seat_count_entered", _clerks(at), case, f"请登记票数：{case}", by=by, at=at, body=body)


def counts_differ(case: Recall | ByElection, people: Iterable[int], *, by: Any, at: datetime) -> None:
    """Whoever entered them first; the second one is told on the spot."""
    body = "两份登记都已保留。请按计票记录重新核对，再由两人分别登记。"
    tell("seat_counts_differ", set(people), case, f"票数登记不一致：{case}", by=by, at=at, body=body)


def recall_received(recall: Recall, *, by: Any, at: datetime) -> None:
    title = f"收到罢免要求，请审核：{recall}"
    tell("recall_received", _house(at), recall, title, by=by, at=at, body=f"联名选民{recall.signatures}人。")


def recall_accepted(recall: Recall, *, by: Any, at: datetime) -> None:
    """The deputy: the demand itself, and what he may do about it."""
    body = "罢免要求已送您本人。您有权在选民会议上提出申辩意见，也可以书面提出，请在本页填写或者交代表联络工作机构。"
    if clock := deadlines.clock_of("recall_defence", recall):
        body += f"书面申辩请在{date_text(clock.due_on)}前提出。"
    tell("recall_own", _deputy(recall), recall, "收到对您的罢免要求", by=by, at=at, body=body)
    tell("recall_moved", _house(at), recall, f"罢免要求已受理：{recall}", by=by, at=at)


def recall_defended(recall: Recall, *, by: Any, at: datetime) -> None:
    tell("recall_moved", _house(at), recall, f"代表提出申辩意见：{recall}", by=by, at=at)


def recall_circulated(recall: Recall, *, by: Any, at: datetime) -> None:
    body = f"{date_text(recall.vote_on)}表决，由{recall.presided_by}主持。"
    tell("recall_own", _deputy(recall), recall, "罢免要求已印发选民", by=by, at=at, body=body)
    tell("recall_moved", _house(at), recall, f"罢免要求已印发选民：{recall}", by=by, at=at, body=body)


def recall_counted(recall: Recall, outcome: str, *, by: Any, at: datetime) -> None:
    tell("recall_own", _deputy(recall), recall, "罢免要求的表决结果", by=by, at=at, body=outcome)
    tell("recall_moved", _house(at), recall, f"表决结果：{recall}", by=by, at=at, body=outcome)


def recall_stopped(recall: Recall, *, known: bool, by: Any, at: datetime) -> None:
    """The deputy only where he had heard of it."""
    body = recall.get_ground_display()
    if known:
        tell("recall_own", _deputy(recall), recall, "对您的罢免程序已终止", by=by, at=at, body=body)
    tell("recall_moved", _house(at), recall, f"罢免程序终止：{recall}", by=by, at=at, body=body)


def recall_announced(recall: Recall, *, by: Any, at: datetime) -> None:
    body = f"{recall.announcement_no}，{date_text(recall.announced_on)}。"
    tell("recall_own", _deputy(recall), recall, "罢免公告", by=by, at=at, body=body)
    tell("recall_moved", _house(at), recall, f"罢免已公告：{recall}", by=by, at=at, body=body)


def by_election_moved(election: ByElection, words: str, *, by: Any, at: datetime) -> None:
    """The office, the leaders, and the clerks of the township or street."""
    people = _house(at)
    if (area := election.constituency.area) and area.organisation_id:
        clerks = people_with(Role.TOWNSHIP_CLERK, area.organisation_id, on=timezone.localdate(at))
        people |= set(clerks.values_list("pk", flat=True))
    tell("by_election_moved", people, election, f"补选进展：{election}", by=by, at=at, body=words)
