import pgtrigger
from django.db import models

from foundation.vault.fields import EncryptedTextField
from supervision.models.survey import SurveyItem, SurveySheet


class SurveyWords(models.Model):
    """An answer in words, as it was typed: kept encrypted, read by the house and the team."""

    sheet = models.ForeignKey(SurveySheet, models.PROTECT, related_name="words", verbose_name="答卷")
    item = models.ForeignKey(SurveyItem, models.PROTECT, related_name="words", verbose_name="题目")
    text = EncryptedTextField("回答")

    class Meta:
        verbose_name = verbose_name_plural = "文字回答"
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["sheet", "item"], name="survey_words_once")]
        triggers = [pgtrigger.Protect(name="survey_words_stay", operation=pgtrigger.Delete | pgtrigger.Update)]

    def __str__(self) -> str:
        return str(self.item)
