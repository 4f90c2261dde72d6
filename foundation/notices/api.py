"""Telling people. Called on a transition's last line, inside its transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Model

from foundation.accounts.models import User
from foundation.notices.inserting import insert_new
from foundation.notices.models import DeliveryWindow, Notice, NoticeKind, OutboxMail, Preference
from foundation.notices.models.kind import Delivery
from foundation.notices.registry import kind_of

TITLE_LENGTH = 200
COLUMNS = (
    "recipient",
    "kind",
    "cause",
    "subject_type",
    "subject_id",
    "title",
    "body",
    "url",
    "urgent",
    "sent_by",
    "for_digest",
    "created_at",
)

# Copied inside the database: the texts of a morning with thousands of reminders need not travel twice.
_COPY = f"""
INSERT INTO {OutboxMail._meta.db_table} (recipient_id, kind, cause, address, subject, body, urgent, not_before, state,
    attempts, next_try_at, last_error, created_at)
SELECT notice.recipient_id, kind, cause, email, title,
    coalesce(nullif(body, ''), title) || CASE WHEN url = '' THEN '' ELSE %(link)s || url END,
    urgent, start.moment, 'waiting', 0, start.moment, '', %(at)s
FROM {Notice._meta.db_table} AS notice
JOIN {User._meta.db_table} AS person ON person.id = notice.recipient_id
CROSS JOIN LATERAL (SELECT CASE WHEN urgent THEN %(at)s ELSE %(opening)s END AS moment) AS start
WHERE notice.id = ANY(%(notices)s) AND email <> '' ORDER BY notice.id
ON CONFLICT DO NOTHING
"""


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
    messages = {person: Message(person, kind, title, cause, body, url, about, urgent, sender) for person in people}
    return [_written(pk, messages[person], at) for pk, person, _ in _insert(list(messages.values()), at)]


def tell_many(messages: Sequence[Message], *, at: datetime) -> list[int]:
    """Many different messages in a constant number of queries, by the rules of `tell`; keys of the new notices."""
    return [pk for pk, _, _ in _insert(messages, at)]


@transaction.atomic
def _insert(messages: Sequence[Message], at: datetime) -> list[tuple[int, int, str]]:
    """(key, recipient, kind) of each new notice."""
    for key in {message.kind for message in messages}:
        kind_of(key)
    people = {message.recipient for message in messages}
    here = set(User.objects.filter(pk__in=people, is_active=True).values_list("pk", flat=True))
    living = [message for message in messages if message.recipient in here]
    wishes = _wishes(living)
    new = insert_new(Notice, COLUMNS, [_row(m, wishes, at) for m in living], returning=("id", "recipient", "kind"))
    _post([pk for pk, person, kind in new if wishes[person, kind] == Delivery.NOW], at)
    return new


def _written(pk: int, message: Message, at: datetime) -> Notice:
    """The new row without asking the database for it; what is not known here is fetched when somebody looks."""
    subject_type, subject_id = message.subject or (None, "")
    known = {"id": pk, "recipient_id": message.recipient, "kind": message.kind, "cause": message.cause}
    known |= {"subject_type_id": subject_type, "subject_id": subject_id, "title": message.title[:TITLE_LENGTH]}
    known |= {"body": message.body, "url": message.url, "urgent": message.urgent, "sent_by_id": message.by}
    known |= {"created_at": at}
    names = [field.attname for field in Notice._meta.concrete_fields if field.attname in known]
    return Notice.from_db(connection.alias, names, [known[name] for name in names])


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


def _row(message: Message, wishes: dict[tuple[int, str], str], at: datetime) -> tuple[Any, ...]:
    """The values of COLUMNS."""
    subject_type, subject_id = message.subject or (None, "")
    for_digest = wishes[message.recipient, message.kind] == Delivery.DIGEST
    title = message.title[:TITLE_LENGTH]
    about = (subject_type, subject_id, title, message.body, message.url)
    return (message.recipient, message.kind, message.cause, *about, message.urgent, message.by, for_digest, at)


def _post(notices: Sequence[int], at: datetime) -> None:
    """Puts copies of these notices into the outbox, for those who have an address."""
    if not notices:
        return
    opening, link = DeliveryWindow.objects.next_moment(at), f"\n\n请登录办理：{settings.PORTAL_ADDRESS}"
    with connection.cursor() as cursor:
        cursor.execute(_COPY, {"notices": list(notices), "at": at, "opening": opening, "link": link})


def mail_stranger(*, kind: str, cause: str, subject: str, body: str, at: datetime) -> None:
    """A mail to somebody without an account, in the caller's transaction; once for each `cause`.

    Its address is asked for when it leaves (`registry.register_addressee`). `subject` and `body` lie open in the
    outbox: they hold no personal datum and no word of what was sent in.
    """
    kind_of(kind)
    moment = DeliveryWindow.objects.next_moment(at)
    facts = {"not_before": moment, "next_try_at": moment, "created_at": at}
    row = OutboxMail(kind=kind, cause=cause, subject=subject[:TITLE_LENGTH], body=body, **facts)
    OutboxMail.objects.bulk_create([row], ignore_conflicts=True)
