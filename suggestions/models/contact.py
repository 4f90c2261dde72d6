from django.db import models
from django.db.models import Q

from suggestions.querysets import OfAssignmentQuerySet
from suggestions.states import Method, Phase, Rank


class ContactRecord(models.Model):
    """A meeting of the unit with the deputy, entered before the reply and confirmed by the deputy (F38)."""

    assignment = models.ForeignKey(
        "suggestions.Assignment", on_delete=models.PROTECT, related_name="contacts", verbose_name="承办任务"
    )
    round = models.ForeignKey(
        "suggestions.Round", on_delete=models.PROTECT, related_name="contacts", verbose_name="轮次"
    )
    phase = models.CharField("阶段", max_length=10, choices=Phase)
    method = models.CharField("方式", max_length=10, choices=Method)
    held_on = models.DateField("日期")
    place = models.CharField("地点", max_length=100, blank=True)
    unit_persons = models.CharField("单位参加人员", max_length=200)
    rank = models.CharField("单位参加人员职级", max_length=12, choices=Rank)
    content = models.TextField("沟通内容")
    deputy_opinion = models.TextField("代表意见", blank=True)
    recorded_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="登记人"
    )
    recorded_at = models.DateTimeField("登记时间")
    confirmed = models.BooleanField("代表确认属实", null=True, blank=True)
    answered_at = models.DateTimeField("代表答复时间", null=True, blank=True)
    answer_note = models.CharField("代表补充说明", max_length=500, blank=True)

    objects = OfAssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "联系记录"
        ordering = ["held_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(content="") & ~Q(unit_persons=""),
                name="contact_not_empty",
                violation_error_message="请写明参加人员和沟通内容。",
            ),
            models.CheckConstraint(
                condition=~Q(confirmed=False) | ~Q(answer_note=""),
                name="contact_denied_with_reason",
                violation_error_message="不属实的，请说明情况。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.held_on:%Y-%m-%d} {self.get_method_display()}"
