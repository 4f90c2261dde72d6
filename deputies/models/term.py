from django.db import models
from django.db.models import F, Q

from deputies.numerals import chinese_number
from deputies.querysets import TermQuerySet


class Term(models.Model):
    """A term (届) of one congress: five years from its first session to the next term's first session (代表法 2)."""

    congress = models.ForeignKey(
        "deputies.Congress",
        on_delete=models.PROTECT,
        related_name="terms",
        verbose_name="人大",
    )
    number = models.PositiveSmallIntegerField("届次", help_text="数字，如 5 表示第五届。")
    name = models.CharField("名称", max_length=20, blank=True, help_text="留空时按届次生成，如“第五届”。")
    starts_on = models.DateField("开始日期", null=True, blank=True, help_text="本届第一次会议召开之日。")
    ends_on = models.DateField("结束日期", null=True, blank=True)
    is_current = models.BooleanField("当前届", default=False)
    sealed_at = models.DateTimeField("封存时间", null=True, blank=True, editable=False)

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "届"
        ordering = ["congress", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "number"], name="term_once", violation_error_message="这一届已经登记过了。"
            ),
            models.UniqueConstraint(
                fields=["congress"],
                condition=Q(is_current=True),
                name="one_current_term",
                violation_error_message="每个人大只能有一个当前届，请先取消原来的当前届。",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gt=F("starts_on")),
                name="term_ends_after_start",
                violation_error_message="结束日期应当晚于开始日期。",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1), name="term_number_positive", violation_error_message="届次应当从 1 起。"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs):
        self.name = self.name or f"第{chinese_number(self.number)}届"
        super().save(*args, **kwargs)

    @property
    def level(self) -> str:
        return self.congress.level
