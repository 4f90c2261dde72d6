import pgtrigger
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.urls import reverse

from foundation.documents.figures import Sheet, digest, from_json
from foundation.workflow.models import Versioned
from suggestions.models.appraisal_scheme import AppraisalScheme
from suggestions.querysets import AppraisalQuerySet, OfSuggestionQuerySet
from suggestions.states import APPRAISAL_FLOW, AppraisalState, AppraisedKind, MarkDimension

# Once a meeting has decided, neither the scores nor the decision move any more.
COLUMNS = ("content", "digest", "meeting_id", "decided_on", "scheme_id", "year", "kind")
CHANGED = " OR ".join(f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in COLUMNS)
FIXED = f"OLD.state <> '{AppraisalState.SCORED}' AND ({CHANGED})"


class Appraisal(Versioned):
    """One year's scores of units or suggestions, what a meeting decided on them, and the published list (评优)."""

    kind = models.CharField("评选", max_length=12, choices=AppraisedKind)
    year = models.PositiveSmallIntegerField("年度")
    scheme = models.ForeignKey(AppraisalScheme, models.PROTECT, related_name="appraisals", verbose_name="评分办法")
    state = models.CharField(
        "状态", max_length=12, choices=AppraisalState, default=AppraisalState.SCORED, editable=False
    )
    counted_on = models.DateField("统计截止日")
    scored_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+", verbose_name="计分人")
    scored_at = models.DateTimeField("计分时间")
    content = models.JSONField("得分表", default=list, encoder=DjangoJSONEncoder)
    meeting = models.ForeignKey(
        "deputies.Meeting", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="决定的会议"
    )
    decided_on = models.DateField("决定日期", null=True, blank=True)
    decided_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="登记人"
    )
    decided_at = models.DateTimeField("登记时间", null=True, blank=True)
    digest = models.CharField("校验值（SHA-256）", max_length=64, blank=True)
    published_at = models.DateTimeField("公布时间", null=True, blank=True)

    objects = AppraisalQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "年度评选"
        ordering = ["-year", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "year"], name="appraisal_once", violation_error_message="该年度已有这项评选。"
            ),
            models.CheckConstraint(
                condition=Q(state=AppraisalState.SCORED)
                | (Q(meeting__isnull=False, decided_on__isnull=False) & ~Q(digest="")),
                name="appraisal_decided_by_meeting",
                violation_error_message="决定评选结果须写明会议和日期。",
            ),
        ]
        triggers = [
            APPRAISAL_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(
                name="decided_appraisal_is_fixed",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(FIXED),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}年{self.get_kind_display()}评选"

    def get_absolute_url(self) -> str:
        return reverse("suggestions:appraisal", args=[self.pk])

    @property
    def sheet(self) -> Sheet:
        """The scores."""
        return from_json(self.content)[0]

    def expected_digest(self) -> str:
        """What `digest` must be for these scores."""
        return digest({"kind": self.kind, "year": self.year, "tables": self.content})


class Award(models.Model):
    """One unit or one suggestion that was chosen; never changed once it is written."""

    appraisal = models.ForeignKey(Appraisal, models.PROTECT, related_name="awards", verbose_name="评选")
    unit = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, null=True, blank=True, related_name="awards", verbose_name="单位"
    )
    suggestion = models.ForeignKey(
        "suggestions.Suggestion", models.PROTECT, null=True, blank=True, related_name="awards", verbose_name="建议"
    )
    score = models.DecimalField("得分", max_digits=6, decimal_places=2, null=True)
    place = models.PositiveSmallIntegerField("名次", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "评选结果"
        ordering = ["appraisal", "place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["appraisal", "unit"], name="award_once_per_unit"),
            models.UniqueConstraint(fields=["appraisal", "suggestion"], name="award_once_per_suggestion"),
            models.CheckConstraint(
                condition=Q(unit__isnull=False, suggestion__isnull=True)
                | Q(unit__isnull=True, suggestion__isnull=False),
                name="award_of_one",
            ),
        ]
        triggers = [pgtrigger.Protect(name="award_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return str(self.unit or self.suggestion)


class SuggestionMark(models.Model):
    """A mark from 0 to 100 for the quality of a suggestion or for what the public says; added, never changed."""

    suggestion = models.ForeignKey("suggestions.Suggestion", models.PROTECT, related_name="marks", verbose_name="建议")
    dimension = models.CharField("方面", max_length=10, choices=MarkDimension)
    score = models.DecimalField("评分（0—100）", max_digits=5, decimal_places=2)
    basis = models.CharField("依据", max_length=300)
    given_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="评分人")
    given_at = models.DateTimeField("评分时间")

    objects = OfSuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "质量和公众评分"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["suggestion", "dimension", "given_by"],
                name="mark_once_each",
                violation_error_message="您已经对这件建议的这一方面评过分。",
            ),
            models.CheckConstraint(
                condition=Q(score__range=(0, 100)), name="mark_range", violation_error_message="评分应在0至100之间。"
            ),
            models.CheckConstraint(
                condition=~Q(basis=""), name="mark_with_basis", violation_error_message="请写明评分依据。"
            ),
        ]
        triggers = [pgtrigger.Protect(name="mark_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.get_dimension_display()}{self.score:.2f}分"
