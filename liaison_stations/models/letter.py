from typing import Any

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models import Q

from foundation.vault.fields import EncryptedTextField
from foundation.vault.sealing import Sealed
from foundation.workflow.models import Versioned
from liaison_stations.querysets.letters import LetterQuerySet
from liaison_stations.states.handling import AnswerKind
from liaison_stations.states.letter import LETTER_FLOW, Channel, LetterKind, LetterState

S = LetterState


class Letter(Versioned):
    """A citizen's letter to a deputy, a station, or to whoever is right for his place. No account stands behind it.

    Its words are sealed under a key of its own (`LetterKey`): destroying the key erases the letter wherever the row
    was copied to. The row stands outside the row history; `str()` says the number and nothing else.
    """

    number = models.CharField("编号", max_length=12, unique=True, editable=False)
    code_hash = models.CharField(max_length=64, editable=False)
    # Of the ticket the form was opened with: a double click finds the letter that is there.
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    channel = models.CharField("来信途径", max_length=10, choices=Channel)
    kind = models.CharField("类别", max_length=12, choices=LetterKind)
    state = models.CharField("状态", max_length=14, choices=S, default=S.POSTED, editable=False)
    to_deputy = models.ForeignKey(
        "deputies.Deputy", models.PROTECT, null=True, blank=True, related_name="letters", verbose_name="写给代表"
    )
    to_station = models.ForeignKey(
        "liaison_stations.Station",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="letters",
        verbose_name="写给联络站",
    )
    area = models.ForeignKey(
        "deputies.Area", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="事情发生在"
    )
    sealed_title = models.TextField(editable=False)
    sealed_text = models.TextField(editable=False)
    sealed_place = models.TextField(blank=True, editable=False)
    latitude = models.DecimalField("纬度", max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField("经度", max_digits=9, decimal_places=6, null=True, blank=True)
    public_wish = models.BooleanField("同意公开", default=False)
    posted_at = models.DateTimeField("来信时间")
    # Keys by which letters that are alike find each other (foundation.search); numbers in the text are left out.
    shape = ArrayField(models.IntegerField(), default=list, editable=False)
    same_hash = models.CharField(max_length=64, blank=True, editable=False)
    repeats = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="repeated_by", verbose_name="与此前来信内容相同"
    )
    spam_score = models.PositiveSmallIntegerField("疑似无效来信（分）", default=0)
    spam_reasons = ArrayField(models.CharField(max_length=60), default=list, verbose_name="疑似理由")

    deputy = models.ForeignKey(
        "deputies.Deputy", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="答复代表"
    )
    unit = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="办理单位"
    )
    ground = models.ForeignKey(
        "liaison_stations.LetterGround", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="理由"
    )
    answer_kind = models.CharField("答复类别", max_length=10, choices=AnswerKind, blank=True)
    public_copy = models.ForeignKey(
        "liaison_stations.PublicLetter",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="公开文本",
    )
    published_at = models.DateTimeField("公开时间", null=True, blank=True)
    asked_at = models.DateTimeField("请来信人补充", null=True, blank=True)
    delay_asked_at = models.DateTimeField("单位申请延期", null=True, blank=True)
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)
    closed_at = models.DateTimeField("办结时间", null=True, blank=True)
    rating = models.PositiveSmallIntegerField("评价", null=True, blank=True)
    rated_at = models.DateTimeField("评价时间", null=True, blank=True)
    reopened_at = models.DateTimeField("申请继续办理时间", null=True, blank=True)
    erasure_asked_at = models.DateTimeField("申请删除时间", null=True, blank=True)
    erased_at = models.DateTimeField("删除时间", null=True, blank=True)

    title = Sealed("sealed_title")
    text = Sealed("sealed_text")
    place = Sealed("sealed_place")
    _secret: str | None = None

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "群众来信"
        ordering = ["-posted_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "posted_at"], name="letter_state"),
            models.Index(fields=["-posted_at", "-id"], name="letter_latest"),
            models.Index(fields=["same_hash", "posted_at"], condition=~Q(same_hash=""), name="letter_same"),
            GinIndex(fields=["shape"], name="letter_shape"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_deputy__isnull=False) | Q(to_station__isnull=False) | Q(area__isnull=False),
                name="letter_to_somebody",
                violation_error_message="请选择写给哪位代表、哪个联络站，或者事情发生在哪里。",
            ),
            models.CheckConstraint(
                condition=Q(rating__isnull=True) | Q(rating__range=(1, 5)),
                name="letter_rating_range",
                violation_error_message="评价为1至5分。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.WITH_UNIT) | Q(unit__isnull=False),
                name="letter_with_a_unit",
                violation_error_message="交办须写明单位。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.WITH_DEPUTY) | Q(deputy__isnull=False),
                name="letter_with_a_deputy",
                violation_error_message="请写明交给哪位代表。",
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="letter_point_whole",
                violation_error_message="地图位置不完整，请重新标注。",
            ),
        ]
        triggers = [
            LETTER_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="letter_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        year, _, serial = self.number.partition("-")
        return f"信〔{year}〕{serial}"

    def get_absolute_url(self) -> str:
        """The page of whoever works on it; its writer comes by `letters:follow`."""
        return f"/stations/letters/{self.pk}/"

    def secret(self) -> str | None:
        """The letter's own key; None once it is destroyed."""
        if self._secret is None:
            try:
                self._secret = self.key.secret
            except ObjectDoesNotExist:
                return None
        return self._secret

    @property
    def addressee(self) -> Any:
        """Whom the writer chose: a deputy, a station, or the area of the matter."""
        return self.to_deputy or self.to_station or self.area

    @property
    def is_erased(self) -> bool:
        return self.erased_at is not None

    @property
    def is_public(self) -> bool:
        return self.published_at is not None


class LetterKey(models.Model):
    """The key one letter is sealed under, itself encrypted with the vault's. Deleting the row erases the letter."""

    letter = models.OneToOneField(
        Letter, models.CASCADE, primary_key=True, related_name="key", verbose_name="来信", editable=False
    )
    secret = EncryptedTextField()

    class Meta:
        verbose_name = verbose_name_plural = "来信密钥"
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.letter_id)
