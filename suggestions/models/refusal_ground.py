from django.db import models

from deputies.models.dated import Dated
from foundation.web.chinese import named_basis
from suggestions.states import Consequence


class RefusalGround(Dated):
    """A case in which a paper is not filed as a suggestion (不作为建议的情形), and what becomes of it then."""

    code = models.SlugField("代码", max_length=40)
    text = models.CharField("情形", max_length=200)
    consequence = models.CharField("后续处理", max_length=10, choices=Consequence, default=Consequence.LETTER)
    order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "不予立案情形"
        ordering = ["order", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="suggestion_ground_once",
                violation_error_message="这一情形已经登记过了。",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def sourced(self) -> str:
        """The ground with its source, as far as one is named."""
        basis = named_basis(self.legal_basis)
        return f"{self.text}（{basis}）" if basis else self.text
