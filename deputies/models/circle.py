from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from deputies.querysets.circle import CircleMemberQuerySet, CircleQuerySet
from foundation.accounts.models.membership import held
from foundation.audit.history import tracked


@tracked()
class Circle(models.Model):
    """Deputies who know one field (专业代表小组), whatever place they were elected in."""

    term = models.ForeignKey("deputies.Term", on_delete=models.PROTECT, related_name="circles", verbose_name="届")
    name = models.CharField("名称", max_length=40)
    field = models.CharField("专业领域", max_length=200, help_text="写明可以咨询什么，如：教育、卫生、养老服务。")
    members = models.ManyToManyField("deputies.Deputy", through="deputies.CircleMember", related_name="circles")

    objects = CircleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "专业代表小组"
        ordering = ["term", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "name"], name="circle_once", violation_error_message="这一届已有同名专业代表小组。"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("deputies:circle", args=[self.pk])


@tracked()
class CircleMember(models.Model):
    """A deputy in a circle, from when until when."""

    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="places", verbose_name="专业代表小组")
    deputy = models.ForeignKey(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="circle_places", verbose_name="代表"
    )
    from_date = models.DateField("起始日期")
    until_date = models.DateField("截止日期", null=True, blank=True, help_text="含当日；留空为长期。")
    is_convener = models.BooleanField("召集人", default=False)

    objects = CircleMemberQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "专业代表小组成员"
        ordering = ["-is_convener", "deputy__pinyin_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_date__isnull=True) | Q(until_date__gte=F("from_date")),
                name="circle_member_days",
                violation_error_message="截止日期不能早于起始日期。",
            ),
            ExclusionConstraint(
                name="circle_member_once",
                expressions=[("circle", RangeOperators.EQUAL), ("deputy", RangeOperators.EQUAL), held()],
                violation_error_message="这位代表在这段时间已是该小组成员。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.circle}：{self.deputy.name}"
