import pgtrigger
from django.db import models

from suggestions.querysets import OfAssignmentQuerySet


class Press(models.Model):
    """The office pressed a unit for what is late (催办, 代表法 52). Append-only; counted beside the unit's part."""

    assignment = models.ForeignKey(
        "suggestions.Assignment", on_delete=models.PROTECT, related_name="presses", verbose_name="承办任务"
    )
    limit_name = models.CharField("催办事项", max_length=60)
    due_on = models.DateField("到期日")
    note = models.CharField("催办意见", max_length=300, blank=True)
    pressed_at = models.DateTimeField("催办时间")
    pressed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="催办人")

    objects = OfAssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "催办记录"
        ordering = ["pk"]
        triggers = [pgtrigger.Protect(name="press_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"催办{self.assignment.unit}"
