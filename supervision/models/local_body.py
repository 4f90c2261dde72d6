from datetime import date

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from deputies.models.dated import Dated
from foundation.accounts.roles import OrganisationKind
from foundation.audit.history import tracked
from foundation.workflow.models import Versioned
from supervision.querysets.local import LocalBodyQuerySet, LocalMemberQuerySet
from supervision.states.local import LocalPost, LocalStandardCode


@tracked()
class LocalStandard(Dated):
    """A local number of street committees and presidiums, with its basis and its days."""

    code = models.CharField("标准", max_length=20, choices=LocalStandardCode)
    amount = models.PositiveSmallIntegerField("数量")

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "乡镇街道人大工作标准"
        ordering = ["code", "-valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="local_standard_once",
                violation_error_message="这一标准在同一生效日期已有一行。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_code_display()}：{self.amount}"

    @classmethod
    def amount_on(cls, code: str, day: date) -> int | None:
        """The number in force on `day`; None, that is no demand, where the office has ended the row."""
        row = cls.objects.latest_on(day, code=code)
        return row.amount if row else None


class LocalBody(Versioned):
    """The work of one street committee or township presidium; the house itself is an organisation."""

    organisation = models.OneToOneField(
        "accounts.Organisation", models.PROTECT, related_name="local_body", verbose_name="单位"
    )
    opened_at = models.DateTimeField("建立时间")

    objects = LocalBodyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "乡镇街道人大"
        ordering = ["organisation__pinyin_key", "pk"]
        triggers = [pgtrigger.Protect(name="local_body_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.organisation.name

    def get_absolute_url(self) -> str:
        return reverse("supervision:local-body", args=[self.pk])

    @property
    def is_presidium(self) -> bool:
        return self.organisation.kind == OrganisationKind.TOWNSHIP_CONGRESS


@tracked()
class LocalMember(Versioned):
    """Who sits on a street committee or presidium, how chosen, and with what other office."""

    body = models.ForeignKey(LocalBody, models.PROTECT, related_name="members", verbose_name="单位")
    deputy = models.ForeignKey(
        "deputies.Deputy",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="local_memberships",
        verbose_name="人大代表",
    )
    name = models.CharField("姓名", max_length=20)
    post = models.CharField("职务", max_length=12, choices=LocalPost)
    full_time = models.BooleanField("专职", default=False)
    employer = models.CharField("所在单位和职务", max_length=80)
    government_post = models.CharField("担任的国家行政机关职务", max_length=80, blank=True)
    chosen_by = models.CharField("怎样产生", max_length=120)
    from_date = models.DateField("起始日期")
    until_date = models.DateField("截止日期", null=True, blank=True)
    end_reason = models.CharField("免去理由", max_length=200, blank=True)

    objects = LocalMemberQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "乡镇街道人大成员"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "name"],
                condition=Q(until_date__isnull=True),
                name="local_member_once",
                violation_error_message="这位成员已经登记。",
            ),
            models.UniqueConstraint(
                fields=["body"],
                condition=Q(until_date__isnull=True, post=LocalPost.HEAD),
                name="local_body_one_head",
                violation_error_message="已有主席、主任，请先登记免去。",
            ),
            models.CheckConstraint(
                condition=Q(until_date__isnull=True) | (Q(until_date__gte=F("from_date")) & ~Q(end_reason="")),
                name="local_member_ends",
                violation_error_message="截止日期不能早于起始日期，并须写明理由。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="local_member_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return self.body.get_absolute_url()

    @property
    def post_name(self) -> str:
        """The post as this house calls it."""
        names = {
            LocalPost.HEAD: ("主任", "主席"),
            LocalPost.DEPUTY_HEAD: ("副主任", "副主席"),
            LocalPost.MEMBER: ("委员", "主席团成员"),
        }
        return names[LocalPost(self.post)][self.body.is_presidium]
