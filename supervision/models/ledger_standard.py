from datetime import date

from django.db import models

from deputies.models.dated import Dated
from supervision.states.problem import LedgerCode


class LedgerStandard(Dated):
    """A local number of the issue ledger, with its basis and its days."""

    code = models.CharField("标准", max_length=20, choices=LedgerCode)
    amount = models.PositiveSmallIntegerField("数值")

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "问题清单标准"
        ordering = ["code", "-valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="ledger_standard_once",
                violation_error_message="这一标准在同一生效日期已有一行。",
            ),
            models.CheckConstraint(
                condition=~models.Q(code=LedgerCode.SATISFIED_PERCENT) | models.Q(amount__lte=100),
                name="ledger_standard_percent",
                violation_error_message="满意率最高为100%。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_code_display()}：{self.amount}"

    @classmethod
    def amount_on(cls, code: str, day: date) -> int:
        """The number in force on `day`; 0, that is no demand, where the office has ended the row."""
        row = cls.objects.latest_on(day, code=code)
        return row.amount if row else 0
