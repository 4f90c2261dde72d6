from datetime import date
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from foundation.audit.history import tracked


class LimitQuerySet(models.QuerySet["IntakeLimit"]):
    def on(self, key: str, day: date) -> "IntakeLimit":
        """The row of `key` in force on `day`; DoesNotExist without one."""
        return self.filter(key=key, valid_from__lte=day).latest("valid_from", "pk")

    def of(self, key: str) -> Self:
        return self.filter(key=key)


@tracked()
class IntakeLimit(models.Model):
    """How often one address may send a kind of form at the usual cost, and how the cost grows beyond (F62).

    An office changes a number by a new row; it holds from its day on, without anybody starting anything anew.
    """

    key = models.SlugField("代码", max_length=40, db_index=False)
    name = models.CharField("表单", max_length=40)
    window_minutes = models.PositiveSmallIntegerField(
        "统计时长（分钟）", default=60, validators=[MinValueValidator(1), MaxValueValidator(1440)]
    )
    free = models.PositiveIntegerField(
        "正常次数", default=5, help_text="同一网络地址在统计时长内，前几次按正常办法提交；超出后每次加倍放慢。"
    )
    work = models.PositiveIntegerField("正常运算量", default=200_000, help_text="浏览器自动完成的运算次数上限。")
    most_work = models.PositiveIntegerField("最大运算量", default=6_000_000)
    wait = models.PositiveSmallIntegerField(
        "正常等候（秒）", default=20, help_text="浏览器不能运行脚本时，从打开页面到提交至少经过的时间。"
    )
    most_wait = models.PositiveSmallIntegerField("最长等候（秒）", default=120)
    legal_basis = models.CharField("依据", max_length=200, default="本级规定（待填）")
    valid_from = models.DateField("生效日期", default=date(2000, 1, 1))

    objects = LimitQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "公众表单限速"
        ordering = ["key", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "valid_from"],
                name="intake_limit_once",
                violation_error_message="这种表单在同一生效日期已有一行。",
            ),
            models.CheckConstraint(
                condition=Q(most_work__gte=F("work")) & Q(most_wait__gte=F("wait")),
                name="intake_limit_grows",
                violation_error_message="最大运算量、最长等候不能小于正常值。",
            ),
            models.CheckConstraint(
                # A telephone does some hundred thousand a second: beyond this the page would seem to stand still.
                condition=Q(most_work__lte=50_000_000) & Q(most_wait__lte=3600),
                name="intake_limit_bearable",
                violation_error_message="最大运算量不能超过5000万次，最长等候不能超过3600秒，否则群众无法提交。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.valid_from:%Y-%m-%d}起）"
