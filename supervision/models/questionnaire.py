import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from foundation.workflow.models import Versioned
from supervision.models.survey import OnlineSurvey
from supervision.models.undertaking import Undertaking
from supervision.querysets.inspection import InsideQuerySet


@pghistory.track()
class Questionnaire(Versioned):
    """A survey on paper: how many were given out, came back and count, and what was answered; `online` is the
    questionnaire of the same questions that was filled in online, whose answers are counted apart."""

    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="questionnaires", verbose_name="监督事项")
    title = models.CharField("问卷标题", max_length=100)
    audience = models.CharField("调查对象", max_length=100)
    surveyed_on = models.DateField("调查日期")
    issued = models.PositiveIntegerField("发出份数")
    returned = models.PositiveIntegerField("收回份数")
    valid = models.PositiveIntegerField("有效份数")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人")
    recorded_at = models.DateTimeField("登记时间")
    online = models.ForeignKey(
        OnlineSurvey, models.PROTECT, null=True, blank=True, related_name="papers", verbose_name="同题的网上问卷"
    )

    objects = InsideQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "问卷调查"
        ordering = ["undertaking", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(returned__lte=F("issued"), valid__lte=F("returned"), issued__gte=1),
                name="questionnaire_counts",
                violation_error_message="收回份数不能多于发出份数，有效份数不能多于收回份数。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="questionnaire_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return self.undertaking.get_absolute_url()


@pghistory.track()
class SurveyQuestion(models.Model):
    """A question with how often each answer was chosen: `answers` is a list of [answer, count] in their order."""

    questionnaire = models.ForeignKey(Questionnaire, models.PROTECT, related_name="questions", verbose_name="问卷")
    order = models.PositiveSmallIntegerField("序号")
    text = models.CharField("题目", max_length=200)
    answers = models.JSONField("回答", default=list)

    class Meta:
        verbose_name = verbose_name_plural = "问卷题目"
        ordering = ["questionnaire", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["questionnaire", "order"],
                name="survey_question_once",
                violation_error_message="这一题已经登记。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="survey_question_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.text
