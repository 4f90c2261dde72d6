from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from deputies.models.dated import Dated
from deputies.querysets import DatedQuerySet


class ResultClassQuerySet(DatedQuerySet):
    def of_term(self, term_id: int | None, on: date) -> Self:
        """The classes of a term; the general ones when the term has no dictionary of its own."""
        own = self.on(on).filter(term_id=term_id)
        return own if term_id and own.exists() else self.on(on).filter(term=None)


class ResultClass(Dated):
    """A class of handling results. The meaning of A–D differs from place to place and term to term (domain 2.10)."""

    term = models.ForeignKey(
        "deputies.Term",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="届（空为通用）",
    )
    code = models.CharField("类别", max_length=4)
    name = models.CharField("含义", max_length=60)
    needs_commitment = models.BooleanField("须写明承诺事项和时限", default=False)
    upgrade_code = models.CharField(
        "兑现后升为", max_length=4, blank=True, help_text="承诺兑现并经代表再次评价后的类别代码，如 A；不升类的留空。"
    )
    order = models.PositiveSmallIntegerField("排序", default=100)

    objects = ResultClassQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "办理结果分类"
        ordering = ["order", "code"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["term", "code", "valid_from"],
                nulls_distinct=False,
                name="suggestion_class_once",
                violation_error_message="同一届、同一生效日期已有这一类别。",
            ),
            models.CheckConstraint(
                condition=~Q(code=""), name="result_class_code", violation_error_message="请填写类别代码，如 A。"
            ),
        ]

    def upgraded(self, on: date) -> "ResultClass | None":
        """The class a kept promise raises this one to, of the same dictionary; None where nothing is raised."""
        return ResultClass.objects.latest_on(on, term=self.term, code=self.upgrade_code) if self.upgrade_code else None

    def __str__(self) -> str:
        return f"{self.code}类（{self.name}）"
