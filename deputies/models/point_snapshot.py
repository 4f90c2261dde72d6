from decimal import Decimal

import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.models.point_scheme import Points, PointScheme, plain
from deputies.querysets import PointSnapshotQuerySet, PointStandingQuerySet
from deputies.states import SNAPSHOT_FLOW, PeriodKind, SnapshotState
from foundation.documents.figures import digest
from foundation.workflow.models import Versioned


class PointSnapshot(Versioned):
    """The points of all deputies by one scheme in one period, fixed by a hash (F91). A correction is a new edition."""

    scheme = models.ForeignKey(PointScheme, models.PROTECT, related_name="snapshots", verbose_name="积分办法")
    kind = models.CharField("期间", max_length=8, choices=PeriodKind)
    year = models.PositiveSmallIntegerField("年度")
    number = models.PositiveSmallIntegerField("第几期", default=1)
    edition = models.PositiveSmallIntegerField("版次", default=1)
    first_on = models.DateField("起日")
    last_on = models.DateField("止日")
    counted_on = models.DateField("统计截止日")
    state = models.CharField("状态", max_length=10, choices=SnapshotState, default=SnapshotState.ASKED, editable=False)
    asked_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="生成人")
    asked_at = models.DateTimeField("提请时间")
    progress_done = models.PositiveIntegerField("已计算", default=0)
    progress_of = models.PositiveIntegerField("全部", default=0)
    failure = models.CharField("失败原因", max_length=300, blank=True)
    rules = models.JSONField("当时的积分规则", default=list)
    share = models.DecimalField("折算比例（%）", max_digits=5, decimal_places=2, default=Decimal(100))
    fixed_at = models.DateTimeField("固定时间", null=True, blank=True)
    digest = models.CharField("校验值（SHA-256）", max_length=64, blank=True)
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name="更正哪一版"
    )
    reason = models.CharField("更正理由", max_length=300, blank=True)

    objects = PointSnapshotQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "积分快照"
        ordering = ["-year", "-last_on", "-edition"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "kind", "year", "number", "edition"],
                name="point_snapshot_once",
                violation_error_message="这一期的积分已经固定。",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(reason=""),
                name="point_snapshot_corrected_with_reason",
                violation_error_message="更正积分须写明理由。",
            ),
            models.CheckConstraint(
                condition=~Q(state=SnapshotState.FIXED) | ~Q(digest=""),
                name="point_snapshot_has_hash",
                violation_error_message="固定的积分须有校验值。",
            ),
        ]
        triggers = [
            SNAPSHOT_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(
                name="point_snapshot_is_fixed",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__state=SnapshotState.FIXED),
            ),
        ]

    def __str__(self) -> str:
        edition = f"（第{self.edition}版）" if self.edition > 1 else ""
        return f"{self.period_name}积分{edition}"

    def get_absolute_url(self) -> str:
        return reverse("deputies:snapshot", args=[self.pk])

    @property
    def period_name(self) -> str:
        """ "2026年第2季度", "2026年上半年", "2026年"."""
        if self.kind == PeriodKind.QUARTER:
            return f"{self.year}年第{self.number}季度"
        if self.kind == PeriodKind.HALF:
            return f"{self.year}年{'上' if self.number == 1 else '下'}半年"
        return f"{self.year}年"

    @property
    def is_fixed(self) -> bool:
        return self.state == SnapshotState.FIXED

    @property
    def is_under_way(self) -> bool:
        """Whether the job has still to run or runs."""
        return self.state in (SnapshotState.ASKED, SnapshotState.BUILDING)

    def is_latest(self) -> bool:
        """Whether no newer edition of the period was begun."""
        return not PointSnapshot.objects.filter(corrects=self).exists()

    def expected_digest(self) -> str:
        """What `digest` must be for the rules and standings as they are kept."""
        fields = ("deputy", "total", "earned", "penalties", "grade", "place", "place_in_delegation", "place_in_group")
        rows = self.standings.order_by("deputy").values_list(*fields, "detail")
        facts = {"scheme": self.scheme_id, "kind": self.kind, "year": self.year, "number": self.number}
        if self.share != 100:
            facts["share"] = f"{plain(self.share)}"
        facts |= {"edition": self.edition, "period": [f"{self.first_on}", f"{self.last_on}"], "rules": self.rules}
        return digest({**facts, "standings": [[str(value) for value in row[:-1]] + [row[-1]] for row in rows]})


class PointStanding(models.Model):
    """Where one deputy stood: total, grade, places, and the rules and lines the total was made of."""

    snapshot = models.ForeignKey(PointSnapshot, models.PROTECT, related_name="standings", verbose_name="积分快照")
    deputy = models.ForeignKey("deputies.Deputy", models.PROTECT, related_name="standings", verbose_name="代表")
    delegation = models.ForeignKey(
        "deputies.Delegation", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="代表团"
    )
    group = models.ForeignKey(
        "deputies.DeputyGroup", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="代表小组"
    )
    total = Points("总分")
    earned = Points("得分")
    penalties = Points("扣分")
    grade = models.CharField("等次", max_length=20, blank=True)
    place = models.PositiveIntegerField("名次", null=True)
    place_in_delegation = models.PositiveIntegerField("代表团内名次", null=True)
    place_in_group = models.PositiveIntegerField("小组内名次", null=True)
    detail = models.JSONField("构成", default=dict)

    objects = PointStandingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "积分名次"
        ordering = ["place", "deputy__pinyin_key", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["snapshot", "deputy"], name="point_standing_once"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="point_standing_is_fixed",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func=f"""
                    IF EXISTS (
                        SELECT 1 FROM deputies_pointsnapshot
                        WHERE id = COALESCE(OLD.snapshot_id, NEW.snapshot_id) AND state = '{SnapshotState.FIXED}'
                    ) THEN
                        RAISE EXCEPTION 'fixed: standings of this snapshot cannot be changed';
                    END IF;
                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self) -> str:
        return f"{self.deputy}：{self.total}分"

    def get_absolute_url(self) -> str:
        return reverse("deputies:standing", args=[self.pk])
