from datetime import date

from django.core.validators import MinValueValidator
from django.db import models

from deputies.models.dated import Dated
from deputies.querysets.contact import StandardQuerySet
from deputies.states.contact import StandardCode
from foundation.audit.history import tracked


@tracked()
class ContactStandard(Dated):
    """A local number of the work of keeping in touch (联系工作标准), with its basis and its days."""

    code = models.CharField("标准", max_length=20, choices=StandardCode)
    amount = models.PositiveSmallIntegerField("数量", validators=[MinValueValidator(1)])

    objects = StandardQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "联系工作标准"
        ordering = ["code", "-valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="contact_standard_once",
                violation_error_message="这一标准在同一生效日期已有一行。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_code_display()}：{self.amount}"

    @classmethod
    def amount_on(cls, code: str, day: date) -> int:
        """The number in force on `day`; 1 where the office has ended the row."""
        row = cls.objects.latest_on(day, code=code)
        return row.amount if row else 1
