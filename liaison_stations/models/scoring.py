from decimal import Decimal
from typing import Any

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.models.point_scheme import Points
from foundation.workflow.models import Versioned
from liaison_stations.models.score_table import ScoreTable
from liaison_stations.querysets.scoring import ScoreQuerySet, ScoreRoundQuerySet, ScoreSheetQuerySet
from liaison_stations.states.scoring import SCORE_FLOW, ScoreState, SheetKind


class ScoreRound(Versioned):
    """One scoring of stations, or one yearly appraisal of townships and streets; published as a whole."""

    table = models.ForeignKey(ScoreTable, models.PROTECT, related_name="rounds", verbose_name="评分表")
    year = models.PositiveSmallIntegerField("年度")
    self_due_on = models.DateField("自评截止日期")
    scorers = models.ManyToManyField("accounts.User", related_name="score_rounds", verbose_name="评分人")
    opened_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="经办人")
    opened_at = models.DateTimeField("开始时间")
    adopted_by = models.CharField("通过的会议", max_length=120, blank=True)
    published_at = models.DateTimeField("公布时间", null=True, blank=True)

    objects = ScoreRoundQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "评分"
        ordering = ["-year", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["table", "year"],
                name="score_round_once",
                violation_error_message="这一年度已按这份评分表开展评分。",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | ~Q(adopted_by=""),
                name="score_round_adopted",
                violation_error_message="公布结果须写明通过的会议。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="score_round_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.year}年{self.table.name}"

    def get_absolute_url(self) -> str:
        return reverse("stations:score-round", args=[self.pk])


@pghistory.track()
class Score(Versioned):
    """One station, or one township or street, in one round: its self-rating, the scores on site, the result."""

    round = models.ForeignKey(ScoreRound, models.PROTECT, related_name="scores", verbose_name="评分")
    station = models.ForeignKey(
        "liaison_stations.Station",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="scores",
        verbose_name="联络站",
    )
    organisation = models.ForeignKey(
        "accounts.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="congress_scores",
        verbose_name="乡镇、街道人大",
    )
    state = models.CharField("状态", max_length=10, choices=ScoreState, default=ScoreState.SELF, editable=False)
    passed_reason = models.CharField("没有自评的原因", max_length=200, blank=True)
    self_total = Points("自评分", null=True, blank=True)
    on_site_total = Points("现场评分平均", null=True, blank=True)
    total = Points("总分", null=True, blank=True)
    star = models.CharField("等次", max_length=20, blank=True)
    reward = models.CharField("激励措施", max_length=100, blank=True)
    place = models.PositiveSmallIntegerField("名次", null=True, blank=True)

    objects = ScoreQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "评分结果"
        ordering = ["round", "place", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(station__isnull=True) ^ Q(organisation__isnull=True),
                name="score_of_one",
                violation_error_message="评分对象是一个联络站，或者一个乡镇、街道人大。",
            ),
            models.UniqueConstraint(fields=["round", "station"], name="score_once_per_station"),
            models.UniqueConstraint(fields=["round", "organisation"], name="score_once_per_organisation"),
            models.CheckConstraint(
                condition=~Q(state=ScoreState.PUBLISHED) | Q(total__isnull=False, place__isnull=False),
                name="score_published_has_total",
                violation_error_message="公布的结果应当有总分和名次。",
            ),
        ]
        triggers = [
            SCORE_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="score_is_kept", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="published_score_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__state=ScoreState.PUBLISHED),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}{self.round}"

    def get_absolute_url(self) -> str:
        return reverse("stations:score", args=[self.pk])

    @property
    def subject(self) -> Any:
        """The station, or the house of the township or street."""
        return self.station or self.organisation


class ScoreSheet(models.Model):
    """What one person gave, item by item. A corrected sheet is a new one; the old stays with its day."""

    score = models.ForeignKey(Score, models.PROTECT, related_name="sheets", verbose_name="评分结果")
    kind = models.CharField("类别", max_length=10, choices=SheetKind)
    scorer = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="评分人")
    visited_on = models.DateField("到场日期", null=True, blank=True)
    words = models.TextField("说明", blank=True)
    total = Points("合计", default=Decimal(0))
    given_at = models.DateTimeField("评分时间")
    replaced_at = models.DateTimeField("更正时间", null=True, blank=True)

    objects = ScoreSheetQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "评分单"
        ordering = ["kind", "given_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["score", "scorer", "kind"],
                condition=Q(replaced_at__isnull=True),
                name="score_sheet_once",
                violation_error_message="您已经评过分。",
            ),
            models.UniqueConstraint(
                fields=["score"],
                condition=Q(kind=SheetKind.SELF, replaced_at__isnull=True),
                name="self_sheet_once",
                violation_error_message="已经自评。",
            ),
            models.CheckConstraint(
                condition=Q(kind=SheetKind.SELF) | Q(visited_on__isnull=False),
                name="score_sheet_visited",
                violation_error_message="现场评分须写明到场日期。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="score_sheet_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.score}"

    def get_absolute_url(self) -> str:
        return self.score.get_absolute_url()


class ScoreMark(models.Model):
    """The points of one item on one sheet, with what was seen."""

    sheet = models.ForeignKey(ScoreSheet, models.PROTECT, related_name="marks", verbose_name="评分单")
    item = models.ForeignKey("liaison_stations.ScoreItem", models.PROTECT, related_name="+", verbose_name="评分项目")
    points = Points("得分")
    remark = models.CharField("扣分原因", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "评分明细"
        ordering = ["item__order", "item", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "item"], name="score_mark_once"),
            models.CheckConstraint(
                condition=Q(points__gte=0), name="score_mark_positive", violation_error_message="得分不能是负数。"
            ),
        ]
        triggers = [pgtrigger.Protect(name="score_mark_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.item.name}：{self.points}"
