"""The secret address of a person's calendar feed."""

import hashlib
import secrets
from datetime import datetime

from django.conf import settings
from django.db import models


def digest(token: str) -> str:
    """What is kept of a token; the token itself is shown once."""
    return hashlib.sha256(token.encode()).hexdigest()


class CalendarFeed(models.Model):
    """One feed per person; a new address makes the old one worthless."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="用户")
    token_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField("生成时间")

    class Meta:
        verbose_name = verbose_name_plural = "日历订阅"

    def __str__(self) -> str:
        return f"{self.user_id}"

    @classmethod
    def renew(cls, user, *, at: datetime) -> str:
        """Makes a new secret for `user` and answers it; only its digest is stored."""
        token = secrets.token_urlsafe(32)
        cls.objects.update_or_create(user=user, defaults={"token_digest": digest(token), "made_at": at})
        return token
