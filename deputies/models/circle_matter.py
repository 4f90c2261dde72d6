import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.querysets.circle import MatterQuerySet
from deputies.states.circle import MATTER_FLOW, MatterState
from foundation.audit.history import tracked
from foundation.workflow.models import Versioned


@tracked()
class CircleMatter(Versioned):
    """What a deputy asks those who know the field. The answers stay with it; it may become a draft suggestion."""

    circle = models.ForeignKey(
        "deputies.Circle", on_delete=models.PROTECT, related_name="matters", verbose_name="专业代表小组"
    )
    deputy = models.ForeignKey(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="circle_matters", verbose_name="提出咨询的代表"
    )
    title = models.CharField("事项", max_length=100)
    text = models.TextField("情况和问题")
    wanted_on = models.DateField("希望答复日期")
    state = models.CharField("状态", max_length=6, choices=MatterState, default=MatterState.OPEN, editable=False)
    asked_at = models.DateTimeField("提出时间")
    conclusion = models.TextField("结论", blank=True)
    closed_at = models.DateTimeField("办结时间", null=True, blank=True)

    objects = MatterQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "专业代表小组咨询"
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["circle", "state"], name="circle_matter_state")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=MatterState.CLOSED) | ~Q(conclusion=""),
                name="circle_matter_closed_with_conclusion",
                violation_error_message="办结咨询须写明结论。",
            ),
        ]
        triggers = [
            MATTER_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="circle_matter_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("deputies:circle-matter", args=[self.pk])


class CircleAnswer(models.Model):
    """What one deputy of the circle says; never changed, a second thought is a further answer."""

    matter = models.ForeignKey(CircleMatter, on_delete=models.PROTECT, related_name="answers", verbose_name="咨询事项")
    deputy = models.ForeignKey(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="circle_answers", verbose_name="答复的代表"
    )
    text = models.TextField("答复")
    answered_at = models.DateTimeField("答复时间")

    class Meta:
        verbose_name = verbose_name_plural = "专业代表小组答复"
        ordering = ["answered_at", "pk"]
        triggers = [pgtrigger.Protect(name="circle_answer_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.deputy.name}的答复"
