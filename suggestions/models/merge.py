import pgtrigger
from django.db import models
from django.db.models import F, Q

from suggestions.querysets import MergeQuerySet


class Merge(models.Model):
    """A suggestion handled together with another one (并案): a link, never a deletion (domain 2.5, F15).

    `member` keeps its number, its proposers and its reply; what units do under `main` is done for it too until both
    are answered. A link is undone by filling in its ending, once.
    """

    main = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="merged_members", verbose_name="主件"
    )
    member = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="merged_into", verbose_name="并入件"
    )
    reason = models.CharField("并案理由", max_length=300)
    merged_at = models.DateTimeField("并案时间")
    merged_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="并案人")
    ended_at = models.DateTimeField("解除时间", null=True, blank=True)
    ended_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="解除人"
    )
    end_reason = models.CharField("解除理由", max_length=300, blank=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "并案"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member"],
                condition=Q(ended_at__isnull=True),
                name="merge_member_once",
                violation_error_message="这件建议已经并案。",
            ),
            models.CheckConstraint(
                condition=~Q(main=F("member")),
                name="merge_two_papers",
                violation_error_message="建议不能与自身并案。",
            ),
            models.CheckConstraint(
                condition=~Q(reason="") & (Q(ended_at__isnull=True) | ~Q(end_reason="")),
                name="merge_reasoned",
                violation_error_message="并案和解除并案都须写明理由。",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="merge_is_kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="merge_is_fixed", fields=["main", "member", "reason", "merged_at", "merged_by"]),
            pgtrigger.Protect(
                name="merge_ends_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__ended_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member.number_text}并入{self.main.number_text}"
