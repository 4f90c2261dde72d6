"""Activities in the hands of whoever holds them: plan, invite, call, note who came, close."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.urls import reverse, reverse_lazy

from deputies import rules
from deputies.forms import activities as forms
from deputies.models import Activity, Invitation, Leave, Mandate, Term
from deputies.querysets.training import seats_to_train
from deputies.states import LeaveState, Level
from deputies.transitions.add_record import add_record
from deputies.transitions.call_deputy import call_deputy
from deputies.transitions.cancel_activity import cancel_activity
from deputies.transitions.change_activity import change_activity
from deputies.transitions.close_activity import close_activity
from deputies.transitions.correct_attendance import correct_attendance
from deputies.transitions.invite_deputies import invite_deputies, is_short_notice
from deputies.transitions.leave import decide_leave
from deputies.transitions.plan_activity import own_office, plan_activity
from deputies.transitions.record_attendance import record_attendances
from foundation.files.keeping import KeepsFiles
from foundation.files.store import attach_files
from foundation.web.views import CreateStep, StepView
from foundation.workdays.clock import now

CRUMB = ("履职活动", "/deputies/activities/")


class PlanActivity(CreateStep):
    """Offers one's own office as the holder."""

    form_class = forms.PlanForm
    rule = rules.may_plan_activity
    title = "安排履职活动"
    button = "保存，下一步邀请代表"
    intro = "保存后尚不通知任何人；邀请代表时发出通知。已经举行的活动也可以补登。"
    success_message = "活动已安排，请邀请代表。"
    back_url = reverse_lazy("deputies:activities")
    crumbs = (CRUMB,)

    @staticmethod
    def transition(**facts: Any) -> Activity:
        return plan_activity(facts.pop("kind"), facts.pop("title"), **facts)

    def form_kwargs(self) -> dict[str, Any]:
        office = own_office(self.request.user, self.on)
        return {"user": self.request.user, "on": self.on, "initial": {"holder": f"o{office.pk}" if office else ""}}


class ActivityStep(StepView):
    """A step about a whole activity."""

    context_name = "activity"

    def queryset(self) -> QuerySet[Activity]:
        rows = Activity.objects.visible_to(self.request.user)
        return rows.select_related("kind", "organiser", "group__delegation__area", "meeting")

    def get_success_url(self) -> str:
        return self.object.get_absolute_url()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class ChangeActivity(ActivityStep):
    form_class = forms.ScheduleForm
    rule = rules.may_change_activity
    transition = change_activity
    title = "调整活动安排"
    button = "保存"
    intro = "已邀请代表的，时间、地点变动会立即通知。"
    success_message = "已调整。"

    def form_kwargs(self) -> dict[str, Any]:
        names = ("title", "place", "starts_at", "ends_at", "content")
        return {"initial": {name: getattr(self.object, name) for name in names}}


class Invite(ActivityStep):
    template_name = "deputies/invite.html"
    form_class = forms.InviteForm
    rule = rules.may_invite_deputies
    title = "邀请代表"
    button = "发出邀请"

    @staticmethod
    def transition(pk: int, *, deputies: list[Any], **how: Any) -> list[Invitation]:
        return invite_deputies(pk, deputies, **how)

    def seats(self) -> QuerySet[Mandate]:
        """Seats exercised on the day of the activity, of those not asked yet."""
        activity = self.object
        rows = Mandate.objects.filter(level=activity.level, term__in=_terms(activity)).serving_on(activity.day)
        rows = seats_to_train(activity, rows.exclude(deputy__in=activity.invitations.values("deputy")))
        rows = rows.select_related("deputy", "delegation", "group")
        return rows.order_by("delegation__order", "delegation", "deputy__pinyin_key", "pk")

    def form_kwargs(self) -> dict[str, Any]:
        return {"seats": self.seats()}

    def get_success_message(self) -> str:
        return f"已邀请{len(self.result)}名代表，站内消息和邮件已发出。没有开通账号的代表，请电话通知并登记。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.get("form")
        chosen = {int(pk) for pk in form.data.getlist("deputies") if pk.isdigit()} if form and form.is_bound else set()
        facts = {"seats": list(self.seats()), "chosen": chosen, "short": is_short_notice(self.object, now())}
        return super().get_context_data(**{**facts, **kwargs})


def _terms(activity: Activity) -> QuerySet[Term]:
    """The terms in whose registers the deputies of this level stand."""
    if activity.group_id:
        return Term.objects.filter(pk=activity.group.term_id)
    terms = Term.objects.filter(is_current=True)
    return terms if activity.level == Level.TOWNSHIP else terms.filter(congress__is_home=True)


class Cancel(ActivityStep):
    form_class = forms.ReasonForm
    rule = rules.may_cancel_activity
    transition = cancel_activity
    title = "取消活动"
    button = "确认取消"
    button_tone = "danger"
    success_message = "活动已取消，已通知邀请的代表。"


class Close(ActivityStep):
    rule = rules.may_close_activity
    transition = close_activity
    template_name = "deputies/close_activity.html"
    title = "办结活动"
    button = "确认办结"
    intro = (
        "办结后，出席情况记入代表履职档案；没有登记且没有经批准请假的，登记为缺席。有误的，办结后仍可以说明理由更正。"
    )
    success_message = "活动已办结，出席情况已记入履职档案。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rest = self.object.invitations.filter(attendance="").select_related("deputy")
        excused = rest.filter(leaves__state=LeaveState.APPROVED, leaves__parts=[])
        facts = {"excused": list(excused), "absent": list(rest.exclude(pk__in=excused.values("pk")))}
        return super().get_context_data(**{**facts, **kwargs})


class AddRecord(KeepsFiles, ActivityStep):
    form_class = forms.RecordForm
    rule = rules.may_add_record
    transition = add_record
    title = "填写活动记录"
    button = "保存记录"
    intro = "记录保存后不能修改，需要补充的，再填一条。照片会自动去除拍摄地点等信息。"
    success_message = "活动记录已保存。"
    versioned = False


class Attendance(ActivityStep):
    """Everybody asked on one page, each with five words to choose from."""

    template_name = "deputies/attendance.html"
    form_class = forms.AttendanceForm
    rule = rules.may_note_attendance
    transition = record_attendances
    title = "登记出席情况"
    button = "保存"
    success_message = "出席情况已登记。"
    versioned = False

    def form_kwargs(self) -> dict[str, Any]:
        leaves = Prefetch("leaves", queryset=Leave.objects.in_force(), to_attr="in_force")
        seats = Prefetch("deputy__mandates", queryset=Mandate.objects.select_related("delegation"))
        rows = self.object.invitations.select_related("deputy").prefetch_related(leaves, seats)
        self.rows = list(rows.order_by("deputy__pinyin_key", "pk"))
        return {"invitations": self.rows}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.get("form")
        lines = [(row, form[f"status-{row.pk}"]) for row in self.rows] if form else []
        return super().get_context_data(**{"lines": lines, **kwargs})

    def get_success_url(self) -> str:
        return reverse("deputies:attendance", args=[self.object.pk])


class InvitationStep(StepView):
    """A step about one invited deputy."""

    context_name = "invitation"
    versioned = False

    def queryset(self) -> QuerySet[Invitation]:
        names = ("deputy__user", "activity__kind", "activity__organiser", "activity__meeting")
        rows = Invitation.objects.visible_to(self.request.user).select_related(*names)
        return rows.select_related("activity__group__delegation__area")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.activity), self.object.get_absolute_url())]

    def get_title(self) -> str:
        return f"{self.title}：{self.object.deputy.name}"


class Call(InvitationStep):
    form_class = forms.CallForm
    rule = rules.may_call_deputy
    transition = call_deputy
    title = "登记电话通知"
    button = "登记"
    success_message = "已登记电话通知。"


class Correct(InvitationStep):
    form_class = forms.CorrectForm
    rule = rules.may_correct_attendance
    transition = correct_attendance
    title = "更正出席情况"
    button = "更正"
    intro = "更正后，履职档案中原来的记录注明撤销理由，按更正的情况重新记入。"
    success_message = "已更正，并通知代表本人。"


class DecideLeave(StepView):
    """Whoever the rule named reads why, and decides."""

    template_name = "deputies/decide_leave.html"
    context_name = "leave"
    form_class = forms.DecideForm
    rule = rules.may_decide_leave
    transition = decide_leave
    title = "审批请假"
    button = "提交审批意见"
    success_message = "审批意见已提交，已通知代表本人。"

    def queryset(self) -> QuerySet[Leave]:
        rows = Leave.objects.visible_to(self.request.user)
        names = ("deputy__user", "activity__kind", "activity__organiser", "activity__group__delegation__area")
        return rows.select_related("asked_by", *(f"invitation__{name}" for name in names))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        attach_files([self.object])
        return super().get_context_data(**kwargs)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.invitation.activity), self.object.get_absolute_url())]

    def get_success_url(self) -> str:
        return self.object.get_absolute_url()
