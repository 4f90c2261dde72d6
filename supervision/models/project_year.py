import pghistory
import pgtrigger
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from deputies.models.dated import Dated
from foundation.audit.history import tracked
from foundation.workflow.models import Versioned
from supervision.querysets.project_years import ProjectStandardQuerySet, ProjectYearQuerySet
from supervision.states.project_year import PROJECT_YEAR_FLOW, ChoosingWay, ProjectStandardCode, YearState

S = YearState


@tracked()
class ProjectField(Dated):
    """A field of livelihood projects (领域), such as education or housing."""

    name = models.CharField("领域", max_length=30, unique=True, error_messages={"unique": "已有这个领域。"})
    order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "民生实事领域"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name


@tracked()
class ProjectStandard(Dated):
    """A local number of the vote on livelihood projects, with its basis and its days."""

    code = models.CharField("标准", max_length=20, choices=ProjectStandardCode)
    amount = models.PositiveIntegerField("数量")

    objects = ProjectStandardQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "民生实事标准"
        ordering = ["code", "-valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="project_standard_once",
                violation_error_message="这一标准在同一生效日期已有一行。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_code_display()}：{self.amount}"


@pghistory.track()
class ProjectYear(Versioned):
    """The livelihood projects of one year: of the portal's own congress, or of the township named by `house`."""

    year = models.PositiveSmallIntegerField("实施年度", validators=[MinValueValidator(2000)])
    house = models.ForeignKey(
        "accounts.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="project_years",
        verbose_name="乡镇人大",
        help_text="本级项目不用填写。",
    )
    state = models.CharField("状态", max_length=10, choices=S, default=S.COLLECTING, editable=False)
    intro = models.TextField("征集公告")
    collect_from = models.DateField("征集开始")
    collect_until = models.DateField("征集截止")
    way = models.CharField("票决方式", max_length=10, choices=ChoosingWay, blank=True)
    places = models.PositiveSmallIntegerField("应选项目数", null=True, blank=True)
    approved_by = models.CharField("候选项目的讨论决定", max_length=120, blank=True)
    announcement = models.CharField("公告文号", max_length=60, blank=True)
    announced_at = models.DateTimeField("公告时间", null=True, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)
    opened_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="经办人")
    opened_at = models.DateTimeField("登记时间")

    objects = ProjectYearQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "民生实事年度"
        ordering = ["-year", "house", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "house"],
                nulls_distinct=False,
                name="project_year_once",
                violation_error_message="这个年度的民生实事已经登记。",
            ),
            models.CheckConstraint(
                condition=Q(collect_until__gte=F("collect_from")),
                name="project_year_days",
                violation_error_message="征集截止不能早于征集开始。",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(S.COLLECTING, S.SCREENING)) | (~Q(way="") & ~Q(approved_by="")),
                name="project_year_listed_by_whom",
                violation_error_message="候选项目须写明票决方式和讨论决定的会议。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(S.ANNOUNCED, S.CLOSED)) | Q(announced_at__isnull=False),
                name="project_year_announced_when",
                violation_error_message="公告须有文号和时间。",
            ),
        ]
        triggers = [
            PROJECT_YEAR_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="project_year_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.house.label if self.house else ''}{self.year}年民生实事项目"

    def get_absolute_url(self) -> str:
        return reverse("supervision:project-year", args=[self.pk])

    @property
    def is_public(self) -> bool:
        """Whether the projects themselves may be read by everybody."""
        return self.announced_at is not None
