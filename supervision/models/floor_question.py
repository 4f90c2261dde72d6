import pgtrigger
from django.db import models
from django.db.models import Q

from foundation.workflow.models import Versioned
from supervision.models.question_session import QuestionSession, SessionSeat
from supervision.models.session_issue import SessionIssue
from supervision.querysets.floor_questions import FloorQuestionQuerySet
from supervision.states.questions import FLOOR_QUESTION_FLOW, QuestionState

S = QuestionState


class FloorQuestion(Versioned):
    """One question on the floor, prepared or put at once; a follow-up names the question it follows."""

    session = models.ForeignKey(QuestionSession, models.PROTECT, related_name="questions", verbose_name="问政")
    issue = models.ForeignKey(
        SessionIssue, models.PROTECT, null=True, blank=True, related_name="questions", verbose_name="清单中的问题"
    )
    follows = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="follow_ups", verbose_name="追问的问题"
    )
    seat = models.ForeignKey(SessionSeat, models.PROTECT, related_name="questions", verbose_name="提问人")
    text = models.TextField("问题")
    state = models.CharField("状态", max_length=10, choices=S, default=S.PREPARED, editable=False)
    written_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="填写人")
    written_at = models.DateTimeField("填写时间")
    asked_at = models.DateTimeField("提问时间", null=True, blank=True)

    objects = FloorQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "现场提问"
        ordering = ["session", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=(S.ASKED, S.ANSWERED)) | Q(asked_at__isnull=False),
                name="floor_question_asked_at",
                violation_error_message="提问应当有时间。",
            ),
        ]
        triggers = [
            FLOOR_QUESTION_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="floor_question_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    def get_absolute_url(self) -> str:
        return self.session.get_absolute_url()


class FloorAnswer(models.Model):
    """What a body said to a question, by whom, when. A correction is a further answer."""

    question = models.ForeignKey(FloorQuestion, models.PROTECT, related_name="answers", verbose_name="问题")
    seat = models.ForeignKey(SessionSeat, models.PROTECT, related_name="answers", verbose_name="应答单位")
    speaker = models.CharField("应答人", max_length=60)
    text = models.TextField("答复")
    written_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="填写人")
    answered_at = models.DateTimeField("答复时间")

    class Meta:
        verbose_name = verbose_name_plural = "现场答复"
        ordering = ["answered_at", "pk"]
        triggers = [
            pgtrigger.Protect(name="floor_answer_is_kept", operation=pgtrigger.Delete | pgtrigger.Update),
        ]

    def __str__(self) -> str:
        return self.text[:60]
