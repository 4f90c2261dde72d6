import pgtrigger
from django.db import models
from django.db.models import F, Q

from suggestions.querysets import PaperRatingQuerySet, RatingQuerySet
from suggestions.states import Grade, PaperState

REASONED = (~Q(attitude=Grade.DISSATISFIED) & ~Q(result=Grade.DISSATISFIED)) | ~Q(reason="")
NEEDS_REASON = "评价为不满意的，请写明原因。"


class Graded(models.Model):
    """The two dimensions of a rating (SH15 21); neither has a default."""

    round = models.ForeignKey("suggestions.Round", on_delete=models.PROTECT, related_name="+", verbose_name="轮次")
    attitude = models.CharField("办理态度", max_length=12, choices=Grade)
    result = models.CharField("办理结果", max_length=12, choices=Grade)
    reason = models.TextField("不满意原因", blank=True)

    class Meta:
        abstract = True

    @property
    def is_dissatisfied(self) -> bool:
        """Dissatisfied in either dimension."""
        return Grade.DISSATISFIED in (self.attitude, self.result)


class Rating(Graded):
    """The lead deputy's word on one round. There is none before he acts, and none is ever changed (F31, F33)."""

    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="ratings", verbose_name="建议"
    )
    round = models.OneToOneField(
        "suggestions.Round", on_delete=models.PROTECT, related_name="rating", verbose_name="轮次"
    )
    rated_by = models.ForeignKey(
        "deputies.Mandate", on_delete=models.PROTECT, related_name="+", verbose_name="评价代表"
    )
    rated_at = models.DateTimeField("评价时间")
    # What the co-signers said when the lead asked them; empty where nobody was asked.
    cosigners_same = models.PositiveSmallIntegerField("意见相同的联名代表", null=True, blank=True)
    cosigners_other = models.PositiveSmallIntegerField("意见不同的联名代表", null=True, blank=True)
    cosigners_silent = models.PositiveSmallIntegerField("未答复的联名代表", null=True, blank=True)
    imported_at = models.DateTimeField("导入时间", null=True, blank=True, editable=False)

    objects = RatingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "评价"
        ordering = ["pk"]
        indexes = [models.Index(fields=["suggestion", "rated_at"], name="rating_by_suggestion")]
        constraints = [
            models.CheckConstraint(
                condition=REASONED | Q(imported_at__isnull=False),
                name="rating_reasoned",
                violation_error_message=NEEDS_REASON,
            ),
            models.CheckConstraint(
                condition=Q(attitude__in=Grade.values, result__in=Grade.values),
                name="rating_graded",
                violation_error_message="请对办理态度和办理结果分别作出评价。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="rating_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"态度{self.get_attitude_display()}，结果{self.get_result_display()}"

    @property
    def consulted(self) -> str:
        """How the co-signers answered before it; empty where they were not asked."""
        if self.cosigners_silent is None:
            return ""
        counts = (
            (self.cosigners_same, "意见相同"),
            (self.cosigners_other, "意见不同"),
            (self.cosigners_silent, "未答复"),
        )
        return "已征求联名代表意见：" + "，".join(f"{count}人{word}" for count, word in counts if count) + "。"


class PaperRating(Graded):
    """A rating on paper, entered from its scan by one clerk and compared by another; only then it becomes a Rating."""

    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="paper_ratings", verbose_name="建议"
    )
    state = models.CharField("状态", max_length=10, choices=PaperState, default=PaperState.ENTERED)
    entered_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="录入人")
    entered_at = models.DateTimeField("录入时间")
    checked_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="核对人"
    )
    checked_at = models.DateTimeField("核对时间", null=True, blank=True)
    check_note = models.CharField("核对说明", max_length=200, blank=True)

    objects = PaperRatingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "纸质评价"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=REASONED, name="paper_rating_reasoned", violation_error_message=NEEDS_REASON
            ),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("entered_by")),
                name="paper_rating_two_people",
                violation_error_message="录入和核对须由两名工作人员分别进行。",
            ),
            models.UniqueConstraint(
                fields=["round"],
                condition=Q(state=PaperState.ENTERED),
                name="paper_rating_one_open",
                violation_error_message="本轮已有一份待核对的纸质评价。",
            ),
        ]

    def __str__(self) -> str:
        return f"纸质评价（{self.get_state_display()}）"

    @property
    def is_open(self) -> bool:
        return self.state == PaperState.ENTERED
