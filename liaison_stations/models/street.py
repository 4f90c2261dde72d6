from datetime import date

import pgtrigger
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from deputies.models import AreaKind, Sex
from deputies.models.dated import Dated
from foundation.audit.history import tracked
from foundation.vault.fields import EncryptedTextField
from foundation.workflow.models import Versioned
from liaison_stations.models.published import Published
from liaison_stations.querysets.street import StreetCongressQuerySet, StreetMemberQuerySet
from liaison_stations.states.street import StreetStandardCode


@tracked()
class StreetStandard(Dated):
    """A local number of street deliberation congresses, with its basis and its days."""

    code = models.CharField("标准", max_length=20, choices=StreetStandardCode)
    amount = models.PositiveSmallIntegerField("数量")

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "议政代表会标准"
        ordering = ["code", "-valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="street_standard_once",
                violation_error_message="这一标准在同一生效日期已有一行。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_code_display()}：{self.amount}"

    @classmethod
    def amount_on(cls, code: str, day: date) -> int:
        """The number in force on `day`; 0, that is no demand, where the office has ended the row."""
        row = cls.objects.latest_on(day, code=code)
        return row.amount if row else 0


class StreetCongress(Published):
    """The deliberation congress of one street in one term: how many seats, by whom approved, by which charter."""

    area = models.ForeignKey(
        "deputies.Area",
        models.PROTECT,
        related_name="street_congresses",
        limit_choices_to={"kind": AreaKind.STREET},
        verbose_name="街道",
    )
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="street_congresses", verbose_name="召集的街道工委"
    )
    number = models.PositiveSmallIntegerField("届", validators=[MinValueValidator(1)])
    size = models.PositiveSmallIntegerField("名额", validators=[MinValueValidator(1)])
    starts_on = models.DateField("任期起")
    ends_on = models.DateField("任期止")
    approved_by = models.CharField("名额和结构的决定", max_length=120, help_text="如“区人大常委会第三十次会议”。")
    charter = models.TextField("议事规则", blank=True)
    founded_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="经办人")
    founded_at = models.DateTimeField("登记时间")

    objects = StreetCongressQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "街道议政代表会"
        ordering = ["area", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "number"],
                name="street_congress_once",
                violation_error_message="这个街道的这一届议政代表会已经登记。",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")),
                name="street_congress_days",
                violation_error_message="任期止应当晚于任期起。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="street_congress_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.area.name}第{self.number}届议政代表会"

    def get_absolute_url(self) -> str:
        return reverse("stations:street-congress", args=[self.pk])


class StreetQuota(models.Model):
    """How many seats one group of people has (名额分配)."""

    congress = models.ForeignKey(StreetCongress, models.CASCADE, related_name="quotas", verbose_name="议政代表会")
    name = models.CharField("方面", max_length=40)
    places = models.PositiveSmallIntegerField("名额", validators=[MinValueValidator(1)])
    order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta:
        verbose_name = verbose_name_plural = "名额分配"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "name"], name="street_quota_once", violation_error_message="已有这个方面的名额。"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.places}名）"


@tracked(exclude=["phone"])
class StreetMember(Versioned):
    """A member of the congress: a deputy, a CPPCC member, or somebody who lives or works in the street."""

    congress = models.ForeignKey(StreetCongress, models.PROTECT, related_name="members", verbose_name="议政代表会")
    quota = models.ForeignKey(StreetQuota, models.PROTECT, related_name="members", verbose_name="方面")
    deputy = models.ForeignKey(
        "deputies.Deputy",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="street_memberships",
        verbose_name="人大代表",
    )
    name = models.CharField("姓名", max_length=20)
    sex = models.CharField("性别", max_length=6, choices=Sex)
    birth_year = models.PositiveSmallIntegerField("出生年份")
    is_party_member = models.BooleanField("中共党员", default=False)
    post = models.CharField("所在社区或者单位", max_length=60)
    here_since = models.PositiveSmallIntegerField("从哪一年起在本街道居住或者工作")
    phone = EncryptedTextField("联系电话", blank=True)
    recommended_by = models.CharField("怎样推荐产生", max_length=120)
    in_presidium = models.BooleanField("主席团成员", default=False)
    from_date = models.DateField("起始日期")
    until_date = models.DateField("截止日期", null=True, blank=True)
    end_reason = models.CharField("终止理由", max_length=200, blank=True)

    objects = StreetMemberQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "议政代表"
        ordering = ["quota__order", "quota", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "deputy"],
                condition=Q(until_date__isnull=True, deputy__isnull=False),
                name="street_member_once",
                violation_error_message="这位代表已经在名单中。",
            ),
            models.CheckConstraint(
                condition=Q(until_date__isnull=True) | (Q(until_date__gte=F("from_date")) & ~Q(end_reason="")),
                name="street_member_ends",
                violation_error_message="截止日期不能早于起始日期，并须写明理由。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="street_member_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return self.congress.get_absolute_url()
