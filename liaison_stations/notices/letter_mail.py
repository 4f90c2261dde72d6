"""Mail to the writer of a letter, where he left an address: that there is something new, never what (F54)."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse

from foundation.notices.api import mail_stranger
from foundation.notices.models import OutboxMail
from liaison_stations.models import Letter, LetterEvent

KIND = "liaison_stations.letter_mail"


def mail_writer(event: LetterEvent, *, at: datetime) -> None:
    """One mail for one public word of the house, or for the letter's arrival. Nothing where no address was left."""
    letter = event.letter
    if not letter.writer.sealed_email:
        return
    address = f"{settings.PORTAL_ADDRESS}{reverse('letters:look-up')}?number={letter.number}"
    body = (
        f"您给人大代表的来信{letter}：{event.get_kind_display() if event.by_id else '已经收到'}。\n\n"
        f"请打开下面的网址，输入回执上的查询码查看：\n{address}\n\n"
        "本邮件由系统自动发出，请不要回复。不想再收到邮件的，可以在来信页面删除联系方式。"
    )
    cause = f"{letter.pk}:{event.pk}"
    mail_stranger(kind=KIND, cause=cause, subject=f"来信{letter}有新的进展", body=body, at=at)


def address_of(mail: OutboxMail) -> str:
    """The writer's address, while he lets us keep it."""
    letter = Letter.objects.with_names().filter(pk=mail.cause.partition(":")[0]).first()
    return letter.writer.email if letter else ""
