"""Is the mail getting out?"""

from datetime import datetime, timedelta

from django.urls import reverse

from foundation.notices.findings import Finding
from foundation.notices.models import OutboxMail

# The relay runs every 20 seconds; a mail still lying there after this long means that nobody fetches it.
STUCK_AFTER = timedelta(hours=1)


def findings(at: datetime) -> list[Finding]:
    """Dead letters, mails being retried, mails nobody fetches (F83)."""
    outbox = OutboxMail.objects
    stuck = outbox.waiting().filter(next_try_at__lt=at - STUCK_AFTER)
    url = reverse("notices:dead_letters")
    return [
        Finding("mail.given_up", "封通知邮件发送失败，请核对邮箱后重发", outbox.given_up().count(), url),
        Finding("mail.retrying", "封通知邮件正在重试", outbox.waiting().filter(attempts__gt=0).count(), url),
        Finding("mail.stuck", "封通知邮件到时未发，请检查邮件服务器和后台任务", stuck.count(), url),
    ]
