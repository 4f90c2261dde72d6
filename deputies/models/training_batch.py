import pgtrigger
from django.db import models

from deputies.querysets import BatchQuerySet


class Batch(models.Model):
    """A course as it is held once (第几期): an activity with its invitations, leaves and attendance."""

    course = models.ForeignKey("deputies.Course", on_delete=models.PROTECT, related_name="batches", verbose_name="课程")
    number = models.PositiveSmallIntegerField("期数")
    activity = models.OneToOneField(
        "deputies.Activity", on_delete=models.PROTECT, related_name="batch", verbose_name="活动"
    )

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "培训班次"
        ordering = ["course", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["course", "number"], name="batch_once", violation_error_message="该课程已有这一期。"
            ),
        ]
        triggers = [pgtrigger.Protect(name="batch_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.course}（第{self.number}期）"

    def get_absolute_url(self) -> str:
        return self.activity.get_absolute_url()
