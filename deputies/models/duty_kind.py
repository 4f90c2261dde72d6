from django.db import models

from deputies.models.dated import Dated
from deputies.querysets import DutyKindQuerySet
from deputies.states import Approver, DutyBlock, DutyUnit
from foundation.audit.history import tracked


@tracked()
class DutyKind(Dated):
    """A kind of duty the performance file counts (履职事项): where it stands, in what it is counted, who confirms it.

    Other rooms name a kind by its code; a code is never given a second time.
    """

    code = models.SlugField("代码", max_length=40, unique=True, error_messages={"unique": "这个代码已经使用。"})
    name = models.CharField("名称", max_length=60)
    block = models.CharField("栏目", max_length=12, choices=DutyBlock)
    unit = models.CharField("计量单位", max_length=10, choices=DutyUnit, default=DutyUnit.TIME)
    self_reported = models.BooleanField("代表可以自报", default=False)
    needs_evidence = models.BooleanField("自报须附证明材料", default=False)
    approver = models.CharField("由谁核实", max_length=10, choices=Approver, default=Approver.OFFICE)
    is_public = models.BooleanField("计入公开的履职情况", default=True)
    order = models.PositiveSmallIntegerField("排序", default=100)

    objects = DutyKindQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "履职事项"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name
