from django.db import models
from django.db.models import Q
from django.urls import reverse

from foundation.vault.fields import EncryptedTextField
from foundation.workflow.models import Versioned
from suggestions.models.assignment_facts import AssignmentFacts
from suggestions.querysets import AssignmentQuerySet
from suggestions.states import ASSIGNMENT_FLOW, AT_REST, AssignmentState, UnitRole


class Assignment(AssignmentFacts, Versioned):
    """What one handling unit has to do for a suggestion.

    `first_assigned_on` is the T0 the legal period counts from; a unit that came later by re-assignment has its own
    `assigned_on` beside it, and both are shown.
    """

    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="assignments", verbose_name="建议"
    )
    unit = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="assignments", verbose_name="承办单位"
    )
    role = models.CharField("承办方式", max_length=10, choices=UnitRole)
    state = models.CharField("状态", max_length=15, choices=AssignmentState, default=AssignmentState.ASSIGNED)
    through = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="经由"
    )
    first_assigned_on = models.DateField("首次交办日期")
    assigned_on = models.DateField("本单位交办日期")
    assigned_at = models.DateTimeField("交办时间")
    assigned_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="交办人"
    )
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="successors", verbose_name="接替"
    )
    acknowledged_at = models.DateTimeField("签收时间", null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="签收人"
    )
    person_in_charge = models.CharField("经办人", max_length=40, blank=True)
    contact_phone = EncryptedTextField("经办人电话", blank=True)
    released_at = models.DateTimeField("改派时间", null=True, blank=True)
    imported_at = models.DateTimeField("导入时间", null=True, blank=True, editable=False)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "承办任务"
        ordering = ["suggestion", "pk"]
        indexes = [
            models.Index(fields=["unit", "state", "suggestion"], include=["id"], name="assignment_of_unit"),
            models.Index(fields=["state", "suggestion"], condition=~Q(state__in=AT_REST), name="assignment_moving"),
            models.Index(fields=["through", "state"], condition=Q(through__isnull=False), name="assignment_by_office"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["suggestion", "unit"],
                condition=~Q(state=AssignmentState.RELEASED),
                name="assignment_once_per_unit",
                violation_error_message="该单位已是这件建议的承办单位。",
            ),
            models.UniqueConstraint(
                fields=["suggestion"],
                condition=Q(role=UnitRole.LEAD) & ~Q(state=AssignmentState.RELEASED),
                name="assignment_one_lead",
                violation_error_message="一件建议只能有一个主办单位。",
            ),
            models.CheckConstraint(
                condition=Q(assigned_on__gte=models.F("first_assigned_on")),
                name="assignment_dates",
                violation_error_message="本单位交办日期不能早于首次交办日期。",
            ),
        ]
        triggers = [ASSIGNMENT_FLOW.fsm_trigger("state")]

    def __str__(self) -> str:
        return f"{self.get_role_display()}：{self.unit}"

    @property
    def clock_name(self) -> str:
        """The paper first: in a list of clocks the part alone says nothing."""
        return f"{self.suggestion}（{self}）"

    def get_absolute_url(self) -> str:
        return reverse("suggestions:assignment", args=[self.pk])
