import pgtrigger
from django.db import models
from django.db.models import Q

from suggestions.models.objection import Decided
from suggestions.querysets import OfSuggestionQuerySet


class Split(Decided):
    """The office asks the deputy to let a paper of several matters be taken apart (拆分, F16; one matter per paper).

    Agreed to, each part is a suggestion of its own with its number; the origin is closed when all are answered.
    """

    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="splits", verbose_name="原件"
    )
    reason = models.CharField("拆分理由", max_length=300)
    proposed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="提出人")
    proposed_at = models.DateTimeField("提出时间")

    objects = OfSuggestionQuerySet.as_manager()

    class Meta(Decided.Meta):
        verbose_name = verbose_name_plural = "拆分"
        ordering = ["pk"]
        constraints = [
            *Decided.Meta.constraints,
            models.UniqueConstraint(
                fields=["suggestion"],
                condition=Q(accepted__isnull=True),
                name="split_one_open",
                violation_error_message="已有一份待代表答复的拆分意见。",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""), name="split_reasoned", violation_error_message="请写明拆分理由。"
            ),
        ]

    def __str__(self) -> str:
        return "拆分意见"


class SplitPart(models.Model):
    """One matter of a split: the text the deputy is shown, and the suggestion that came of it."""

    split = models.ForeignKey(Split, on_delete=models.PROTECT, related_name="parts", verbose_name="拆分")
    suggestion = models.OneToOneField(
        "suggestions.Suggestion",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="split_part",
        verbose_name="分件",
    )
    title = models.CharField("标题", max_length=120)
    facts = models.TextField("案由")
    proposals = models.TextField("具体建议")

    class Meta:
        verbose_name = verbose_name_plural = "拆分的分件"
        ordering = ["pk"]
        triggers = [
            pgtrigger.Protect(name="split_part_kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="split_part_fixed", fields=["split", "title", "facts", "proposals"]),
        ]

    def __str__(self) -> str:
        return self.title
