"""Who tells the deputies, and who reads."""

from datetime import date
from typing import Any

from django.utils import timezone

from deputies.rules.register import KEEPERS, WHOLE_REGISTER
from deputies.states import SOURCE_OF_KIND, BulletinSource
from foundation.accounts.roles import UNIT_ROLES, Role
from foundation.workflow import Verdict, when

NOT_AN_ISSUER = "情况通报由代表联络工作机构，以及政府办公室、监察委员会、法院、检察院以本单位名义发布。"


def own_sources(user: Any, on: date) -> set[str]:
    """In whose name this person may put out a bulletin; all of them for the liaison office."""
    if not user.is_authenticated:
        return set()
    if user.has_role(*KEEPERS, on=on):
        return set(BulletinSource.values)
    posts = [post for post in user.memberships_on(on) if post.role in (*UNIT_ROLES, Role.GOVERNMENT_OFFICE)]
    kinds = {post.organisation.kind for post in posts if post.organisation_id}
    return {str(source) for kind, source in SOURCE_OF_KIND.items() if kind in kinds}


def may_issue_bulletin(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    return when(own_sources(user, on or timezone.localdate()), NOT_AN_ISSUER, "role")


def may_keep_bulletin(user: Any, bulletin: Any, *, on: date) -> Verdict:
    """The liaison office, and the body in whose name it was put out."""
    return when(bulletin.source in own_sources(user, on), "该通报由发布单位和代表联络工作机构办理。", "role") & when(
        not bulletin.is_withdrawn, "该通报已经撤回。"
    )


def may_remind_bulletin(user: Any, bulletin: Any, *, on: date) -> Verdict:
    """Once a day, while somebody has not read it."""
    reminded = bulletin.reminded_at and timezone.localdate(bulletin.reminded_at) >= on
    return (
        may_keep_bulletin(user, bulletin, on=on)
        & when(bulletin.copies.filter(read_at__isnull=True).exists(), "收到通报的代表都已签阅。")
        & when(not reminded, "今天已经提醒过，请明天再提醒。", "date")
    )


def may_read_bulletin(user: Any, bulletin: Any, *, on: date) -> Verdict:
    """A deputy to whom it was sent, once."""
    copy = bulletin.copies.filter(deputy__user=user).first() if user.is_authenticated else None
    return (
        when(copy is not None, "这份通报由收到的代表本人签阅。", "role")
        & when(not bulletin.is_withdrawn, "该通报已经撤回，不必签阅。")
        & when(copy is None or copy.read_at is None, "您已签阅这份通报。")
    )


def may_open_bulletin(user: Any, bulletin: Any) -> Verdict:
    """Asked of its files: whoever finds it in his list."""
    seen = user.is_authenticated and type(bulletin)._default_manager.visible_to(user).filter(pk=bulletin.pk).exists()
    return when(seen, "该通报仅供收到的代表、发布单位和人大机关查阅。", "role")


def may_list_bulletins(user: Any) -> Verdict:
    """Deputies, the house and the issuing bodies."""
    on = timezone.localdate()
    reads = user.is_authenticated and (user.has_role(*WHOLE_REGISTER, Role.DEPUTY, on=on) or own_sources(user, on))
    return when(reads, "情况通报由代表、人大机关和发布单位查阅。", "role")
