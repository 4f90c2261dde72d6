from datetime import date

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from foundation.vault.fields import EncryptedTextField
from foundation.web.chinese import date_text
from foundation.workflow.models import Versioned
from liaison_stations.querysets.receptions import RecordQuerySet
from liaison_stations.states.letter import LetterKind
from liaison_stations.states.reception import RECORD_FLOW, ReceptionPath, RecordSource, RecordState, TellingWay


class ReceptionRecord(Versioned):
    """What a visitor brought to a station, and which way it went (《人大代表接待选民记录表》).

    What was settled on the spot is kept here, encrypted, outside of the row history, and erased in time. Everything
    else is a `letter` of the visitor's: words, name and contact stand there alone, under the letter's own key.
    """

    # Of the name this one sending was given by the tablet: sent again, it is there once.
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    station = models.ForeignKey(
        "liaison_stations.Station", on_delete=models.PROTECT, related_name="receptions", verbose_name="联络站"
    )
    slot = models.ForeignKey(
        "liaison_stations.ReceptionSlot",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="records",
        verbose_name="接待日",
    )
    received_at = models.DateTimeField("接待时间")
    deputies = models.ManyToManyField("deputies.Deputy", related_name="received", verbose_name="接待代表")
    kind = models.CharField("类别", max_length=12, choices=LetterKind)
    path = models.CharField("办理途径", max_length=10, choices=ReceptionPath)
    state = models.CharField("状态", max_length=10, choices=RecordState, editable=False)
    source = models.CharField("登记方式", max_length=10, choices=RecordSource, default=RecordSource.TABLET)
    letter = models.OneToOneField(
        "liaison_stations.Letter",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reception",
        verbose_name="转办来信",
    )
    title = EncryptedTextField("事由", blank=True)
    text = EncryptedTextField("反映的情况", blank=True)
    answer = EncryptedTextField("当场答复", blank=True)
    proposal = EncryptedTextField("拟办意见", blank=True)
    visitor_name = EncryptedTextField("来访人姓名", blank=True)
    visitor_phone = EncryptedTextField("来访人电话", blank=True)
    visitor_address = EncryptedTextField("来访人住址", blank=True)
    satisfaction = models.PositiveSmallIntegerField(
        "来访人评价（分）", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    told_on = models.DateField("告知日期", null=True, blank=True)
    told_how = models.CharField("告知方式", max_length=10, choices=TellingWay, blank=True)
    told_note = models.CharField("群众意见", max_length=200, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="登记人"
    )
    entered_at = models.DateTimeField("登记时间")
    erased_at = models.DateTimeField("个人信息删除时间", null=True, blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "接待记录"
        ordering = ["-received_at", "-pk"]
        indexes = [
            models.Index(fields=["station", "-received_at"], name="record_of_station"),
            models.Index(fields=["state", "received_at"], name="record_state"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(path=ReceptionPath.SPOT) ^ Q(letter__isnull=False),
                name="record_settled_or_letter",
                violation_error_message="不能当场答复的，须转为来信办理。",
            ),
            models.CheckConstraint(
                condition=Q(satisfaction__isnull=True) | Q(satisfaction__range=(1, 5)),
                name="record_satisfaction",
                violation_error_message="评价为1至5分。",
            ),
            models.CheckConstraint(
                condition=~Q(state=RecordState.TOLD) | (Q(told_on__isnull=False) & ~Q(told_how="")),
                name="record_told_how",
                violation_error_message="请写明告知的日期和方式。",
            ),
        ]
        triggers = [
            RECORD_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="record_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.station.name}{date_text(self.day)}接待记录（{self.pk}号）"

    def get_absolute_url(self) -> str:
        return reverse("stations:reception", args=[self.pk])

    @property
    def day(self) -> date:
        return timezone.localdate(self.received_at)

    @property
    def matter(self) -> str:
        """What it is about; empty once it was erased."""
        return (self.letter.title if self.letter else self.title) or ""

    @property
    def words(self) -> str:
        """What the visitor said; empty once it was erased."""
        return (self.letter.text if self.letter else self.text) or ""
