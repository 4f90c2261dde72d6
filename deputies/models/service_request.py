import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.querysets import ServiceRequestQuerySet
from deputies.states import REQUEST_FLOW, RequestKind, RequestState
from foundation.vault.fields import EncryptedTextField
from foundation.workflow.models import Versioned

CONFIDENTIAL = ["text", "answer", "unsettled"]


@pghistory.track(exclude=CONFIDENTIAL)
class ServiceRequest(Versioned):
    """A deputy asks the office for help with his duties, or for protection when he meets resistance (履职保障).

    What is said stands encrypted; nobody but the deputy, the office and the leaders finds the row.
    """

    deputy = models.ForeignKey(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="service_requests", verbose_name="代表"
    )
    kind = models.CharField("请求事项", max_length=12, choices=RequestKind)
    text = EncryptedTextField("具体情况")
    wished_on = models.DateField("希望办理日期", null=True, blank=True)
    state = models.CharField("状态", max_length=10, choices=RequestState, default=RequestState.ASKED, editable=False)
    asked_at = models.DateTimeField("提出时间")
    handled_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="经办人"
    )
    accepted_at = models.DateTimeField("受理时间", null=True, blank=True)
    answer = EncryptedTextField("办理结果", blank=True, default="")
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)
    unsettled = EncryptedTextField("没有解决的问题", blank=True, default="")
    decline_reason = models.CharField("不予受理理由", max_length=300, blank=True)
    closed_at = models.DateTimeField("办结时间", null=True, blank=True)

    objects = ServiceRequestQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "服务和保障请求"
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["state", "asked_at"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=RequestState.DECLINED) | ~Q(decline_reason=""),
                name="request_declined_with_reason",
                violation_error_message="不予受理须写明理由。",
            ),
            models.CheckConstraint(
                condition=~Q(state=RequestState.DECLINED) | ~Q(kind=RequestKind.PROTECTION),
                name="request_for_protection_accepted",
                violation_error_message="履职保障请求必须受理。",
            ),
        ]
        triggers = [
            REQUEST_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="request_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        # Goes into messages, mail and the log: it names nobody and nothing.
        return f"{self.get_kind_display().split('（')[0]}请求（第{self.pk}号）"

    def get_absolute_url(self) -> str:
        return reverse("deputies:request", args=[self.pk])

    @property
    def is_confidential(self) -> bool:
        return self.kind == RequestKind.PROTECTION

    @property
    def clock_kinds(self) -> tuple[str, str]:
        """The clocks of its acceptance and of its answer."""
        first = "protection" if self.is_confidential else "service"
        return f"{first}_accept", f"{first}_answer"
