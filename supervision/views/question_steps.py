"""The steps of a session, each a page."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse, reverse_lazy

from deputies.models import Deputy, Mandate, Meeting
from foundation.accounts.models import Organisation
from foundation.accounts.roles import Role
from foundation.web.views import CreateStep, StepView
from supervision.forms import questions as forms
from supervision.models import QuestionSession, Undertaking
from supervision.rules import questions as rules
from supervision.rules.house import OFFICE
from supervision.transitions import question_floor as floor
from supervision.transitions import question_sessions as act
from supervision.views.questions import CRUMB


class PickerMixin:
    """The home seats of the current term for the picker of deputies."""

    def form_kwargs(self) -> dict[str, Any]:
        return {"deputies": Deputy.objects.filter(pk__in=self.seats.order_by().values("deputy"))}

    @property
    def seats(self) -> QuerySet[Mandate]:
        seats = Mandate.objects.filter(term__is_current=True).serving_on(self.on).select_related("deputy", "delegation")
        return seats.order_by("delegation__order", "delegation", "deputy__pinyin_key", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.get("form")
        chosen = {int(key) for key in form.data.getlist("deputies") if key.isdigit()} if form and form.is_bound else ()
        return super().get_context_data(seats=self.seats, chosen=chosen, **kwargs)


class PlanSession(PickerMixin, CreateStep):
    template_name = "supervision/plan_session.html"
    form_class = forms.PlanForm
    rule = rules.may_plan_session
    transition = act.plan_session
    title = "登记问政、询问"
    button = "登记"
    intro = "先登记主题和参加人员；动员部署以前，代表和单位都不会收到消息。"
    success_message = "已登记。代表问政请先向党委报告，再动员部署。"
    back_url = reverse_lazy("supervision:question-sessions")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        user, rows = self.request.user, Organisation.objects.active().of_kind(*act.ORGANISERS)
        if not user.has_role(*OFFICE, on=self.on):
            rows = rows.filter(pk__in=user.organisations(Role.COMMITTEE, Role.TOWNSHIP_CLERK, on=self.on))
        undertakings = Undertaking.objects.run_by(user, self.on).filter(state__in=("planned", "under_way"))
        facts = {"organisers": rows.order_by("kind", "pk"), "undertakings": undertakings, "on": self.on}
        return {**super().form_kwargs(), **facts}


class SessionStep(StepView):
    """A step about one session."""

    template_name = "supervision/session_step.html"
    context_name = "session"

    def queryset(self) -> QuerySet[QuestionSession]:
        return QuestionSession.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class ReportSession(SessionStep):
    title = "登记报告和决定"
    button = "登记"
    form_class = forms.ReportForm
    rule = rules.may_report_session
    transition = act.report_session
    success_message = "已登记，可以动员部署。"

    def form_kwargs(self) -> dict[str, Any]:
        row = self.object
        known = {name: getattr(row, name) for name in ("reported_on", "report_note", "decided_by")}
        meetings = Meeting.objects.filter(term__is_current=True).exclude(kind="session")
        return {"meetings": meetings.order_by("-opens_on", "-number"), "initial": known}


class ArrangeSession(PickerMixin, SessionStep):
    template_name = "supervision/plan_session.html"
    title = "调整安排"
    button = "保存"
    form_class = forms.SeatsFields
    rule = rules.may_arrange_session
    transition = act.arrange_session
    intro = "改时间、地点，增加代表和单位。已在名单中的不用再选。"
    success_message = "已保存。"

    def form_kwargs(self) -> dict[str, Any]:
        row = self.object
        return {**super().form_kwargs(), "initial": {"starts_at": row.starts_at, "place": row.place}}


class MobiliseSession(SessionStep):
    title = button = "动员部署"
    rule = rules.may_mobilise_session
    transition = act.mobilise_session
    intro = "名单中的代表会收到通知，了解情况、准备问题。应答单位此时还不会收到。"
    success_message = "已动员部署，代表会收到通知。"


class SortSession(SessionStep):
    title = button = "开始梳理问题"
    rule = rules.may_sort_session
    transition = act.sort_session
    intro = "代表和工作人员从现在起可以“列入问题”，形成代表问题清单。"
    success_message = "已开始，代表会收到通知。"


class CallSession(SessionStep):
    title = button = "通知召开"
    rule = rules.may_call_session
    transition = act.call_session
    intro = "代表和定向的应答单位会收到时间、地点；随机抽取的单位在问答开始时才收到。"
    success_message = "已通知。"


class CancelSession(SessionStep):
    title = button = "取消"
    form_class = forms.ReasonForm
    rule = rules.may_cancel_session
    transition = act.cancel_session
    success_message = "已取消，有关人员会收到通知。"


class OpenFloor(SessionStep):
    title = button = "开始问答"
    rule = rules.may_open_floor
    transition = floor.open_floor
    intro = "开始以后，代表和单位的人员在手机上打开“现场问答”页面，看到正在问答的问题。"
    success_message = "问答已开始。"

    def get_success_url(self) -> str:
        return reverse("supervision:floor", args=[self.object.pk])


class ShutFloor(SessionStep):
    title = button = "结束问答"
    form_class = forms.ShutForm
    rule = rules.may_shut_floor
    transition = floor.shut_floor
    intro = "登记到场人员和问答情况。到场代表的履职档案会记入；没有来得及问的问题转为“未提问”。"
    success_message = "已结束，请交办问题清单。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"seats": self.object.seats.select_related("deputy", "body")}


class ReviewSession(SessionStep):
    title = button = "转入工作评议"
    rule = rules.may_review_session
    transition = floor.review_session
    success_message = "已转入工作评议，逐个问题跟踪整改和评议。"


class PublishSession(SessionStep):
    title = button = "公布"
    rule = rules.may_publish_session
    transition = floor.publish_session
    intro = (
        "公布以后，公众可以看到两张清单、问答记录和每个问题的整改经过。"
        "请先核对：不公开的问题没有勾选“可以向社会公开”，内容不含个人电话、住址和涉密信息。"
    )
    success_message = "已公布。"


class WithdrawSession(SessionStep):
    title = button = "撤下公布"
    form_class = forms.ReasonForm
    rule = rules.may_withdraw_session
    transition = floor.withdraw_session
    success_message = "已撤下。"


class CloseSession(SessionStep):
    title = button = "办结并公布结果"
    form_class = forms.ResultForm
    rule = rules.may_close_session
    transition = floor.close_session
    success_message = "已办结，结果向社会公布，参加人员会收到。"
