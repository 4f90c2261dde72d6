import pgtrigger
from django.db import models
from django.db.models import Q

from suggestions.models.rating import NEEDS_REASON
from suggestions.querysets import CosignerWordQuerySet
from suggestions.states import Grade

UNGRADED = Q(attitude="", result="", answered_at__isnull=True)
GRADED = Q(attitude__in=Grade.values, result__in=Grade.values, answered_at__isnull=False)
EXPLAINED = (~Q(attitude=Grade.DISSATISFIED) & ~Q(result=Grade.DISSATISFIED)) | ~Q(words="")


class CosignerWord(models.Model):
    """What a co-signer thinks of the replies of a round, asked by the lead before he rates (SD17 23, CQ17 26).

    It is between the two of them and no rating: statistics count the lead's alone. Given once, never changed.
    """

    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="cosigner_words", verbose_name="建议"
    )
    round = models.ForeignKey("suggestions.Round", on_delete=models.PROTECT, related_name="+", verbose_name="轮次")
    cosigner = models.ForeignKey(
        "suggestions.Cosigner", on_delete=models.PROTECT, related_name="words", verbose_name="联名代表"
    )
    asked_at = models.DateTimeField("征求时间")
    due_on = models.DateField("答复期限")
    attitude = models.CharField("办理态度", max_length=12, choices=Grade, blank=True)
    result = models.CharField("办理结果", max_length=12, choices=Grade, blank=True)
    words = models.TextField("意见", blank=True)
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)

    objects = CosignerWordQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "联名代表意见"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "cosigner"],
                name="cosigner_word_once",
                violation_error_message="本轮已征求这位代表的意见。",
            ),
            models.CheckConstraint(
                condition=UNGRADED | GRADED,
                name="cosigner_word_whole",
                violation_error_message="请对办理态度和办理结果分别提出意见。",
            ),
            models.CheckConstraint(
                condition=EXPLAINED, name="cosigner_word_reasoned", violation_error_message=NEEDS_REASON
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="cosigner_word_kept", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="cosigner_word_fixed",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__answered_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return "联名代表意见"

    @property
    def name(self) -> str:
        """Of the co-signer; a page that has read it with the case needs no query."""
        return vars(self).get("cosigner__mandate__deputy__name") or str(self.cosigner.mandate.deputy)

    @property
    def is_open(self) -> bool:
        """Whether the co-signer has not answered."""
        return self.answered_at is None

    @property
    def clock_name(self) -> str:
        return "领衔代表请您对答复提出意见"

    def agrees_with(self, attitude: str, result: str) -> bool:
        """Whether it has both grades of the rating."""
        return (self.attitude, self.result) == (attitude, result)
