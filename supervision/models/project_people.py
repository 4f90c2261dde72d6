import pgtrigger
from django.db import models
from django.db.models import F, Q

from foundation.workflow.models import Versioned
from supervision.models.project import Project
from supervision.querysets.projects import OfProjectQuerySet


class ProjectDeputy(Versioned):
    """A deputy who has taken a project on (代表认领、领衔监督)."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="deputies", verbose_name="项目")
    deputy = models.ForeignKey("deputies.Deputy", models.PROTECT, related_name="adopted_projects", verbose_name="代表")
    since = models.DateField("认领日期")
    until = models.DateField("结束日期", null=True, blank=True)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    objects = OfProjectQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "认领代表"
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "deputy"],
                condition=Q(until__isnull=True),
                name="project_deputy_once",
                violation_error_message="这位代表已经认领这个项目。",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="project_deputy_days",
                violation_error_message="结束日期不能早于认领日期。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="project_deputy_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.deputy}认领“{self.project.title}”"

    def get_absolute_url(self) -> str:
        return self.project.get_absolute_url()


class ProjectVisit(models.Model):
    """An adopting deputy has looked at the site: what he saw, what he asks for. Photographs are its files."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="visits", verbose_name="项目")
    deputy = models.ForeignKey("deputies.Deputy", models.PROTECT, related_name="project_visits", verbose_name="代表")
    on = models.DateField("察看日期")
    text = models.TextField("察看情况")
    trouble = models.TextField("发现的问题和建议", blank=True)
    answer = models.TextField("责任单位回应", blank=True)
    answered_at = models.DateTimeField("回应时间", null=True, blank=True)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    objects = OfProjectQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "代表察看"
        ordering = ["-on", "-pk"]
        triggers = [pgtrigger.Protect(name="project_visit_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.deputy}察看“{self.project.title}”"

    def get_absolute_url(self) -> str:
        return self.project.get_absolute_url()
