import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.models.dated import Dated
from foundation.workflow.models import Versioned
from liaison_stations.querysets.consultations import ConsultationItemQuerySet, ConsultationQuerySet
from liaison_stations.states.consultation import CONSULTATION_FLOW, FOLLOWED, ConsultationState, Decision


class ConsultationRule(Dated):
    """When the monthly consultation is held and what comes onto its agenda by itself."""

    day = models.PositiveSmallIntegerField("每月几日", help_text="遇节假日顺延到下一个工作日。")
    days_before = models.PositiveSmallIntegerField("提前几天生成议题", default=5)
    open_days = models.PositiveSmallIntegerField(
        "来信超过几天未答复的列入议题", default=7, help_text="已经超过期限的一律列入。"
    )

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "集中研判制度"
        ordering = ["-valid_from", "-pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(day__gte=1, day__lte=28),
                name="consultation_day_of_every_month",
                violation_error_message="请填1至28之间的日子，每个月都有这一天。",
            ),
        ]

    def __str__(self) -> str:
        return f"每月{self.day}日集中研判"


class Consultation(Versioned):
    """One monthly consultation: who led it, what was on its agenda, its minutes."""

    month = models.DateField("月份", help_text="当月一日")
    held_on = models.DateField("日期")
    place = models.CharField("地点", max_length=100, blank=True)
    chair = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="主持人",
    )
    attendees = models.TextField("参加人员", blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=ConsultationState, default=ConsultationState.PLANNED, editable=False
    )
    minutes_at = models.DateTimeField("纪要印发时间", null=True, blank=True)

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "集中研判"
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["month"], name="consultation_once_a_month", violation_error_message="本月的集中研判已经安排。"
            ),
            models.CheckConstraint(
                condition=Q(month__day=1),
                name="consultation_month_by_its_first_day",
                violation_error_message="月份写当月一日。",
            ),
            models.CheckConstraint(
                condition=Q(state=ConsultationState.PLANNED) | (Q(chair__isnull=False) & ~Q(attendees="")),
                name="consultation_held_by_somebody",
                violation_error_message="请写明主持人和参加人员。",
            ),
        ]
        triggers = [
            CONSULTATION_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="consultation_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.month.year}年{self.month.month}月集中研判"

    def get_absolute_url(self) -> str:
        return reverse("stations:consultation", args=[self.pk])


class ConsultationItem(Versioned):
    """One matter on the agenda: a letter or another topic, what was decided, by whom until when, what became of it."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="items", verbose_name="集中研判"
    )
    number = models.PositiveSmallIntegerField("序号")
    letter = models.ForeignKey(
        "liaison_stations.Letter",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="consultation_items",
        verbose_name="来信",
    )
    topic = models.CharField("议题", max_length=100, blank=True, help_text="不要写群众的姓名、电话。")
    decision = models.CharField("研判意见", max_length=12, choices=Decision, blank=True)
    words = models.TextField("具体要求", blank=True)
    unit = models.ForeignKey(
        "accounts.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="落实单位",
    )
    due_on = models.DateField("完成期限", null=True, blank=True)
    outcome = models.TextField("落实结果", blank=True)
    settled_at = models.DateTimeField("落实时间", null=True, blank=True)

    objects = ConsultationItemQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "研判议题"
        ordering = ["consultation", "number"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "number"], name="consultation_item_number"),
            models.UniqueConstraint(
                fields=["consultation", "letter"],
                name="consultation_item_letter_once",
                violation_error_message="这封来信已在议题中。",
            ),
            models.CheckConstraint(
                condition=Q(letter__isnull=False) | ~Q(topic=""),
                name="consultation_item_about_something",
                violation_error_message="请写明议题。",
            ),
            models.CheckConstraint(
                condition=Q(decision="") | ~Q(words=""),
                name="consultation_item_decision_in_words",
                violation_error_message="请写明具体要求。",
            ),
            models.CheckConstraint(
                condition=~Q(decision__in=FOLLOWED) | Q(due_on__isnull=False),
                name="consultation_item_due",
                violation_error_message="请写明完成期限。",
            ),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True) | ~Q(outcome=""),
                name="consultation_item_outcome",
                violation_error_message="请写明落实结果。",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="consultation_item_is_kept",
                operation=pgtrigger.Delete,
                condition=~pgtrigger.Q(old__decision=""),
            )
        ]

    def __str__(self) -> str:
        return f"议题{self.number}：{self.topic or self.letter}"

    def get_absolute_url(self) -> str:
        return reverse("stations:consultation-item", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Decided, and still to be carried out."""
        return self.decision in FOLLOWED and self.settled_at is None
