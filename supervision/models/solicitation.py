import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from foundation.audit.history import tracked
from foundation.vault.fields import EncryptedTextField
from foundation.workflow.models import Versioned
from supervision.models.plan import PlanTopic
from supervision.querysets.solicitations import SolicitationQuerySet, TopicIdeaQuerySet
from supervision.states.plan import TopicSource
from supervision.states.solicitation import (
    DECIDED,
    IDEA_FLOW,
    SOLICITATION_FLOW,
    IdeaChannel,
    IdeaSort,
    IdeaState,
    SolicitationState,
)


@pghistory.track()
class Solicitation(Versioned):
    """A public call for topics of supervision, of legislation, or of both, for the plan of one year."""

    year = models.PositiveSmallIntegerField("计划年度")
    title = models.CharField("名称", max_length=100)
    text = models.TextField("征集公告", help_text="写明征集范围、要求和联系方式。")
    for_supervision = models.BooleanField("征集监督议题", default=True)
    for_legislation = models.BooleanField("征集立法项目", default=False)
    opens_on = models.DateField("开始日期")
    closes_on = models.DateField("截止日期")
    state = models.CharField(
        "状态", max_length=10, choices=SolicitationState, default=SolicitationState.DRAFT, editable=False
    )
    opened_at = models.DateTimeField("公布时间", null=True, blank=True, editable=False)
    closed_at = models.DateTimeField("截止时间", null=True, blank=True, editable=False)
    close_reason = models.CharField("提前截止的理由", max_length=200, blank=True, editable=False)
    outcome = models.TextField("采纳情况说明", blank=True, editable=False)
    answered_at = models.DateTimeField("公布采纳情况时间", null=True, blank=True, editable=False)

    objects = SolicitationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "议题征集"
        ordering = ["-opens_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="solicitation_days",
                violation_error_message="截止日期不能早于开始日期。",
            ),
            models.CheckConstraint(
                condition=Q(for_supervision=True) | Q(for_legislation=True),
                name="solicitation_for_something",
                violation_error_message="请选择征集监督议题还是立法项目。",
            ),
            models.CheckConstraint(
                condition=~Q(state=SolicitationState.ANSWERED) | ~Q(outcome=""),
                name="solicitation_answered_in_words",
                violation_error_message="公布采纳情况须写明总体说明。",
            ),
        ]
        triggers = [
            SOLICITATION_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="solicitation_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("supervision:solicitation", args=[self.pk])

    @property
    def sorts(self) -> list[IdeaSort]:
        """What may be proposed."""
        wanted = ((self.for_supervision, IdeaSort.SUPERVISION), (self.for_legislation, IdeaSort.LEGISLATION))
        return [sort for asked, sort in wanted if asked]


# A citizen's own words stay out of the row history, as everything a citizen writes.
@tracked(exclude=["title", "text", "token_hash"])
class TopicIdea(Versioned):
    """One idea for a topic: whose, from where, and what became of it.

    What a citizen wrote is read by the house alone; everybody reads `public_title`, the office's own wording. His name
    and telephone are erased when the outcome of the call is published.
    """

    number = models.CharField("编号", max_length=20, unique=True, editable=False)
    solicitation = models.ForeignKey(
        Solicitation, models.PROTECT, null=True, blank=True, related_name="ideas", verbose_name="议题征集"
    )
    sort = models.CharField("类别", max_length=12, choices=IdeaSort, default=IdeaSort.SUPERVISION)
    channel = models.CharField("渠道", max_length=10, choices=IdeaChannel)
    source = models.CharField("来源", max_length=12, choices=TopicSource, default=TopicSource.WIDE)
    title = models.CharField("议题", max_length=120)
    text = models.TextField("理由和情况")
    suggestion = models.ForeignKey(
        "suggestions.Suggestion",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="topic_ideas",
        verbose_name="来源建议",
    )
    letter = models.ForeignKey(
        "liaison_stations.Letter",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="topic_ideas",
        verbose_name="来源来信",
    )
    committee = models.ForeignKey(
        "accounts.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="topic_ideas",
        verbose_name="提出的委员会",
    )
    put_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="提出人"
    )
    put_at = models.DateTimeField("提出时间")
    name = EncryptedTextField("姓名", blank=True, default="")
    phone = EncryptedTextField("电话", blank=True, default="")
    token_hash = models.CharField(max_length=64, blank=True, default="", editable=False)
    state = models.CharField("状态", max_length=10, choices=IdeaState, default=IdeaState.RECEIVED, editable=False)
    topic = models.ForeignKey(
        PlanTopic, models.PROTECT, null=True, blank=True, related_name="ideas", verbose_name="列入的议题"
    )
    public_title = models.CharField("对外公布的名称", max_length=120, blank=True)
    answer = models.TextField("研究意见", blank=True)
    decided_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="研究人"
    )
    decided_at = models.DateTimeField("研究时间", null=True, blank=True)

    objects = TopicIdeaQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "议题建议"
        ordering = ["-put_at", "-pk"]
        indexes = [models.Index(fields=["state", "put_at"], name="topic_idea_state")]
        constraints = [
            models.UniqueConstraint(fields=["token_hash"], condition=~Q(token_hash=""), name="topic_idea_sent_once"),
            models.CheckConstraint(
                condition=~Q(state__in=DECIDED) | ~Q(answer=""),
                name="topic_idea_decided_in_words",
                violation_error_message="请写明研究意见。",
            ),
            models.CheckConstraint(
                condition=~Q(state=IdeaState.TAKEN) | Q(topic__isnull=False),
                name="topic_idea_taken_into_topic",
                violation_error_message="采纳的建议须写明列入的议题。",
            ),
        ]
        triggers = [
            IDEA_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="topic_idea_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("supervision:topic-idea", args=[self.pk])

    @property
    def shown_title(self) -> str:
        """What everybody reads: the office's wording, a deputy's own title; a citizen's own words never."""
        return self.public_title or ("" if self.channel == IdeaChannel.PUBLIC else self.title)
