"""One mail a day instead of many (F80): what a person has not read of the kinds that may wait."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from foundation.notices.models import DeliveryWindow, Notice, OutboxMail
from foundation.notices.once import once

KIND = "notices.digest"


def send_digests(*, at: datetime) -> int:
    """Writes the digests of the day of `at` into the outbox, once a day whoever starts it; answers to how many."""
    made: list[OutboxMail] = []
    once(KIND, timezone.localdate(at).isoformat(), lambda: made.extend(_make(at)), at=at)
    return len(made)


def _make(at: datetime) -> list[OutboxMail]:
    waiting = Notice.objects.filter(for_digest=True).select_for_update(of=("self",), no_key=True)
    by_person: dict[int, list[Notice]] = {}
    for notice in waiting.select_related("recipient").order_by("recipient", "created_at", "pk"):
        by_person.setdefault(notice.recipient_id, []).append(notice)
    opening = DeliveryWindow.objects.next_moment(at)
    mails = [mail for notices in by_person.values() if (mail := _digest(notices, opening, at))]
    OutboxMail.objects.bulk_create(mails, ignore_conflicts=True)
    Notice.objects.filter(pk__in=[n.pk for notices in by_person.values() for n in notices]).update(for_digest=False)
    return mails


def _digest(notices: Sequence[Notice], opening: datetime, at: datetime) -> OutboxMail | None:
    unread = [notice for notice in notices if notice.read_at is None]
    person = notices[0].recipient
    if not unread or not person.email or not person.is_active:
        return None
    day = timezone.localdate(at)
    lines = "\n".join(f"{n}. {notice.title}" for n, notice in enumerate(unread, 1))
    link = f"{settings.PORTAL_ADDRESS}{reverse('notices:inbox')}"
    return OutboxMail(
        recipient=person,
        kind=KIND,
        cause=f"{KIND}:{day}",
        address=person.email,
        subject=f"{day:%Y年%m月%d日}消息汇总：{len(unread)} 条未读",
        body=f"{person}同志：\n\n您有 {len(unread)} 条未读消息：\n{lines}\n\n请登录查看：{link}",
        not_before=opening,
        next_try_at=opening,
        created_at=at,
    )
