import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from deputies.models.dated import Dated
from foundation.audit.history import tracked
from foundation.workflow.models import Versioned
from supervision.models.undertaking import Undertaking
from supervision.querysets.question_sessions import QuestionSessionQuerySet
from supervision.states.questions import (
    QUESTION_SESSION_FLOW,
    SeatDuty,
    SessionForm,
    SessionKind,
    SessionState,
    TermSort,
)

S = SessionState


@tracked()
class QuestionTerm(Dated):
    """A field of topics, or a way of organising, as the district's rules on questioning name them."""

    sort = models.CharField("用途", max_length=5, choices=TermSort)
    name = models.CharField("名称", max_length=40)
    order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "问政选题和方式"
        ordering = ["sort", "order", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["sort", "name", "valid_from"],
                name="question_term_once",
                violation_error_message="这个名称已经登记过了。",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class QuestionSession(Versioned):
    """One questioning of bodies by deputies, or one thematic inquiry: prepared, held, followed to the last issue.

    `rule` is the ballot rule by which its issues are reviewed, chosen when it is called and kept from then on.
    """

    kind = models.CharField("形式", max_length=12, choices=SessionKind)
    title = models.CharField("主题", max_length=100)
    reason = models.TextField("为什么问")
    form = models.CharField("举办形式", max_length=8, choices=SessionForm)
    field = models.ForeignKey(
        QuestionTerm, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="选题领域"
    )
    modes = models.ManyToManyField(QuestionTerm, blank=True, related_name="+", verbose_name="组织方式")
    organiser = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="question_sessions", verbose_name="组织单位"
    )
    undertaking = models.ForeignKey(
        Undertaking, models.PROTECT, null=True, blank=True, related_name="question_sessions", verbose_name="监督事项"
    )
    decided_by = models.ForeignKey(
        "deputies.Meeting", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="决定的会议"
    )
    reported_on = models.DateField("向党委报告日期", null=True, blank=True)
    report_note = models.CharField("报告和批复情况", max_length=300, blank=True)
    starts_at = models.DateTimeField("时间", null=True, blank=True)
    place = models.CharField("地点", max_length=120, blank=True)
    rule = models.ForeignKey(
        "ballots.BallotRule", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="评议办法"
    )
    state = models.CharField("阶段", max_length=12, choices=S, default=S.PREPARING, editable=False)
    opened_at = models.DateTimeField("问答开始", null=True, blank=True)
    shut_at = models.DateTimeField("问答结束", null=True, blank=True)
    summary = models.TextField("问答情况", blank=True)
    result = models.TextField("总体结果", blank=True)
    ended_at = models.DateTimeField("办结时间", null=True, blank=True)
    cancel_reason = models.CharField("取消理由", max_length=200, blank=True)
    published_at = models.DateTimeField("公布时间", null=True, blank=True)
    planned_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="经办人")
    planned_at = models.DateTimeField("登记时间")

    objects = QuestionSessionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "问政和询问"
        ordering = ["-planned_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=(S.PREPARING, S.CANCELLED))
                | ~Q(kind=SessionKind.QUESTIONING)
                | Q(reported_on__isnull=False),
                name="questioning_reported_first",
                violation_error_message="代表问政应当先向党委报告，请先登记报告情况。",
            ),
            models.CheckConstraint(
                condition=Q(shut_at__isnull=True) | Q(opened_at__isnull=False),
                name="question_floor_opened_first",
                violation_error_message="问答还没有开始。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.CLOSED) | ~Q(result=""),
                name="question_session_closed_with_result",
                violation_error_message="办结须写明总体结果。",
            ),
        ]
        triggers = [
            QUESTION_SESSION_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="question_session_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("supervision:question-session", args=[self.pk])

    @property
    def is_live(self) -> bool:
        """Whether questions are being put right now."""
        return self.opened_at is not None and self.shut_at is None and self.state == S.HOLDING

    @property
    def held_on(self) -> str:
        """The day it was, or is to be, held; empty while it is open."""
        return f"{timezone.localdate(self.starts_at):%Y-%m-%d}" if self.starts_at else ""


class SessionSeat(models.Model):
    """Who takes part: a deputy who asks, a body that answers, or a guest by name.

    A body drawn at random (随机) is not told and does not find the session before the floor is open.
    """

    session = models.ForeignKey(QuestionSession, models.PROTECT, related_name="seats", verbose_name="问政")
    duty = models.CharField("身份", max_length=8, choices=SeatDuty)
    deputy = models.ForeignKey(
        "deputies.Deputy", models.PROTECT, null=True, blank=True, related_name="question_seats", verbose_name="代表"
    )
    body = models.ForeignKey(
        "accounts.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="question_seats",
        verbose_name="单位",
    )
    name = models.CharField("姓名或者称呼", max_length=60, blank=True)
    at_random = models.BooleanField("随机抽取，不事先通知", default=False)
    is_present = models.BooleanField("到场", null=True)
    line = models.ForeignKey(
        "supervision.BallotLine", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="答复测评"
    )

    class Meta:
        verbose_name = verbose_name_plural = "参加人员"
        ordering = ["duty", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "deputy"],
                name="session_deputy_once",
                violation_error_message="这位代表已在名单中。",
            ),
            models.UniqueConstraint(
                fields=["session", "body"], name="session_body_once", violation_error_message="这个单位已在名单中。"
            ),
            models.CheckConstraint(
                condition=Q(deputy__isnull=False) | Q(body__isnull=False) | ~Q(name=""),
                name="session_seat_of_somebody",
                violation_error_message="请写明参加人员。",
            ),
        ]

    def __str__(self) -> str:
        return self.deputy.name if self.deputy else str(self.body or self.name)
