import pgtrigger
from django.db import models
from django.db.models import Q

from suggestions.querysets import LetterQuerySet


class Letter(models.Model):
    """A letter as it was issued: the reply to the deputies, or a co-unit's opinion to the lead unit.

    Its files (Word and PDF) hang on this row and are written once; afterwards nothing makes them anew.
    """

    reply = models.OneToOneField(
        "suggestions.Reply", on_delete=models.PROTECT, null=True, blank=True, related_name="letter", verbose_name="答复"
    )
    opinion = models.OneToOneField(
        "suggestions.CoOpinion",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="letter",
        verbose_name="会办意见",
    )
    assignment = models.ForeignKey(
        "suggestions.Assignment", on_delete=models.PROTECT, related_name="letters", verbose_name="承办任务"
    )
    title = models.CharField("标题", max_length=200)
    number = models.CharField("文号", max_length=60, blank=True)
    issued_at = models.DateTimeField("发出时间")
    issued_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="经办人")

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "答复函"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reply__isnull=False, opinion__isnull=True) | Q(reply__isnull=True, opinion__isnull=False),
                name="letter_of_one_paper",
                violation_error_message="一份函件只对应一份答复或者一份会办意见。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="letter_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.title
