"""A running clock on any object."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Case, F, Q, When

from foundation.deadlines.models.time_limit import TimeLimit
from foundation.deadlines.querysets import OPEN, DeadlineQuerySet


class Deadline(models.Model):
    """One clock: what kind, on which object, whose duty, since when, until when, and how the day was found.

    `reminded_through` is the last day whose milestones were dealt with; only later ones are still owed.
    `yellow_on` and `orange_on` are kept beside the due date, so that a light costs no query and a list can be
    filtered by it.
    """

    kind = models.SlugField("期限代码", max_length=40, db_index=False)
    limit = models.ForeignKey(TimeLimit, models.PROTECT, verbose_name="期限规则")
    subject_type = models.ForeignKey(ContentType, models.PROTECT, verbose_name="对象类型", db_index=False)
    subject_id = models.BigIntegerField("对象编号")
    subject = GenericForeignKey("subject_type", "subject_id")
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, null=True, blank=True, verbose_name="责任单位", db_index=False
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deadlines",
        verbose_name="责任人",
        db_index=False,
    )
    started_on = models.DateField("起算日")
    amount = models.PositiveSmallIntegerField("本件数量", null=True, blank=True)
    agreed_date = models.DateField("约定日期", null=True, blank=True)
    due_on = models.DateField("届满日")
    original_due_on = models.DateField("原届满日")
    yellow_on = models.DateField("黄灯日")
    orange_on = models.DateField("橙灯日")
    # Empty once the clock is closed. Few clocks are open, and nearly all closed ones fell due long ago: without figures
    # of its own the planner takes the overdue for thousands and reads whole tables (109 ms instead of 1).
    running_until = models.GeneratedField(
        expression=Case(When(OPEN, then=F("due_on"))),
        output_field=models.DateField(null=True),
        db_persist=True,
        verbose_name="在算期限届满日",
    )
    derivation = models.JSONField("计算过程", default=dict)
    provisional = models.BooleanField("暂定", default=False)
    extended_until = models.DateField("延期至", null=True, blank=True)
    paused_on = models.DateField("中止于", null=True, blank=True)
    met_on = models.DateField("办结日", null=True, blank=True)
    met_at = models.DateTimeField("办结时间", null=True, blank=True)
    cancelled_at = models.DateTimeField("取消时间", null=True, blank=True)
    cancel_reason = models.CharField("取消原因", max_length=200, blank=True)
    reminded_through = models.DateField("已提醒至")
    next_milestone_on = models.DateField("下一提醒日", null=True, blank=True)
    imported_at = models.DateTimeField("导入时间", null=True, blank=True)
    started_at = models.DateTimeField("登记时间")

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "期限"
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["next_milestone_on"], condition=OPEN, name="deadline_next_milestone"),
            models.Index(fields=["organisation", "due_on"], condition=OPEN, name="deadline_of_organisation"),
            models.Index(fields=["user", "due_on"], condition=OPEN, name="deadline_of_user"),
            models.Index(fields=["kind", "due_on"], condition=OPEN, name="deadline_kind_due"),
            models.Index(fields=["subject_type", "subject_id", "kind"], name="deadline_subject"),
            # The order of every queue asks for the next due day of each case; only what runs is looked through.
            models.Index(
                fields=["subject_type", "subject_id", "due_on"],
                include=["limit"],
                condition=OPEN,
                name="deadline_next_due",
            ),
            models.Index(
                fields=["subject_type", "running_until"],
                condition=Q(running_until__isnull=False),
                name="deadline_running",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_type", "subject_id", "organisation"],
                condition=OPEN,
                nulls_distinct=False,
                name="deadline_one_open",
                violation_error_message="该事项的这一期限已在计算中。",
            ),
            models.CheckConstraint(
                name="deadline_due_after_start",
                condition=Q(due_on__gte=F("started_on")),
                violation_error_message="届满日不得早于起算日。",
            ),
            models.CheckConstraint(
                name="deadline_met_or_cancelled",
                condition=Q(met_at=None) | Q(cancelled_at=None),
                violation_error_message="期限不能既办结又取消。",
            ),
            models.CheckConstraint(
                name="deadline_met_day_and_time",
                condition=Q(met_at=None, met_on=None) | Q(met_at__isnull=False, met_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.limit.name}，{self.due_on:%Y-%m-%d} 届满"

    @property
    def is_open(self) -> bool:
        """Neither met nor cancelled."""
        return self.met_at is None and self.cancelled_at is None
