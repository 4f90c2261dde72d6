import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.querysets import MandateQuerySet
from deputies.states import MANDATE_FLOW, REASON_LABELS, Level, MandateStatus
from foundation.workflow.models import Versioned

PLACES = {"delegation": "代表团", "group": "代表小组", "constituency": "选区"}


@pghistory.track()
class Mandate(Versioned):
    """A deputy's seat in one term at one level.

    `term` is the term of the congress in whose register the seat is kept: a provincial seat of one of our deputies is
    registered under our own term with level province. Statuses follow 代表法 61 and 62.
    """

    deputy = models.ForeignKey(
        "deputies.Deputy",
        on_delete=models.PROTECT,
        related_name="mandates",
        verbose_name="代表",
    )
    term = models.ForeignKey(
        "deputies.Term",
        on_delete=models.PROTECT,
        related_name="mandates",
        verbose_name="届",
    )
    level = models.CharField("层级", max_length=10, choices=Level.choices, default=Level.DISTRICT)
    delegation = models.ForeignKey(
        "deputies.Delegation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="mandates",
        verbose_name="代表团",
    )
    group = models.ForeignKey(
        "deputies.DeputyGroup",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="mandates",
        verbose_name="代表小组",
    )
    constituency = models.ForeignKey(
        "deputies.Constituency",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="mandates",
        verbose_name="选区",
    )
    by_election = models.BooleanField("补选", default=False)
    re_elected = models.BooleanField("连任", default=False)
    sc_member = models.BooleanField("常委会组成人员", default=False)
    special_committee = models.CharField("专门委员会", max_length=60, blank=True, help_text="任职的专门委员会。")
    elected_on = models.DateField("当选日期", null=True, blank=True, help_text="补选代表的当选日期；换届当选的可留空。")
    status = models.CharField("状态", max_length=10, choices=MandateStatus.choices, default=MandateStatus.SERVING)
    reason = models.CharField("原因", max_length=20, choices=list(REASON_LABELS.items()), blank=True)
    status_since = models.DateField("现状态起始日", null=True, blank=True)
    announcement_no = models.CharField("公告文号", max_length=60, blank=True)
    announced_on = models.DateField("公告日期", null=True, blank=True)
    imported_at = models.DateTimeField("导入时间", null=True, blank=True, editable=False)

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "代表职务"
        ordering = ["deputy__pinyin_key", "pk"]
        indexes = [models.Index(fields=["term", "level", "status"])]
        triggers = [MANDATE_FLOW.fsm_trigger("status")]
        constraints = [
            models.UniqueConstraint(
                fields=["deputy", "term", "level"],
                condition=~Q(status=MandateStatus.ENDED),
                name="one_mandate_in_force",
                violation_error_message="该代表在本届同一层级已有有效的代表职务，不能重复登记。",
            ),
            models.CheckConstraint(
                condition=Q(status=MandateStatus.SERVING, reason="")
                | (~Q(status=MandateStatus.SERVING) & ~Q(reason="")),
                name="status_has_reason",
                violation_error_message="暂停执行职务或者终止资格应当写明法定原因；在任代表不填原因。",
            ),
            models.CheckConstraint(
                condition=Q(status=MandateStatus.SERVING) | Q(status_since__isnull=False),
                name="status_has_date",
                violation_error_message="暂停执行职务或者终止资格应当写明起始日期。",
            ),
        ]

    def clean(self) -> None:
        super().clean()
        faults = {
            name: f"这个{label}不属于{self.term}，请在同一届中选择。"
            for name, label in PLACES.items()
            if (place := getattr(self, name)) is not None and place.term_id != self.term_id
        }
        if faults:
            raise ValidationError(faults)

    def __str__(self) -> str:
        return f"{self.deputy.name}（{self.title}）"

    @property
    def title(self) -> str:
        """ "区人大代表" in the register's own congress, "省人大代表" elsewhere."""
        congress = self.term.congress
        return f"{congress.short_name if self.level == congress.level else f'{self.get_level_display()}人大'}代表"

    def get_absolute_url(self) -> str:
        return reverse("deputies:detail", args=[self.deputy_id])

    @property
    def is_serving(self) -> bool:
        return self.status == MandateStatus.SERVING
