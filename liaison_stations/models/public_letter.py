from typing import Any

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse

from liaison_stations.querysets.public_letters import PublicLetterQuerySet
from liaison_stations.states.handling import LetterCheck


class PublicLetter(models.Model):
    """What everybody reads of a letter and its answer: a copy of its own, words covered and checked by a person (L17).

    A second thought makes the next version; the letter names the standing one. Taken off, a copy stays on file; when
    the letter is erased its words go too.
    """

    letter = models.ForeignKey(
        "liaison_stations.Letter", on_delete=models.PROTECT, related_name="public_copies", verbose_name="来信"
    )
    version = models.PositiveSmallIntegerField("版次")
    title = models.CharField("标题", max_length=300)
    text = models.TextField("来信内容")
    answer = models.TextField("答复")
    speaker = models.CharField("答复人", max_length=80)
    checked = ArrayField(models.CharField(max_length=10, choices=LetterCheck), verbose_name="已核对", default=list)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="审查人"
    )
    made_at = models.DateTimeField("审查时间")

    objects: Any = PublicLetterQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "来信公开文本"
        ordering = ["letter", "version"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "version"], name="public_letter_once"),
            models.CheckConstraint(
                condition=models.Q(checked__contains=LetterCheck.values),
                name="public_letter_checked",
                violation_error_message="请逐项核对后再公开。",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="public_letter_is_kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="public_letter_is_fixed", fields=["letter", "version", "checked", "made_by"]),
        ]

    def __str__(self) -> str:
        return f"{self.letter}公开文本第{self.version}版"

    def get_absolute_url(self) -> str:
        return reverse("stations:answered-letter", args=[self.letter_id])
