"""When people are reminded of a clock, and when its light changes."""

from django.db import models
from django.db.models import F, Q

from foundation.deadlines.units import Level, MilestoneUnit


class Milestone(models.Model):
    """A day before (or, negative, after) the due date on which people of a level are told."""

    limit_key = models.SlugField("期限代码", max_length=40)
    days_before = models.SmallIntegerField("提前天数", help_text="负数表示到期后第几日。")
    unit = models.CharField("单位", max_length=8, choices=MilestoneUnit, default=MilestoneUnit.DAY)
    repeat_every = models.PositiveSmallIntegerField(
        "每隔几日重复", null=True, blank=True, help_text="只用于到期之后，例如 7 表示每周一次。"
    )
    level = models.PositiveSmallIntegerField("提醒对象", choices=Level, default=Level.DUTY)
    consequence = models.CharField("后果提示", max_length=200, blank=True, help_text="写在提醒末尾，说明下一步后果。")
    is_active = models.BooleanField("启用", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "提醒节点"
        ordering = ["limit_key", "-days_before"]
        constraints = [
            models.UniqueConstraint(
                fields=["limit_key", "days_before", "unit"],
                name="milestone_once_per_day",
                violation_error_message="该期限在同一天已有提醒节点。",
            ),
            models.CheckConstraint(
                name="milestone_repeats_after_due",
                condition=Q(repeat_every=None) | Q(repeat_every__gte=1, days_before__lt=0),
                violation_error_message="只有到期之后的提醒可以重复，间隔至少 1 日。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.limit_key} {self.when}"

    @property
    def when(self) -> str:
        """The day as an official reads it: "到期前 7 日", "到期当日", "到期后 7 日，以后每 7 日"."""
        unit = self.get_unit_display()
        if self.days_before == 0:
            return "到期当日"
        if self.days_before > 0:
            return f"到期前 {self.days_before} {unit}"
        again = f"，以后每 {self.repeat_every} 日" if self.repeat_every else ""
        return f"到期后 {-self.days_before} {unit}{again}"


class LightThreshold(models.Model):
    """Days left at which a clock's light turns yellow and orange; an empty key is the default of all limits."""

    limit_key = models.SlugField("期限代码", max_length=40, blank=True, unique=True, help_text="留空为通用标准。")
    yellow_days = models.PositiveSmallIntegerField("黄灯（剩余天数不多于）", default=15)
    orange_days = models.PositiveSmallIntegerField("橙灯（剩余天数不多于）", default=7)

    class Meta:
        verbose_name = verbose_name_plural = "预警标准"
        ordering = ["limit_key"]
        constraints = [
            models.CheckConstraint(
                name="lightthreshold_orange_inside_yellow",
                condition=Q(orange_days__lte=F("yellow_days")),
                violation_error_message="橙灯天数不得多于黄灯天数。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.limit_key or '通用'}：黄 {self.yellow_days} 日，橙 {self.orange_days} 日"
