from datetime import date
from decimal import Decimal

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

from deputies.models.dated import Dated
from suggestions import scoring
from suggestions.states import AppraisalState, AppraisedKind, MeasureKey

DECIDED = (
    "会议已按这份评分办法作出评选决定，不能再修改。需要调整的，请在“评分办法”列表中选定它并执行“复制为新的评分办法”，"
    "在新的一份中修改、写明生效日期；本份可以填写失效日期。"
)


def kept_once_decided(scheme: str, but: str = "") -> pgtrigger.Trigger:
    """Refuses every change once a meeting has decided by the table; `scheme` is SQL for its keys from OLD and NEW.

    The column `but` may still change.
    """
    apart = f"TG_OP = 'UPDATE' AND to_jsonb(OLD) - '{but}' = to_jsonb(NEW) - '{but}'" if but else "FALSE"
    return pgtrigger.Trigger(
        name="kept_once_decided",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF NOT ({apart}) AND EXISTS (
                SELECT 1 FROM suggestions_appraisal AS appraisal
                WHERE appraisal.scheme_id IN ({scheme}) AND appraisal.state <> '{AppraisalState.SCORED}'
            ) THEN
                RAISE EXCEPTION 'decided: % rows of this scoring table cannot be changed', TG_TABLE_NAME;
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        """,
    )


def plain(number: Decimal) -> str:
    """ "10" of 10.00, "2.5" of 2.50."""
    return f"{Decimal(number).normalize():f}"


class AppraisalScheme(Dated):
    """A scoring table (评分办法): whom it appraises, how many may be chosen. The latest in force is used."""

    name = models.CharField("名称", max_length=60)
    kind = models.CharField("评选", max_length=12, choices=AppraisedKind)
    most_share = models.DecimalField(
        "名额不超过参评总数的（%）",
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="留空不按比例限制。",
    )
    most = models.PositiveSmallIntegerField("名额不超过（个）", null=True, blank=True, help_text="留空不按个数限制。")
    least_cases = models.PositiveSmallIntegerField(
        "参评至少须承办（件）", default=1, help_text="不足的列出得分依据，不参加评选。"
    )

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "评分办法"
        ordering = ["kind", "-valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["kind", "valid_from"],
                name="appraisal_scheme_once",
                violation_error_message="同一评选、同一生效日期已有评分办法。",
            ),
            models.CheckConstraint(
                condition=Q(most_share__isnull=True) | Q(most_share__range=(0, 100)),
                name="appraisal_scheme_share",
                violation_error_message="比例应在0至100之间。",
            ),
        ]
        triggers = [kept_once_decided("OLD.id", but="valid_until")]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.is_decided() and self._changed() - {"valid_until"}:
            raise ValidationError(DECIDED)

    def _changed(self) -> set[str]:
        known = type(self).objects.get(pk=self.pk)
        names = [field.attname for field in self._meta.concrete_fields]
        return {name for name in names if getattr(known, name) != getattr(self, name)}

    def is_decided(self) -> bool:
        """Whether a meeting has decided by it: then its rows stand for good."""
        return self.pk is not None and self.appraisals.exclude(state=AppraisalState.SCORED).exists()

    @transaction.atomic
    def copied(self, valid_from: date) -> "AppraisalScheme":
        """A new table with the same items and bands, in force from that day on."""
        items = self.measures()
        kept = {field.attname: getattr(self, field.attname) for field in self._meta.concrete_fields}
        made = AppraisalScheme.objects.create(**{**kept, "id": None, "valid_from": valid_from, "valid_until": None})
        for item in items:
            facts = {"measure": item.measure, "points": item.points, "order": item.order}
            line = AppraisalItem.objects.create(scheme=made, **facts)
            AppraisalBand.objects.bulk_create(
                AppraisalBand(item=line, at_least=band.at_least, points=band.points) for band in item.bands.all()
            )
        return made

    def measures(self) -> list["AppraisalItem"]:
        """Its items with their bands."""
        return list(self.items.prefetch_related("bands").order_by("order", "pk"))


class AppraisalItem(models.Model):
    """One line of a scoring table: what is measured, and its full points."""

    scheme = models.ForeignKey(AppraisalScheme, models.CASCADE, related_name="items", verbose_name="评分办法")
    measure = models.CharField("指标", max_length=24, choices=MeasureKey)
    points = models.DecimalField("分值", max_digits=5, decimal_places=2)
    order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta:
        verbose_name = verbose_name_plural = "评分指标"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "measure"],
                name="appraisal_item_once",
                violation_error_message="同一评分办法中已有这项指标。",
            ),
            models.CheckConstraint(
                condition=Q(points__gt=0), name="appraisal_item_points", violation_error_message="分值应当大于0。"
            ),
        ]
        triggers = [kept_once_decided("OLD.scheme_id, NEW.scheme_id")]

    def __str__(self) -> str:
        return f"{self.get_measure_display()}（{self.full}分）"

    def clean(self) -> None:
        super().clean()
        if self.scheme_id and self.scheme.is_decided():
            raise ValidationError(DECIDED)

    @property
    def full(self) -> str:
        """The full points without needless zeros."""
        return plain(self.points)

    def as_measure(self) -> scoring.Measure:
        """For the arithmetic."""
        bands = [scoring.Band(band.at_least, band.points) for band in self.bands.all()]
        return scoring.Measure(self.measure, Decimal(self.points), bands)


class AppraisalBand(models.Model):
    """From which rate on how many points an item gives; an item without bands gives points by its rate."""

    item = models.ForeignKey(AppraisalItem, models.CASCADE, related_name="bands", verbose_name="评分指标")
    at_least = models.DecimalField("达到（%）", max_digits=5, decimal_places=2)
    points = models.DecimalField("得分", max_digits=5, decimal_places=2)

    class Meta:
        verbose_name = verbose_name_plural = "分档"
        ordering = ["-at_least"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "at_least"], name="appraisal_band_once", violation_error_message="这一档已经有了。"
            ),
            models.CheckConstraint(
                condition=Q(at_least__range=(0, 100), points__gte=0),
                name="appraisal_band_range",
                violation_error_message="达到的比率应在0至100之间，得分不能为负。",
            ),
        ]
        triggers = [
            kept_once_decided("SELECT scheme_id FROM suggestions_appraisalitem WHERE id IN (OLD.item_id, NEW.item_id)")
        ]

    def __str__(self) -> str:
        return f"达到{plain(self.at_least)}%，得{plain(self.points)}分"

    def clean(self) -> None:
        super().clean()
        if self.item_id and self.item.scheme.is_decided():
            raise ValidationError(DECIDED)
