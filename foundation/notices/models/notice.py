"""The inbox: the truth about who was told what. Mail is a copy of it (F84)."""

from datetime import datetime

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Questions about messages."""

    def visible_to(self, user) -> "NoticeQuerySet":
        """A person reads his own messages and nobody else's."""
        return self.filter(recipient=user) if user.is_authenticated else self.none()

    def unread(self) -> "NoticeQuerySet":
        """Not opened yet."""
        return self.filter(read_at=None)

    def kinds(self) -> "models.QuerySet[Notice, str]":
        """The kinds that occur."""
        return self.order_by().values_list("kind", flat=True).distinct()

    def mark_read(self, at: datetime) -> int:
        """Marks the unread ones as read; answers how many."""
        return self.unread().update(read_at=at)


class Notice(models.Model):
    """One message to one person. `cause` names the event, so the same event told twice is one message (F77)."""

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices", verbose_name="收件人", db_index=False
    )
    kind = models.CharField("种类", max_length=60)
    cause = models.CharField("事由", max_length=200)
    subject_type = models.ForeignKey(ContentType, models.SET_NULL, null=True, verbose_name="对象类型", db_index=False)
    subject_id = models.CharField("对象编号", max_length=64, blank=True)
    subject = GenericForeignKey("subject_type", "subject_id")
    title = models.CharField("标题", max_length=200)
    body = models.TextField("正文", blank=True)
    url = models.CharField("链接", max_length=300, blank=True)
    urgent = models.BooleanField("紧急", default=False)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="经办", db_index=False
    )
    for_digest = models.BooleanField("待汇总", default=False)
    created_at = models.DateTimeField("时间")
    read_at = models.DateTimeField("阅读时间", null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "站内消息"
        ordering = ["-created_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["recipient", "cause"], name="notice_once")]
        indexes = [
            models.Index(fields=["recipient", "-created_at"], name="notice_inbox"),
            models.Index(fields=["recipient", "kind"], name="notice_by_kind"),
            models.Index(fields=["recipient"], condition=Q(read_at=None), name="notice_unread"),
            models.Index(fields=["recipient"], condition=Q(for_digest=True), name="notice_for_digest"),
            models.Index(fields=["subject_type", "subject_id"], name="notice_subject"),
        ]

    def __str__(self) -> str:
        return self.title
