from decimal import Decimal

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.models.point_scheme import Points
from deputies.querysets import EvaluationFollowUpQuerySet, EvaluationQuerySet, EvaluationRoundQuerySet
from deputies.states import EVALUATION_FLOW, EvaluationState, Stage
from foundation.workflow.models import Versioned

S = EvaluationState


class EvaluationRound(Versioned):
    """The evaluation of one year by one scheme; published as a whole after the council has adopted it."""

    scheme = models.ForeignKey(
        "deputies.EvaluationScheme", models.PROTECT, related_name="rounds", verbose_name="考核办法"
    )
    year = models.PositiveSmallIntegerField("年度")
    self_due_on = models.DateField("自评截止日期")
    opened_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="经办人")
    opened_at = models.DateTimeField("开始时间")
    adopted_by = models.CharField("通过的会议", max_length=120, blank=True)
    published_at = models.DateTimeField("公布时间", null=True, blank=True)
    is_public = models.BooleanField("等次在代表风采公开", default=False)

    objects = EvaluationRoundQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "年度考核"
        ordering = ["-year", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "year"],
                name="evaluation_round_once",
                violation_error_message="这一年度已按这个办法开展考核。",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | ~Q(adopted_by=""),
                name="evaluation_round_adopted",
                violation_error_message="公布考核结果须写明通过的会议。",
            ),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(published_at__isnull=False),
                name="evaluation_round_public_after",
                violation_error_message="考核结果公布以后才能在代表风采公开。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="evaluation_round_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.year}年度{self.scheme.get_level_display()}人大代表考核"

    def get_absolute_url(self) -> str:
        return reverse("deputies:evaluation-round", args=[self.pk])


@pghistory.track()
class Evaluation(Versioned):
    """One deputy in one round: marks of three stages, the grade proposed, objection and answer, the grade published."""

    round = models.ForeignKey(EvaluationRound, models.PROTECT, related_name="evaluations", verbose_name="年度考核")
    mandate = models.ForeignKey("deputies.Mandate", models.PROTECT, related_name="evaluations", verbose_name="代表")
    state = models.CharField("状态", max_length=10, choices=S, default=S.SELF, editable=False)
    self_words = models.TextField("自评说明", blank=True)
    group_words = models.TextField("小组意见", blank=True)
    office_words = models.TextField("审核意见", blank=True)
    total = Points("得分", null=True, blank=True)
    grade = models.CharField("等次", max_length=20, blank=True)
    veto = models.TextField("一票否决情形", blank=True)
    objection_ends_on = models.DateField("公示截止日期", null=True, blank=True)
    objection = models.TextField("异议", blank=True)
    objected_at = models.DateTimeField("提出异议时间", null=True, blank=True)
    answer = models.TextField("答复", blank=True)

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "代表考核"
        ordering = ["mandate__deputy__pinyin_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "mandate"], name="evaluated_once", violation_error_message="这位代表已在考核名单中。"
            ),
            models.CheckConstraint(
                condition=Q(state__in=(S.SELF, S.GROUP, S.OFFICE)) | Q(total__isnull=False) & ~Q(grade=""),
                name="evaluation_shown_has_grade",
                violation_error_message="公示前应当拟定等次。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.OBJECTED) | ~Q(objection=""),
                name="evaluation_objected_with_words",
                violation_error_message="请写明异议。",
            ),
        ]
        triggers = [
            EVALUATION_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="evaluation_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.mandate.deputy.name}{self.round.year}年度考核"

    def get_absolute_url(self) -> str:
        return reverse("deputies:evaluation", args=[self.pk])


class EvaluationMark(models.Model):
    """The marks one stage gave for one item; a later stage never changes an earlier one's."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="marks", verbose_name="代表考核")
    item = models.ForeignKey("deputies.EvaluationItem", models.PROTECT, related_name="+", verbose_name="考核内容")
    stage = models.CharField("环节", max_length=6, choices=Stage)
    points = Points("得分", default=Decimal(0))

    class Meta:
        verbose_name = verbose_name_plural = "考核打分"
        ordering = ["item__order", "item", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["evaluation", "item", "stage"],
                name="evaluation_mark_once",
                violation_error_message="这一项已经打分。",
            ),
            models.CheckConstraint(
                condition=Q(points__gte=0), name="evaluation_mark_positive", violation_error_message="得分不能是负数。"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_stage_display()}：{self.points}"


class EvaluationFollowUp(Versioned):
    """What the office is reminded of because of a published grade. Whether anything is done it decides itself."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="follow_ups", verbose_name="代表考核")
    what = models.CharField("提醒办理", max_length=100)
    ground = models.CharField("情形", max_length=60)
    done = models.BooleanField("已办理", null=True)
    note = models.CharField("办理情况", max_length=300, blank=True)
    settled_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="登记人"
    )
    settled_at = models.DateTimeField("登记时间", null=True, blank=True)

    objects = EvaluationFollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "考核结果运用提醒"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done__isnull=True) | ~Q(note=""),
                name="follow_up_settled_with_note",
                violation_error_message="请写明办理情况或者不办理的理由。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.evaluation.mandate.deputy.name}：{self.what}"

    def get_absolute_url(self) -> str:
        return self.evaluation.get_absolute_url()
