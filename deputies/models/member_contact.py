from datetime import date

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from deputies.querysets.contact import MemberContactQuerySet
from foundation.accounts.models.membership import held
from foundation.audit.history import tracked
from foundation.workflow.models import Versioned


@tracked()
class MemberContact(Versioned):
    """A member of the standing committee keeps in touch with a deputy from day to day (常委会组成人员联系代表).

    A deputy has one contact person at a time; a change ends the old row and begins a new one, nothing is deleted.
    """

    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="contacts", verbose_name="常委会组成人员"
    )
    deputy = models.ForeignKey(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="member_contacts", verbose_name="联系的代表"
    )
    from_date = models.DateField("起始日期")
    until_date = models.DateField("截止日期", null=True, blank=True)
    basis = models.CharField("安排依据", max_length=200)
    end_reason = models.CharField("终止理由", max_length=200, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="登记人"
    )
    recorded_at = models.DateTimeField("登记时间")

    objects = MemberContactQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "联系代表安排"
        ordering = ["member__pinyin_key", "deputy__pinyin_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_date__isnull=True) | (Q(until_date__gte=F("from_date")) & ~Q(end_reason="")),
                name="member_contact_ends_after_start",
                violation_error_message="截止日期不能早于起始日期，并须写明理由。",
            ),
            ExclusionConstraint(
                name="member_contact_one_at_a_time",
                expressions=[("deputy", RangeOperators.EQUAL), held()],
                violation_error_message="这段时间已有常委会组成人员联系该代表，请先终止原来的安排。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member.name}联系{self.deputy.name}代表"

    def get_absolute_url(self) -> str:
        return reverse("deputies:contact", args=[self.pk])

    def holds_on(self, day: date) -> bool:
        """Whether the arrangement is in force on `day`."""
        return self.from_date <= day and (self.until_date is None or day <= self.until_date)
