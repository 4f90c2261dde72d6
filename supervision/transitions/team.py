"""Who takes part in a supervision."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from deputies.models import Deputy
from foundation.accounts.models import User
from foundation.workflow import Refused, lock
from supervision.models import TeamMember, Undertaking
from supervision.notices import inspection as notices
from supervision.rules import inspection as rules
from supervision.rules.house import LEADERS
from supervision.states.inspection import TeamRole
from supervision.transitions._beats import day_of, note

TWICE = {
    "team_member_once": ("该同志已在工作组中。", "person"),
    "team_one_head": ("工作组已有组长，请先变更原组长。", "role"),
}


@transaction.atomic
def join_team(
    pk: Any,
    *,
    role: str = TeamRole.MEMBER,
    person: User | None = None,
    deputy: Deputy | None = None,
    name: str = "",
    post: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> TeamMember:
    """A colleague with an account, a deputy, or an expert by name. Where the law asks it the head is a chair or
    vice-chair (监督法第三十三条; 第五十七条)."""
    row = lock(Undertaking, pk, version=version)
    rules.may_join_team(by, row, on=day_of(at)).require()
    if sum(map(bool, (person, deputy, name.strip()))) != 1:
        raise Refused("请在人大机关人员、代表和其他人员中选择或者填写一位。", "input", field="person")
    if role == TeamRole.HEAD and row.kind.head_is_leader:
        _check_head(person, day_of(at))
    user = person or (deputy.user if deputy else None)
    seated = deputy or (Deputy.objects.filter(user=person).first() if person else None)
    member = TeamMember(undertaking=row, role=role, user=user, deputy=seated, post=post.strip()[:80])
    member.name = (person.name if person else deputy.name if deputy else name.strip())[:40]
    member.added_by, member.added_at = by, at
    _save(member)
    note("join_team", row, f"{member.name}参加，任{member.get_role_display()}。", by=by, at=at, visibility="office")
    notices.joined(member, by=by, at=at)
    return member


@transaction.atomic
def leave_team(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> TeamMember:
    """No longer takes part; what he did stays."""
    member = lock(TeamMember, pk)
    rules.may_leave_team(by, member, on=day_of(at)).require()
    member.left_at = at
    member.save(update_fields=["left_at"])
    note("leave_team", member.undertaking, f"{member.name}退出工作组。", by=by, at=at, visibility="office")
    return member


def _check_head(person: User | None, on: date) -> None:
    if person is None or not person.has_role(*LEADERS, on=on):
        raise Refused("组长由主任或者副主任担任，请从中选择。", "input", field="role")


def _save(member: TeamMember) -> None:
    try:
        with transaction.atomic():
            member.save(force_insert=True)
    except IntegrityError as error:
        for constraint, (sentence, field) in TWICE.items():
            if constraint in str(error):
                raise Refused(sentence, "input", field=field) from error
        raise
