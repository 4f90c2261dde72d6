import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from foundation.audit.history import tracked
from foundation.vault.fields import EncryptedTextField
from foundation.workflow.models import Versioned
from supervision.models.project import Project
from supervision.models.project_year import ProjectYear
from supervision.querysets.project_ideas import ProjectIdeaQuerySet
from supervision.states.project_idea import PROJECT_IDEA_FLOW, IdeaChannel, IdeaState, number_words

S = IdeaState


@tracked(exclude=["code_hash", "token_hash"])
class ProjectIdea(Versioned):
    """Somebody proposes a livelihood project. Words and contact are encrypted; `public_words` is what the office
    publishes of it. A citizen comes back with number and query code."""

    project_year = models.ForeignKey(ProjectYear, models.PROTECT, related_name="ideas", verbose_name="年度")
    number = models.CharField("编号", max_length=20, unique=True)
    channel = models.CharField("来源", max_length=12, choices=IdeaChannel)
    title = EncryptedTextField("标题")
    text = EncryptedTextField("内容")
    area = models.ForeignKey(
        "deputies.Area", models.PROTECT, null=True, blank=True, related_name="project_ideas", verbose_name="所在地"
    )
    name = EncryptedTextField("姓名", blank=True)
    phone = EncryptedTextField("联系电话", blank=True)
    deputy = models.ForeignKey(
        "deputies.Deputy", models.PROTECT, null=True, blank=True, related_name="project_ideas", verbose_name="代表"
    )
    unit = models.ForeignKey(
        "accounts.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="project_ideas",
        verbose_name="提出单位",
    )
    letter = models.ForeignKey(
        "liaison_stations.Letter",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="project_ideas",
        verbose_name="来信",
    )
    suggestion = models.ForeignKey(
        "suggestions.Suggestion",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="project_ideas",
        verbose_name="代表建议",
    )
    state = models.CharField("状态", max_length=10, choices=S, default=S.POSTED, editable=False)
    project = models.ForeignKey(
        Project, models.PROTECT, null=True, blank=True, related_name="ideas", verbose_name="纳入的项目"
    )
    public_words = models.CharField("公开的概述", max_length=120, blank=True)
    reason = models.CharField("采纳说明、未采纳理由", max_length=300, blank=True)
    token_hash = models.CharField("表单", max_length=64, null=True, blank=True, unique=True, editable=False)
    code_hash = models.CharField("查询码", max_length=64, blank=True, editable=False)
    posted_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="登记人"
    )
    posted_at = models.DateTimeField("提出时间")
    decided_at = models.DateTimeField("筛选时间", null=True, blank=True)
    erased_at = models.DateTimeField("个人信息删除时间", null=True, blank=True)

    objects = ProjectIdeaQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "征集意见"
        ordering = ["-posted_at", "-pk"]
        indexes = [models.Index(fields=["project_year", "state"], name="project_idea_state")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=S.ADOPTED) | Q(project__isnull=False),
                name="project_idea_adopted_into",
                violation_error_message="请选择纳入的项目。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.DECLINED) | ~Q(reason=""),
                name="project_idea_declined_with_reason",
                violation_error_message="请写明未采纳的理由。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(S.ADOPTED, S.DECLINED)) | ~Q(public_words=""),
                name="project_idea_told_in_public",
                violation_error_message="请填写公开的概述。",
            ),
        ]
        triggers = [
            PROJECT_IDEA_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="project_idea_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.number_text

    def get_absolute_url(self) -> str:
        return reverse("supervision:idea", args=[self.pk])

    @property
    def number_text(self) -> str:
        """ "征〔2026〕12"."""
        return number_words(self.number)

    @property
    def proposer(self) -> str:
        """Who proposed it, as everybody in the house may read it: never a citizen's name."""
        return str(self.deputy or (self.unit.label if self.unit else "") or "群众")
