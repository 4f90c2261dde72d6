import pgtrigger
from django.conf import settings
from django.db import models

from supervision.models.problem import Problem
from supervision.states.problem import EntryKind


class ProblemEntry(models.Model):
    """One line of a problem's story, never changed: what was told, by whom, with which evidence."""

    problem = models.ForeignKey(Problem, models.PROTECT, related_name="entries", verbose_name="问题")
    kind = models.CharField("事项", max_length=10, choices=EntryKind)
    round = models.PositiveSmallIntegerField("整改轮次")
    text = models.TextField("内容")
    at = models.DateTimeField("时间")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="填报人")
    is_public = models.BooleanField("公开", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "整改经过"
        ordering = ["at", "pk"]
        triggers = [
            pgtrigger.Protect(name="problem_entry_is_kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="problem_entry_is_fixed", exclude=["is_public"]),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.problem}"

    def get_absolute_url(self) -> str:
        return self.problem.get_absolute_url()
