"""Telling people. Called on a transition's last line, inside its transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model

from foundation.notices.models import DeliveryWindow, Notice, NoticeKind, OutboxMail, Preference
from foundation.notices.models.kind import Delivery
from foundation.notices.registry import kind_of

TITLE_LENGTH = 200


@dataclass(frozen=True)
class Message:
    """One message to one person; `subject` is (content type key, object key) or None."""

    recipient: int
    kind: str
    title: str
    cause: str
    body: str = ""
    url: str = ""
    subject: tuple[int, str] | None = None
    urgent: bool = False
    by: int | None = None


def tell(
    recipients: Iterable[Any],
    *,
    kind: str,
    subject: Model | None,
    title: str,
    body: str = "",
    url: str = "",
    cause: str,
    at: datetime,
    urgent: bool = False,
    by: Any = None,
) -> list[Notice]:
    """Tells users (or their keys) once per (person, `cause`); answers the notices that are new.

    The inbox has it at once. Mail follows for those with an address, in working hours unless `urgent`. LookupError
    for a kind nobody registered.
    """
    about = (ContentType.objects.get_for_model(subject).pk, str(subject.pk)) if subject is not None else None
    people = dict.fromkeys(getattr(person, "pk", person) for person in recipients if person is not None)
    sender = getattr(by, "pk", by)
    return tell_many([Message(p, kind, title, cause, body, url, about, urgent, sender) for p in people], at=at)


@transaction.atomic
def tell_many(messages: Sequence[Message], *, at: datetime) -> list[Notice]:
    """Many different messages in a constant number of queries; the rules are those of `tell`."""
    for key in {message.kind for message in messages}:
        kind_of(key)
    if not messages:
        return []
    people = {message.recipient for message in messages}
    addresses = dict(get_user_model().objects.filter(pk__in=people, is_active=True).values_list("pk", "email"))
    living = [message for message in messages if message.recipient in addresses]
    wishes = _wishes(living)
    fresh = _insert([_notice(message, wishes, at) for message in living])
    _post([message for message in living if (message.recipient, message.cause) in fresh], addresses, wishes, at)
    return list(fresh.values())


def _wishes(messages: Sequence[Message]) -> dict[tuple[int, str], str]:
    """How each (person, kind) gets mail: the person's wish, else the office's row, else the registered default."""
    keys, people = {message.kind for message in messages}, {message.recipient for message in messages}
    rows = NoticeKind.objects.in_bulk(keys)
    kinds = {key: rows.get(key) or kind_of(key) for key in keys}
    optional = [key for key, kind in kinds.items() if not kind.statutory]
    wanted = Preference.objects.filter(user__in=people, kind__in=optional)
    own = {(user, kind): delivery for user, kind, delivery in wanted.values_list("user_id", "kind_id", "delivery")}
    return {
        (message.recipient, message.kind): own.get((message.recipient, message.kind), kinds[message.kind].delivery)
        for message in messages
    }


def _notice(message: Message, wishes: dict[tuple[int, str], str], at: datetime) -> Notice:
    subject_type, subject_id = message.subject or (None, "")
    return Notice(
        recipient_id=message.recipient,
        kind=message.kind,
        cause=message.cause,
        subject_type_id=subject_type,
        subject_id=subject_id,
        title=message.title[:TITLE_LENGTH],
        body=message.body,
        url=message.url,
        urgent=message.urgent,
        sent_by_id=message.by,
        for_digest=wishes[message.recipient, message.kind] == Delivery.DIGEST,
        created_at=at,
    )


def _insert(notices: list[Notice]) -> dict[tuple[int, str], Notice]:
    """Inserts what is not there yet; (recipient, cause) → the new notice, with its key."""
    last = Notice.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    Notice.objects.bulk_create(notices, ignore_conflicts=True, batch_size=2000)
    # The database does not say which rows it skipped; those written just now have keys above the last one before.
    rows = Notice.objects.filter(
        pk__gt=last, recipient__in={n.recipient_id for n in notices}, cause__in={n.cause for n in notices}
    )
    keys = {(person, cause): pk for pk, person, cause in rows.values_list("pk", "recipient_id", "cause")}
    fresh = {}
    for notice in notices:
        notice.pk = keys.get((notice.recipient_id, notice.cause))
        if notice.pk:
            notice._state.adding = False
            fresh[notice.recipient_id, notice.cause] = notice
    return fresh


def _post(messages: Sequence[Message], addresses: dict[int, str], wishes: dict, at: datetime) -> None:
    """Puts mail into the outbox for those who have an address and want it now."""
    opening = DeliveryWindow.objects.next_moment(at)
    mails = [
        _mail(message, addresses[message.recipient], at if message.urgent else opening, at)
        for message in messages
        if addresses[message.recipient] and wishes[message.recipient, message.kind] == Delivery.NOW
    ]
    if mails:
        OutboxMail.objects.bulk_create(mails, ignore_conflicts=True, batch_size=2000)


def _mail(message: Message, address: str, not_before: datetime, at: datetime) -> OutboxMail:
    link = f"\n\n请登录办理：{settings.PORTAL_ADDRESS}{message.url}" if message.url else ""
    return OutboxMail(
        recipient_id=message.recipient,
        kind=message.kind,
        cause=message.cause,
        address=address,
        subject=message.title[:TITLE_LENGTH],
        body=f"{message.body or message.title}{link}",
        urgent=message.urgent,
        not_before=not_before,
        next_try_at=not_before,
        created_at=at,
    )
