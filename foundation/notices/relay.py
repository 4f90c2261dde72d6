"""The outbox leaves the house: claimed row by row, backed off, given up visibly."""

import smtplib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from foundation.notices.models import DeliveryWindow, Notice, OutboxMail
from foundation.notices.registry import Attachment, addressee_of, enclosure_of, recheck_of

log = structlog.get_logger(__name__)

# Minutes before the next attempt; after the last of them the mail is given up and shown to the operators.
BACKOFF = (1, 5, 15, 60, 240)
PERMANENT = range(500, 600)


class ServerAway(Exception):
    """The mail server does not answer: no mail is to blame, none is counted as tried."""


@dataclass
class RelayReport:
    """What one run did. `away` names the error when the mail server did not answer."""

    sent: int = 0
    retried: int = 0
    given_up: int = 0
    dropped: int = 0
    away: str = ""
    seen: list[int] = field(default_factory=list, repr=False)

    def __str__(self) -> str:
        away = f"，邮件服务器无应答：{self.away}" if self.away else ""
        return f"已发送 {self.sent}，稍后重试 {self.retried}，发送失败 {self.given_up}，已不必发送 {self.dropped}{away}"


def relay_due(at: datetime | None = None, limit: int = 500) -> RelayReport:
    """Sends up to `limit` mails that are due; outside the delivery window only the urgent ones.

    Each mail is one transaction that holds its row while it is being sent: two workers never take the same one, and a
    killed worker leaves it waiting. The mail may then go out again, under the same Message-ID.
    """
    at = at or timezone.now()
    report, connection = RelayReport(), get_connection()
    urgent_only = DeliveryWindow.objects.next_moment(at) > at
    try:
        while len(report.seen) < limit and _send_one(connection, at, urgent_only, report):
            pass
    except ServerAway as error:
        report.away = str(error)
        log.warning("notices.mail_server_away", error=report.away)
    finally:
        connection.close()
    return report


@transaction.atomic
def _send_one(connection: BaseEmailBackend, at: datetime, urgent_only: bool, report: RelayReport) -> bool:
    """Deals with the next mail due; False when there is none."""
    mail = _claim(at, urgent_only, report.seen)
    if mail is None:
        return False
    report.seen.append(mail.pk)
    recheck = recheck_of(mail.kind)
    # Of somebody without an account the address is known while the mail leaves, and never written down here.
    address = mail.address or _address_of(mail)
    if not address or (recheck and mail.pk in recheck([mail])):
        mail.state = OutboxMail.State.DROPPED
        report.dropped += 1
    else:
        _attempt(connection, mail, address, at, report)
    mail.save(update_fields=["state", "attempts", "next_try_at", "last_error", "sent_at"])
    return True


def _claim(at: datetime, urgent_only: bool, seen: list[int]) -> OutboxMail | None:
    due = OutboxMail.objects.due(at).exclude(pk__in=seen)
    due = due.filter(urgent=True) if urgent_only else due
    return due.select_for_update(skip_locked=True, no_key=True, of=("self",)).first()


def _address_of(mail: OutboxMail) -> str:
    addressee = addressee_of(mail.kind)
    return addressee(mail) if addressee else ""


def _attempt(connection: BaseEmailBackend, mail: OutboxMail, address: str, at: datetime, report: RelayReport) -> None:
    _open(connection)
    try:
        _message(mail, address, connection).send()
    # A sender nobody accepts is a fault of our settings: counting it against the mails would bury them all.
    except (smtplib.SMTPServerDisconnected, smtplib.SMTPSenderRefused, ConnectionError, TimeoutError) as error:
        connection.close()
        raise ServerAway(str(error) or type(error).__name__) from error
    # A mailbox, a filter or an address may refuse in ways no library lists; one mail must not stop the others.
    except Exception as error:  # noqa: BLE001
        _failed(mail, error, at, report)
    else:
        mail.state, mail.sent_at, mail.last_error = OutboxMail.State.SENT, timezone.now(), ""
        mail.attempts += 1
        report.sent += 1


def _open(connection: BaseEmailBackend) -> None:
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as error:
        raise ServerAway(str(error) or type(error).__name__) from error


def _message(mail: OutboxMail, address: str, connection: BaseEmailBackend) -> EmailMessage:
    headers = {"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated"}
    message = EmailMessage(
        mail.subject, mail.body, settings.DEFAULT_FROM_EMAIL, [address], None, connection, headers=headers
    )
    for file in _enclosed(mail):
        message.attach(file.name, file.content, file.mimetype)
    return message


def _enclosed(mail: OutboxMail) -> Sequence[Attachment]:
    enclose = enclosure_of(mail.kind)
    told = Notice.objects.filter(recipient=mail.recipient_id, cause=mail.cause).first() if enclose else None
    return enclose(told) if enclose and told else ()


def _failed(mail: OutboxMail, error: Exception, at: datetime, report: RelayReport) -> None:
    mail.last_error = f"{type(error).__name__}: {error}"[:2000]
    mail.attempts += 1
    if _is_permanent(error) or mail.attempts > len(BACKOFF):
        mail.state = OutboxMail.State.GIVEN_UP
        report.given_up += 1
        log.error("notices.given_up", mail=mail.pk, error=mail.last_error)
        return
    mail.next_try_at = at + timedelta(minutes=BACKOFF[mail.attempts - 1])
    report.retried += 1
    log.warning("notices.retried", mail=mail.pk, error=mail.last_error)


def _is_permanent(error: Exception) -> bool:
    """The mailbox itself says no for good (5xx), so asking again is noise."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code in PERMANENT for code, _ in error.recipients.values())
    return isinstance(error, smtplib.SMTPResponseException) and error.smtp_code in PERMANENT
