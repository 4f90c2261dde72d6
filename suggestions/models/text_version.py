import hashlib
import json

import pgtrigger
from django.db import models

TEXT_FIELDS = ("title", "facts", "grounds", "proposals")


class TextVersion(models.Model):
    """One state of the text of a submitted suggestion. Append-only; each row's hash covers the one before it (F37)."""

    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="versions", verbose_name="建议"
    )
    number = models.PositiveSmallIntegerField("版次")
    title = models.CharField("标题", max_length=120)
    facts = models.TextField("案由", blank=True)
    grounds = models.TextField("案据", blank=True)
    proposals = models.TextField("具体建议", blank=True)
    saved_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="保存人"
    )
    saved_at = models.DateTimeField("保存时间")
    previous_hash = models.CharField("上一版校验值", max_length=64, blank=True, editable=False)
    hash = models.CharField("校验值", max_length=64, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "文本版本"
        ordering = ["suggestion", "number"]
        constraints = [models.UniqueConstraint(fields=["suggestion", "number"], name="text_version_once")]
        triggers = [pgtrigger.Protect(name="text_version_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"第{self.number}版"

    def expected_hash(self) -> str:
        """What `hash` must be for this text after `previous_hash`."""
        return chained(self.previous_hash, text_hash(self))


def text_hash(source: object) -> str:
    """SHA-256 over the text parts of anything that carries them; the same text gives the same hash."""
    parts = json.dumps([getattr(source, name) for name in TEXT_FIELDS], ensure_ascii=False)
    return hashlib.sha256(parts.encode()).hexdigest()


def chained(previous_hash: str, own_hash: str) -> str:
    """The link of a hash chain."""
    return hashlib.sha256(f"{previous_hash}:{own_hash}".encode()).hexdigest()
