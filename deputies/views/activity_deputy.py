"""Activities in the hands of the deputy: answer, ask for leave, check in."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse

from deputies import rules
from deputies.forms import activities as forms
from deputies.forms.places import position_in
from deputies.models import Activity, Invitation, Leave
from deputies.rules.check_in_code import is_fresh
from deputies.transitions.answer_invitation import answer_invitation
from deputies.transitions.check_in import STALE, check_in
from deputies.transitions.leave import ask_leave, withdraw_leave
from deputies.views.activity_office import CRUMB, InvitationStep
from foundation.files.keeping import KeepsFiles
from foundation.web.views import StepView
from foundation.workdays.clock import now
from foundation.workflow import Refused

NOT_ON_THE_LIST = "您不在这次活动的邀请名单中，请到现场签到处登记。"


class AnswerInvitation(InvitationStep):
    rule = rules.may_answer
    transition = answer_invitation
    title = "答复参加"
    button = "确认参加"
    intro = "因故不能参加的，请返回办理请假。"
    success_message = "已答复参加。"


class AskLeave(KeepsFiles, InvitationStep):
    form_class = forms.LeaveForm
    rule = rules.may_ask_leave
    transition = ask_leave
    title = "请假"
    button = "提交请假"
    success_message = "请假已提交，等待审批。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"halves": self.object.activity.halves}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        activity = self.object.activity
        approver = Leave(approver=rules.approver_of(activity, self.on)).get_approver_display()
        return super().get_context_data(**{"intro": f"请假由{approver}审批，审批结果会通知您。", **kwargs})


class WithdrawLeave(StepView):
    context_name = "leave"
    rule = rules.may_withdraw_leave
    transition = withdraw_leave
    title = "撤回请假"
    button = "撤回请假，参加活动"
    success_message = "已撤回请假。"
    versioned = False

    def queryset(self) -> QuerySet[Leave]:
        names = ("deputy", "activity__kind", "activity__organiser", "activity__group")
        return Leave.objects.visible_to(self.request.user).select_related(*(f"invitation__{name}" for name in names))

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.invitation.activity), self.object.get_absolute_url())]

    def get_success_url(self) -> str:
        return self.object.get_absolute_url()


class CheckIn(InvitationStep):
    """Where the QR code on the screen leads: the digits beside it, and the deputy is there."""

    template_name = "deputies/check_in.html"
    form_class = forms.CheckInForm
    rule = rules.may_check_in
    transition = check_in
    title = "现场签到"
    button = "签到"
    success_message = "签到成功。"

    def get_object(self) -> Invitation:
        """One's own invitation to the activity named in the address."""
        activity = get_object_or_404(Activity, pk=self.kwargs["pk"])
        found = self.queryset().of_user(self.request.user).filter(activity=activity).first()
        if found is None:
            raise Refused(NOT_ON_THE_LIST, "role")
        return found

    def form_kwargs(self) -> dict[str, Any]:
        activity = self.object.activity
        asked = {"asks_word": activity.kind.asks_word, "asks_place": activity.asks_place}
        return {"initial": {"code": self.request.GET.get("c", "")}, **asked}

    def arguments(self, form: Any) -> dict[str, Any]:
        data = dict(form.cleaned_data)
        return {"position": position_in(data), **data}

    def get_title(self) -> str:
        return self.title

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = super().get_context_data(asks_place=self.object.activity.asks_place, **kwargs)
        if self.request.method == "GET" and not is_fresh(self.object.activity_id, self.request.GET.get("c", ""), now()):
            facts["stale_code"] = STALE
        return facts

    def get_success_url(self) -> str:
        return reverse("deputies:activity", args=[self.object.activity_id])
