"""What is told of ballots. Nobody hears who has voted, and nobody is told of a single vote."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from supervision.models import Ballot
from supervision.notices.matrix import tell


def voters_of(ballot: Ballot) -> set[int]:
    """Those present who vote on their own device."""
    return set(ballot.electors.filter(is_present=True, on_paper=False).values_list("user", flat=True))


def electors_of(ballot: Ballot) -> set[int]:
    return set(ballot.electors.values_list("user", flat=True))


def runners_of(ballot: Ballot, at: datetime) -> set[int]:
    """The committee that runs it, or the clerks."""
    on = timezone.localdate(at)
    found = people_with(Role.CLERK, on=on)
    own = people_with(Role.COMMITTEE, ballot.committee, on=on) if ballot.committee else found
    return {ballot.planned_by_id, *own.values_list("pk", flat=True)}


def ballot_opened(ballot: Ballot, *, by: Any, at: datetime) -> None:
    """Papers are on the table; only those who vote on a device need a message."""
    people = voters_of(ballot) if ballot.boxes else set()
    if people:
        url = f"{ballot.get_absolute_url()}vote/"
        tell("ballot_opened", people, ballot, f"请表决：{ballot}", by=by, at=at, url=url)


def ballot_closed(ballot: Ballot, *, by: Any, at: datetime) -> None:
    body = "请两名工作人员分别清点纸质票。" if ballot.papers_issued else "可以公布结果。"
    tell("ballot_closed", runners_of(ballot, at), ballot, f"表决已结束：{ballot}", by=by, at=at, body=body)


def ballot_announced(ballot: Ballot, *, by: Any, at: datetime) -> None:
    people = electors_of(ballot) | runners_of(ballot, at)
    tell("ballot_announced", people, ballot, f"表决结果：{ballot}", by=by, at=at)


def ballot_void(ballot: Ballot, *, by: Any, at: datetime) -> None:
    people = electors_of(ballot) | runners_of(ballot, at)
    tell("ballot_void", people, ballot, f"表决无效：{ballot}", by=by, at=at, body=ballot.end_reason)


def ballot_cancelled(ballot: Ballot, *, by: Any, at: datetime) -> None:
    people = electors_of(ballot) | runners_of(ballot, at)
    tell("ballot_cancelled", people, ballot, f"表决取消：{ballot}", by=by, at=at, body=ballot.end_reason)


def reading_entered(ballot: Ballot, *, by: Any, at: datetime) -> None:
    title = f"请另一人清点纸质票：{ballot}"
    tell("reading_entered", runners_of(ballot, at), ballot, title, by=by, at=at)


def readings_differ(ballot: Ballot, counters: Iterable[Any], *, by: Any, at: datetime) -> None:
    """Both, also the one whose figures showed the difference: he sees it on the page."""
    title = f"两人清点不一致，请重新清点：{ballot}"
    tell("readings_differ", counters, ballot, title, by=by, at=at)
