import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.querysets import FeelingQuerySet
from deputies.states import FEELING_FLOW, Adoption, FeelingState, Level
from foundation.workflow.models import Versioned


@pghistory.track()
class PublicFeeling(Versioned):
    """What a deputy reports of the people's opinions (社情民意), the body's answer, and what became of it."""

    deputy = models.ForeignKey(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="feelings", verbose_name="反映代表"
    )
    level = models.CharField("层级", max_length=10, choices=Level.choices, default=Level.DISTRICT)
    title = models.CharField("标题", max_length=100)
    text = models.TextField("反映的情况和建议")
    place = models.CharField("涉及地点", max_length=100, blank=True)
    state = models.CharField("状态", max_length=10, choices=FeelingState, default=FeelingState.REPORTED, editable=False)
    reported_at = models.DateTimeField("反映时间")
    return_reason = models.CharField("需要补充的内容", max_length=300, blank=True)
    received_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="接收人"
    )
    received_at = models.DateTimeField("接收时间", null=True, blank=True)
    body = models.ForeignKey(
        "accounts.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="feelings",
        verbose_name="转办单位",
    )
    forward_note = models.CharField("转办意见", max_length=300, blank=True)
    forwarded_at = models.DateTimeField("转办时间", null=True, blank=True)
    answer = models.TextField("单位答复", blank=True)
    answered_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="答复人"
    )
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)
    adoption = models.CharField("采纳情况", max_length=12, choices=Adoption, blank=True)
    outcome = models.TextField("向代表反馈的结果", blank=True)
    closed_at = models.DateTimeField("反馈时间", null=True, blank=True)

    objects = FeelingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "社情民意"
        ordering = ["-reported_at", "-pk"]
        indexes = [models.Index(fields=["-reported_at", "-id"]), models.Index(fields=["state", "reported_at"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=(FeelingState.FORWARDED, FeelingState.ANSWERED)) | Q(body__isnull=False),
                name="feeling_forwarded_to_a_body",
                violation_error_message="转办须写明单位。",
            ),
            models.CheckConstraint(
                condition=~Q(state=FeelingState.CLOSED) | (~Q(adoption="") & ~Q(outcome="")),
                name="feeling_closed_with_outcome",
                violation_error_message="反馈代表须写明采纳情况和结果。",
            ),
        ]
        triggers = [
            FEELING_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="feeling_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("deputies:feeling", args=[self.pk])
