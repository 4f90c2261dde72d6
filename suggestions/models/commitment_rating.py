import pgtrigger
from django.db import models
from django.db.models import Q

from suggestions.models.progress import OfPromise
from suggestions.models.rating import NEEDS_REASON, REASONED, Graded
from suggestions.states import Grade


class CommitmentRating(Graded, OfPromise):
    """The lead deputy's second word, on a promise the office holds to be kept; never changed (CQ17 24, 28).

    Not dissatisfied, it raises the class of the reply; dissatisfied, the promise is followed on.
    """

    # No round: a promise is rated by itself. Django removes the field of the abstract base this way.
    round = None  # type: ignore[assignment]
    rated_by = models.ForeignKey(
        "deputies.Mandate", on_delete=models.PROTECT, related_name="+", verbose_name="评价代表"
    )
    rated_at = models.DateTimeField("评价时间")

    class Meta:
        verbose_name = verbose_name_plural = "兑现后再评价"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=REASONED, name="commitment_rating_reasoned", violation_error_message=NEEDS_REASON
            ),
            models.CheckConstraint(
                condition=Q(attitude__in=Grade.values, result__in=Grade.values),
                name="commitment_rating_graded",
                violation_error_message="请对办理态度和办理结果分别作出评价。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="commitment_rating_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"态度{self.get_attitude_display()}，结果{self.get_result_display()}"
