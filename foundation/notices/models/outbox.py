"""Mail that still has to leave the house, written in the caller's transaction."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery

from foundation.notices.models.kind import NoticeKind


class OutboxQuerySet(models.QuerySet["OutboxMail"]):
    """Questions about outgoing mail."""

    def waiting(self) -> "OutboxQuerySet":
        """Neither sent, given up nor found unnecessary."""
        return self.filter(state=OutboxMail.State.WAITING)

    def due(self, at: datetime) -> "OutboxQuerySet":
        """Waiting, and its moment has come; oldest first."""
        return self.waiting().filter(next_try_at__lte=at).order_by("next_try_at", "pk")

    def given_up(self) -> "OutboxQuerySet":
        """Dead letters: somebody has to look (F116)."""
        return self.filter(state=OutboxMail.State.GIVEN_UP)

    def with_kind_names(self) -> "OutboxQuerySet":
        """With `kind_name`: what operators read instead of the subject, which names cases that are not theirs."""
        return self.annotate(kind_name=Subquery(NoticeKind.objects.filter(key=OuterRef("kind")).values("name")))


class OutboxMail(models.Model):
    """One mail to one person. Its Message-ID comes from its key, so a mailbox keeps one of several deliveries.

    Without `recipient` it is for somebody who has no account: his address stands with what he sent in and is asked for
    when the mail leaves (`registry.register_addressee`), so that it lies in no second place.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "待发送"
        SENT = "sent", "已发送"
        GIVEN_UP = "given_up", "发送失败"
        DROPPED = "dropped", "已不必发送"

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="收件人",
        db_index=False,
    )
    kind = models.CharField("种类", max_length=60)
    cause = models.CharField("事由", max_length=200)
    address = models.EmailField("邮箱地址", blank=True)
    subject = models.CharField("主题", max_length=200)
    body = models.TextField("正文")
    urgent = models.BooleanField("紧急", default=False)
    not_before = models.DateTimeField("不早于")
    state = models.CharField("状态", max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField("已尝试次数", default=0)
    next_try_at = models.DateTimeField("下次发送")
    last_error = models.TextField("最近错误", blank=True)
    sent_at = models.DateTimeField("发送时间", null=True, blank=True)
    created_at = models.DateTimeField("生成时间")

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "发件箱"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["recipient", "cause"], nulls_distinct=False, name="outboxmail_once")
        ]
        indexes = [
            models.Index(fields=["next_try_at"], condition=Q(state="waiting"), name="outboxmail_due"),
            models.Index(fields=["state"], condition=Q(state="given_up"), name="outboxmail_given_up"),
        ]

    def __str__(self) -> str:
        # Stands in lists and logs of people who look after mail, not after cases: without the subject.
        return f"邮件{self.pk}"

    @property
    def reader(self) -> str:
        """Whom it is for, as operators read it."""
        return str(self.recipient) if self.recipient_id else "没有账号的来信人"

    @property
    def message_id(self) -> str:
        """Stable over every attempt; the domain is that of the sender's address."""
        domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"
        return f"<outbox-{self.pk}@{domain}>"
