from django.conf import settings
from django.db import models
from django.db.models import Q

from liaison_stations.models.letter import Letter
from liaison_stations.querysets.letter_suggestions import LetterSuggestionQuerySet


class LetterSuggestion(models.Model):
    """A letter has gone into a deputy's suggestion (F66): many letters into one, a letter into one at a time.

    The link stays after it has ended; `ended_at` is when the writer was told the outcome or the letter came back.
    """

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="suggestion_links", verbose_name="来信")
    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="letter_links", verbose_name="代表建议"
    )
    linked_at = models.DateTimeField("写入时间")
    linked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="经办人"
    )
    ended_at = models.DateTimeField("结束时间", null=True, blank=True)

    objects = LetterSuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "来信转建议"
        ordering = ["linked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["letter"],
                condition=Q(ended_at__isnull=True),
                name="letter_in_one_suggestion",
                violation_error_message="这封来信已写入一件代表建议。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letter}转为代表建议"
