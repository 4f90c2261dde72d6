import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from foundation.workflow.models import Versioned
from supervision.querysets.handed import HandedEntryQuerySet, HandedTaskQuerySet
from supervision.states.handed import HANDED_FLOW, EntryKind, HandedSource, HandedState

S = HandedState


@pghistory.track()
class HandedTask(Versioned):
    """One matter handed down to one house: what is wanted, until when, who answers, what came of it.

    `parent` is the matter of the upper congress that this one is a part of.
    """

    source = models.CharField("交办", max_length=10, choices=HandedSource)
    issued_by = models.CharField("交办机关", max_length=60)
    number = models.CharField("交办文号", max_length=60)
    title = models.CharField("事项", max_length=120)
    contents = models.TextField("交办内容和要求")
    handed_on = models.DateField("交办日期")
    due_on = models.DateField("办结期限")
    answerer = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="handed_tasks", verbose_name="承办单位"
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name="分解自"
    )
    state = models.CharField("状态", max_length=10, choices=S, default=S.HANDED, editable=False)
    responsible = models.CharField("负责人", max_length=40, blank=True)
    taken_on = models.DateField("签收日期", null=True, blank=True)
    result = models.TextField("办理结果", blank=True)
    late_reason = models.CharField("逾期原因", max_length=300, blank=True)
    reported_on = models.DateField("报告日期", null=True, blank=True)
    up_number = models.CharField("报送上级文号", max_length=60, blank=True)
    sent_up_on = models.DateField("报送上级日期", null=True, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)
    cancel_reason = models.CharField("撤销理由", max_length=300, blank=True)

    objects = HandedTaskQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "上级交办事项"
        ordering = ["-handed_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["issued_by", "number", "answerer"],
                name="handed_task_once",
                violation_error_message="这件文件已经交给该单位，请核对文号。",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("handed_on")),
                name="handed_task_due_later",
                violation_error_message="办结期限不能早于交办日期。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(S.REPORTED, S.SENT_UP, S.CLOSED)) | ~Q(result=""),
                name="handed_task_reported_has_result",
                violation_error_message="报告须写明办理结果。",
            ),
        ]
        triggers = [
            HANDED_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="handed_task_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("supervision:handed-task", args=[self.pk])


class HandedEntry(models.Model):
    """One line of the story of a task. Lines are only ever added: an earlier report stays beside the next."""

    task = models.ForeignKey(HandedTask, models.PROTECT, related_name="entries", verbose_name="事项")
    kind = models.CharField("类别", max_length=10, choices=EntryKind)
    text = models.TextField("内容")
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("时间")

    objects = HandedEntryQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "交办事项办理记录"
        ordering = ["at", "pk"]
        triggers = [pgtrigger.Protect(name="handed_entry_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.text[:30]}"
