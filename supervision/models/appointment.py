import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.models.dated import Dated
from foundation.audit.history import tracked
from foundation.workflow.models import Versioned
from supervision.querysets.appointments import AppointmentQuerySet, NomineeQuerySet
from supervision.states.appointments import APPOINTMENT_FLOW, AppointmentState

S = AppointmentState


@tracked()
class AppointmentKind(Dated):
    """A way of appointing or removing (任免类型) and what it asks for; an editable row.

    `wording` is the line of the decision: {name} and {post} are filled in.
    """

    code = models.SlugField("代码", max_length=30)
    name = models.CharField("名称", max_length=30)
    wording = models.CharField("决定中的写法", max_length=60, help_text="如“任命{name}为{post}”。")
    is_removal = models.BooleanField("免职、辞职、撤职", default=False)
    needs_exam = models.BooleanField("须任前法律知识考试", default=False)
    needs_statement = models.BooleanField("须提交供职报告", default=False)
    needs_pledge = models.BooleanField("须宪法宣誓", default=False)
    order = models.PositiveSmallIntegerField("顺序", default=1)

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "任免类型"
        ordering = ["order", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="appointment_kind_once",
                violation_error_message="同一类型在同一生效日期只能有一份。",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Appointment(Versioned):
    """A bill that proposes to appoint or remove people, one line for each; put to the vote of the SC line by line.

    `council` is the meeting of the chairpersons that put it on the agenda of `meeting`.
    """

    title = models.CharField("案名", max_length=120)
    proposer = models.ForeignKey(
        "accounts.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="appointments_proposed",
        verbose_name="提请机关",
    )
    proposed_by = models.CharField("提请人", max_length=60, help_text="如“区人民政府区长”“主任会议”。")
    received_on = models.DateField("收到日期")
    state = models.CharField("状态", max_length=10, choices=S, default=S.FILED, editable=False)
    filed_at = models.DateTimeField("受理时间")
    council = models.ForeignKey(
        "deputies.Meeting", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="决定列入的主任会议"
    )
    meeting = models.ForeignKey(
        "deputies.Meeting",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="appointments",
        verbose_name="常委会会议",
    )
    reason = models.CharField("暂不付表决、撤回的理由", max_length=200, blank=True)
    voted_on = models.DateField("表决日期", null=True, blank=True)
    decision = models.OneToOneField(
        "supervision.Resolution",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="appointment",
        verbose_name="任免决定",
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "人事任免案"
        ordering = ["-filed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=(S.TABLED, S.VOTED, S.DECIDED)) | Q(meeting__isnull=False),
                name="appointment_tabled_at_a_meeting",
                violation_error_message="列入议程须写明常委会会议。",
            ),
        ]
        triggers = [
            APPOINTMENT_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="appointment_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("supervision:appointment", args=[self.pk])


@pghistory.track()
class Nominee(Versioned):
    """One line of a bill: who is to be appointed to, or removed from, which post; what the vote came to.

    `appointee` is whom a removal ends, or whom the appointment has made.
    """

    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="nominees", verbose_name="人事任免案")
    kind = models.ForeignKey(AppointmentKind, models.PROTECT, related_name="+", verbose_name="任免类型")
    name = models.CharField("姓名", max_length=40)
    present_post = models.CharField("现任职务", max_length=80, blank=True)
    post = models.CharField("拟任免职务", max_length=80)
    organ = models.ForeignKey("accounts.Organisation", models.PROTECT, related_name="nominees", verbose_name="任职机关")
    reason = models.TextField("任免理由、简历和考察情况")
    user = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="登录账号"
    )
    appointee = models.ForeignKey(
        "supervision.Appointee", models.PROTECT, null=True, blank=True, related_name="lines", verbose_name="任命人员"
    )
    invited_at = models.DateTimeField("通知时间", null=True, blank=True)
    exempt_reason = models.CharField("免试理由", max_length=200, blank=True)
    outcome = models.CharField("表决结果", max_length=20, blank=True)
    is_passed = models.BooleanField("通过", null=True, blank=True)
    formula = models.CharField("计算", max_length=300, blank=True)
    pledged_on = models.DateField("宣誓日期", null=True, blank=True)
    pledge_note = models.CharField("宣誓情况", max_length=200, blank=True)

    objects = NomineeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "拟任免人员"
        ordering = ["kind__order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["appointment", "name", "post", "kind"],
                name="nominee_once",
                violation_error_message="该案中已有这一项任免。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.post}）"

    def get_absolute_url(self) -> str:
        return reverse("supervision:nominee", args=[self.pk])

    @property
    def line(self) -> str:
        """As the decision says it."""
        return self.kind.wording.replace("{name}", self.name).replace("{post}", self.post)


class ServiceStatement(models.Model):
    """What a nominee undertakes before the vote (供职报告), read again beside his yearly reports. Written once."""

    nominee = models.OneToOneField(Nominee, models.PROTECT, related_name="statement", verbose_name="拟任人员")
    text = models.TextField("供职报告")
    promises = models.TextField("履职承诺")
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="提交人")
    at = models.DateTimeField("提交时间")

    class Meta:
        verbose_name = verbose_name_plural = "供职报告"
        triggers = [
            pgtrigger.Protect(name="service_statement_is_kept", operation=pgtrigger.Delete | pgtrigger.Update),
        ]

    def __str__(self) -> str:
        return f"{self.nominee.name}的供职报告"

    def get_absolute_url(self) -> str:
        return self.nominee.get_absolute_url()
