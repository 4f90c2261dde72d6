"""What is told of clues: to those named, nobody in their place, and only that something waits."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from foundation.accounts.models import User
from foundation.accounts.people import people_with
from foundation.notices import api
from supervision.models import Clue, ClueReader
from supervision.notices.matrix import MATRIX
from supervision.querysets.clues import name_hash
from supervision.rules.clues import in_person
from supervision.states.clues import ClueState

TITLE = "限定查阅清单中有一项工作待您办理"
BODY = "请本人登录后查看，不得转交他人。"


def handlers(on: Any) -> set[int]:
    """Accounts of the named handlers who may still open the list on that day."""
    rows = ClueReader.objects.handling(on).select_related("user")
    return {row.user_id for row in rows if row.user.is_active and in_person(row.user, on)}


def approvers(on: Any) -> set[int]:
    """Leaders the rule names; a vice-chair only when he is named as a reader too."""
    roles = set(Clue.approving(on).values_list("role", flat=True))
    people = list(people_with(roles, on=on)) if roles else []
    named = set(ClueReader.objects.in_force(on).values_list("user", flat=True))
    return {person.pk for person in people if person.pk in named or person.has_role("chair", on=on)}


def apart(people: Iterable[int], named_hashes: Iterable[str]) -> set[int]:
    """Those of them a clue is not about."""
    about = set(named_hashes)
    found = User.objects.filter(pk__in=people).values_list("pk", "name") if about else ((key, "") for key in people)
    return {key for key, name in found if not about or name_hash(name) not in about}


def waits(clue: Clue, *, by: Any, at: datetime) -> None:
    """Whoever takes the next step."""
    on = timezone.localdate(at)
    people = approvers(on) if clue.state == ClueState.EXAMINED else handlers(on)
    if clue.state in (ClueState.CLOSED, ClueState.DROPPED):
        people = handlers(on)
    cause = f"clue:{clue.pk}:{clue.version}"
    people = apart(people, clue.named_hashes)
    _tell("clue_waits", people - {clue.registered_by_id} if _first(clue) else people, TITLE, cause, by=by, at=at)


def named(reader: ClueReader, *, by: Any, at: datetime) -> None:
    title = f"您被指定为问题线索{reader.get_duty_display()}人员"
    _tell("clue_reader", [reader.user_id], title, f"clue-reader:{reader.pk}", by=by, at=at)


def _first(clue: Clue) -> bool:
    """Whoever registered it does not examine it."""
    return clue.state == ClueState.REGISTERED


def _tell(event: str, people: Iterable[int], title: str, cause: str, *, by: Any, at: datetime) -> None:
    kind, url = MATRIX[event].kind, reverse("supervision:clues-waiting")
    found = set(people) - {by.pk}
    api.tell(found, kind=kind, subject=None, title=title, body=BODY, url=url, cause=f"{kind}:{cause}", at=at, by=None)
