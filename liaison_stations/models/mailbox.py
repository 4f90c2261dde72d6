from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from deputies.models.dated import Dated
from foundation.audit.history import tracked
from liaison_stations.states.letter import MailboxCode, SpamSort


@tracked()
class MailboxRule(Dated):
    """A local number of the public mailbox, with its basis and its days."""

    code = models.CharField("规则", max_length=20, choices=MailboxCode)
    amount = models.PositiveSmallIntegerField("数量")

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "代表信箱规则"
        ordering = ["code", "-valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="mailbox_rule_once",
                violation_error_message="这条规则在同一生效日期已有一行。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_code_display()}：{self.amount}"

    @classmethod
    def amounts_on(cls, day: date) -> dict[str, int]:
        """Code → number in force on `day`; one query. A rule the office has ended is missing."""
        rows = cls.objects.on(day).order_by("code", "valid_from", "pk")
        return {row.code: row.amount for row in rows}


@tracked()
class SpamSign(Dated):
    """A sign by which a letter looks like junk, and the points it gives. Points order the queue and do nothing else."""

    name = models.CharField("名称", max_length=60, unique=True)
    sort = models.CharField("判断办法", max_length=12, choices=SpamSort)
    words = models.CharField("词语", max_length=300, blank=True, help_text="用空格分开；仅“含有词语”时填写。")
    threshold = models.PositiveSmallIntegerField("达到次数", default=1, validators=[MinValueValidator(1)])
    points = models.PositiveSmallIntegerField(
        "分值", default=20, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "疑似无效来信的判断"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
