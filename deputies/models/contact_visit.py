import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from deputies.querysets.contact import ContactVisitQuerySet
from deputies.states.contact import ContactWay
from foundation.audit.history import tracked
from foundation.workflow.models import Versioned

# What was done and said stays; only what became of it is added later.
LATER = ["outcome", "outcome_by", "outcome_at", "version"]


@tracked()
class ContactVisit(Versioned):
    """One time a member of the standing committee met his deputy: when, how, what was raised, what became of it."""

    contact = models.ForeignKey(
        "deputies.MemberContact", on_delete=models.PROTECT, related_name="visits", verbose_name="联系安排"
    )
    on = models.DateField("日期")
    way = models.CharField("联系方式", max_length=10, choices=ContactWay)
    words = models.TextField("联系情况")
    raised = models.TextField("代表反映的问题", blank=True)
    outcome = models.TextField("处理和反馈情况", blank=True)
    outcome_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="反馈人"
    )
    outcome_at = models.DateTimeField("反馈时间", null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="登记人"
    )
    recorded_at = models.DateTimeField("登记时间")

    objects = ContactVisitQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "联系代表记录"
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["contact", "-on"], name="contact_visit_days")]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="") | (~Q(raised="") & Q(outcome_at__isnull=False)),
                name="contact_outcome_of_something",
                violation_error_message="没有反映问题的，不必登记处理情况。",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="contact_visit_is_kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="contact_visit_is_fixed", exclude=LATER),
        ]

    def __str__(self) -> str:
        return f"{self.contact}（{self.get_way_display()}）"

    def get_absolute_url(self) -> str:
        return self.contact.get_absolute_url()

    @property
    def is_open(self) -> bool:
        """Something was raised and nobody has said what became of it."""
        return bool(self.raised) and not self.outcome
