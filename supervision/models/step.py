import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from foundation.workflow.models import Versioned
from supervision.models.kind import CANNOT_SHORTEN, StepRule, enough_days
from supervision.models.undertaking import Undertaking
from supervision.querysets.steps import StepQuerySet
from supervision.states.undertaking import STEP_FLOW, StepActor, StepState

S = StepState


@pghistory.track()
class UndertakingStep(StepRule, Versioned):
    """A step of one supervision: its own copy of the rule, its day, and what was done. One for each body where the
    bodies do it."""

    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="steps", verbose_name="监督事项")
    organisation = models.ForeignKey(
        "accounts.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="undertaking_steps",
        verbose_name="办理单位",
    )
    state = models.CharField("状态", max_length=8, choices=S, default=S.OPEN, editable=False)
    due_on = models.DateField("期限", null=True, blank=True)
    fixed_on = models.DateField("另定的期限", null=True, blank=True)
    move_reason = models.CharField("改期理由", max_length=300, blank=True)
    done_on = models.DateField("完成日期", null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="办理人"
    )
    note = models.TextField("办理情况", blank=True)
    late_reason = models.CharField("超过期限的理由", max_length=300, blank=True)
    skip_reason = models.CharField("不需办理的理由", max_length=300, blank=True)
    return_reason = models.CharField("退回理由", max_length=300, blank=True)

    objects = StepQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "监督步骤"
        ordering = ["undertaking", "order", "pk"]
        indexes = [models.Index(fields=["state", "due_on"], name="undertaking_step_due")]
        constraints = [
            models.UniqueConstraint(
                fields=["undertaking", "code", "organisation"],
                nulls_distinct=False,
                name="undertaking_step_once",
                violation_error_message="该监督事项已有这个步骤。",
            ),
            models.CheckConstraint(
                condition=enough_days(), name="undertaking_step_law", violation_error_message=CANNOT_SHORTEN
            ),
            models.CheckConstraint(
                condition=Q(organisation__isnull=True) | Q(actor=StepActor.BODY),
                name="undertaking_step_of_body",
                violation_error_message="只有被监督单位办理的步骤写明单位。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.DONE) | Q(done_on__isnull=False),
                name="undertaking_step_done_on_a_day",
                violation_error_message="完成的步骤须写明日期。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.SKIPPED) | (~Q(skip_reason="") & Q(statutory_days__isnull=True)),
                name="undertaking_step_skipped_with_reason",
                violation_error_message="不办理须写明理由，法定步骤不能省略。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.DONE)
                | Q(due_on__isnull=True)
                | Q(done_on__lte=models.F("due_on"))
                | ~Q(late_reason=""),
                name="undertaking_step_late_with_reason",
                violation_error_message="超过期限完成的，须写明理由。",
            ),
        ]
        triggers = [
            STEP_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="undertaking_step_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.undertaking}：{self.name}"

    def get_absolute_url(self) -> str:
        return reverse("supervision:step", args=[self.pk])

    @property
    def doer(self) -> str:
        """Whoever does it, by name where it is a body or the committee."""
        if self.organisation:
            return self.organisation.label
        return self.undertaking.committee.label if self.actor == StepActor.COMMITTEE else self.get_actor_display()


@pghistory.track()
class StepPaper(models.Model):
    """One version of the paper of a step: a report handed in stays beside its revision."""

    step = models.ForeignKey(UndertakingStep, models.PROTECT, related_name="papers", verbose_name="步骤")
    number = models.PositiveSmallIntegerField("第几稿")
    dated_on = models.DateField("落款日期")
    text = models.TextField("正文")
    second_part = models.TextField("修改完善法律法规的建议", blank=True)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="提交人")
    submitted_at = models.DateTimeField("提交时间")

    class Meta:
        verbose_name = verbose_name_plural = "监督材料"
        ordering = ["step", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["step", "number"], name="step_paper_once", violation_error_message="这一稿已经提交。"
            ),
        ]
        triggers = [pgtrigger.Protect(name="step_paper_is_kept", operation=pgtrigger.Delete | pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.step.paper or self.step.name}（第{self.number}稿）"

    def get_absolute_url(self) -> str:
        return self.step.get_absolute_url()

    def is_open(self) -> bool:
        """Whether anybody may read it: the last version, published with its supervision."""
        parent = self.step.undertaking
        last = self.step.papers.order_by("-number").values_list("pk", flat=True).first()
        return self.step.is_public and parent.published_at is not None and last == self.pk
