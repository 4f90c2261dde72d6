"""Bulletins: put out to named deputies, read by them, the others reminded, taken back."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import Bulletin, BulletinCopy, Deputy, Mandate
from deputies.rules import may_issue_bulletin, may_keep_bulletin, may_read_bulletin, may_remind_bulletin, own_sources
from deputies.transitions._paper import day_of, filled, note
from foundation.workflow import Refused, lock


@transaction.atomic
def issue_bulletin(
    *,
    source: str,
    title: str,
    text: str,
    number: str = "",
    deputies: Iterable[Deputy] | None = None,
    by: Any,
    at: datetime,
) -> Bulletin:
    """Sends a bulletin to these deputies, without a choice to everybody who serves. Each of them hears.

    Refused: another body's name, a number that body has used, nobody to send it to, somebody without a seat.
    """
    on = day_of(at)
    may_issue_bulletin(by, on=on).require()
    if source not in own_sources(by, on):
        raise Refused("只能以本单位的名义发布通报，请重新选择通报单位。", "role", field="source")
    if number.strip() and Bulletin.objects.filter(source=source, number=number.strip(), withdrawn_at=None).exists():
        raise Refused("该单位已有这一期号的通报，请核对。", "input", field="number")
    serving = Mandate.objects.at_home().serving_on(on)
    seated = set(serving.order_by().values_list("deputy", flat=True))
    wanted = seated if deputies is None else {deputy.pk for deputy in deputies}
    if not wanted or wanted - seated:
        reason = "所选代表中有人已不在任，请重新选择。" if wanted else "没有可以发送的在任代表。"
        raise Refused(reason, "input", field="deputies")
    bulletin = Bulletin.objects.create(
        source=source,
        number=number.strip(),
        title=filled(title, "请填写标题。", "title"),
        text=filled(text, "请填写通报内容。", "text"),
        issued_by=by,
        issued_at=at,
    )
    BulletinCopy.objects.bulk_create(BulletinCopy(bulletin=bulletin, deputy_id=pk) for pk in sorted(wanted))
    note("issue_bulletin", bulletin, f"发布通报，发送{len(wanted)}名代表。", by=by, at=at, sent=len(wanted))
    notices.bulletin_issued(bulletin, by=by, at=at)
    return bulletin


@transaction.atomic
def read_bulletin(bulletin: Any, *, by: Any, at: datetime, version: int | None = None) -> Bulletin:
    """A deputy says that he has read it. Refused twice, and for who did not get it."""
    mine = lock(Bulletin, bulletin)
    may_read_bulletin(by, mine, on=day_of(at)).require()
    copy = mine.copies.select_for_update(of=("self",)).select_related("deputy").get(deputy__user=by)
    copy.read_at = at
    copy.save(update_fields=["read_at"])
    note("read_bulletin", mine, f"{copy.deputy.name}签阅。", by=by, at=at)
    return mine


@transaction.atomic
def remind_bulletin(bulletin: Any, *, by: Any, at: datetime, version: int | None = None) -> Bulletin:
    """Reminds those who have not read it and have an account; the names of the others stand on the page."""
    mine = lock(Bulletin, bulletin)
    may_remind_bulletin(by, mine, on=day_of(at)).require()
    waiting = set(mine.copies.filter(read_at__isnull=True).values_list("deputy__user", flat=True)) - {None}
    if not waiting:
        raise Refused("未签阅的代表都没有开通账号，请电话通知。", "state")
    mine.reminded_at = at
    mine.bump("reminded_at")
    note("remind_bulletin", mine, f"提醒{len(waiting)}名未签阅的代表。", by=by, at=at, reminded=len(waiting))
    notices.bulletin_unread(mine, waiting, by=by, at=at)
    return mine


@transaction.atomic
def withdraw_bulletin(bulletin: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Bulletin:
    """Takes back what was sent in error; the deputies see it no more and hear why."""
    mine = lock(Bulletin, bulletin, version=version)
    may_keep_bulletin(by, mine, on=day_of(at)).require()
    mine.withdrawal_reason = filled(reason, "请写明撤回的理由。", "reason")
    mine.withdrawn_at = at
    mine.bump("withdrawal_reason", "withdrawn_at")
    note("withdraw_bulletin", mine, f"撤回通报：{mine.withdrawal_reason}", by=by, at=at)
    notices.bulletin_withdrawn(mine, by=by, at=at)
    return mine
