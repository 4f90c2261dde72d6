import secrets
from datetime import date

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from foundation.workflow.models import Versioned
from supervision.models.undertaking import Undertaking
from supervision.querysets.surveys import InsideSurveyQuerySet, SurveyQuerySet
from supervision.states.survey import SCALE, SURVEY_FLOW, ItemKind, SurveyCircle, SurveyState

S = SurveyState
# Neither 0 and o nor 1, i and l: the address is typed from a sheet of paper.
SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"


def new_code() -> str:
    """A short address nobody guesses: 31⁸ of them."""
    return "".join(secrets.choice(SIGNS) for _ in range(8))


@pghistory.track()
class OnlineSurvey(Versioned):
    """A questionnaire of a supervision that is filled in online. `code` is its short public address `/w/<code>/`."""

    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="online_surveys", verbose_name="监督事项")
    title = models.CharField("问卷标题", max_length=100)
    intro = models.TextField("说明", blank=True)
    circle = models.CharField("填写人", max_length=10, choices=SurveyCircle, default=SurveyCircle.ANYBODY)
    audience = models.CharField("调查对象", max_length=100)
    closes_on = models.DateField("截止日期")
    code = models.SlugField("短地址", max_length=20, unique=True, default=new_code, editable=False)
    state = models.CharField("状态", max_length=10, choices=S, default=S.DRAFT, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="起草人")
    made_at = models.DateTimeField("起草时间")
    opened_at = models.DateTimeField("开始时间", null=True, blank=True)
    closed_at = models.DateTimeField("截止时间", null=True, blank=True)
    close_reason = models.CharField("提前截止的理由", max_length=200, blank=True)

    objects = SurveyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "网上问卷"
        ordering = ["undertaking", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=S.DRAFT) | Q(opened_at__isnull=False),
                name="online_survey_opened",
                violation_error_message="开始填写须写明时间。",
            ),
        ]
        triggers = [
            SURVEY_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="online_survey_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("supervision:survey", args=[self.pk])

    @property
    def public_url(self) -> str:
        return reverse("w:page", args=[self.code])

    def takes_answers(self, on: date) -> bool:
        """Whether it can be filled in on the day; after its last day it is over without anybody's doing."""
        return self.state == S.OPEN and on <= self.closes_on


@pghistory.track()
class SurveyItem(models.Model):
    """A question. `options` are the words to choose from, none for words; those of a scale are the same for all."""

    survey = models.ForeignKey(OnlineSurvey, models.PROTECT, related_name="items", verbose_name="问卷")
    order = models.PositiveSmallIntegerField("序号")
    kind = models.CharField("题型", max_length=8, choices=ItemKind)
    text = models.CharField("题目", max_length=200)
    options = models.JSONField("选项", default=list, blank=True)
    is_required = models.BooleanField("必答", default=True)
    is_dropped = models.BooleanField("已去掉", default=False)

    objects = InsideSurveyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "问卷题目"
        ordering = ["survey", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "order"], name="survey_item_once", violation_error_message="这个序号已有题目。"
            ),
        ]
        triggers = [pgtrigger.Protect(name="survey_item_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.text

    @property
    def choices(self) -> list[str]:
        """The words of the options in their order."""
        return list(SCALE) if self.kind == ItemKind.SCALE else list(self.options)


class SurveyGuest(models.Model):
    """A deputy who is invited. Only that he has answered is kept here, not what, and the answer has no name."""

    survey = models.ForeignKey(OnlineSurvey, models.PROTECT, related_name="guests", verbose_name="问卷")
    deputy = models.ForeignKey("deputies.Deputy", models.PROTECT, related_name="+", verbose_name="代表")
    has_answered = models.BooleanField("已填写", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "受邀代表"
        ordering = ["survey", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "deputy"], name="survey_guest_once", violation_error_message="该代表已受邀。"
            ),
        ]

    def __str__(self) -> str:
        return str(self.deputy)


class SurveySheet(models.Model):
    """One filled-in form: the day and nothing about who sent it. `token_hash` makes one form one sheet."""

    survey = models.ForeignKey(OnlineSurvey, models.PROTECT, related_name="sheets", verbose_name="问卷")
    sent_on = models.DateField("填写日期")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "答卷"
        ordering = ["pk"]
        triggers = [pgtrigger.Protect(name="survey_sheet_stays", operation=pgtrigger.Delete | pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.survey}答卷"


class SurveyMark(models.Model):
    """What was chosen: `place` of the option, from 0 on."""

    sheet = models.ForeignKey(SurveySheet, models.PROTECT, related_name="marks", verbose_name="答卷")
    item = models.ForeignKey(SurveyItem, models.PROTECT, related_name="marks", verbose_name="题目")
    place = models.PositiveSmallIntegerField("选项")

    class Meta:
        verbose_name = verbose_name_plural = "选择"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["sheet", "item", "place"], name="survey_mark_once")]
        triggers = [pgtrigger.Protect(name="survey_mark_stays", operation=pgtrigger.Delete | pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.item}：{self.place}"
