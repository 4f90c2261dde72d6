"""The steps of whoever runs a ballot."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from deputies.models import Meeting
from foundation.ballots.models import BallotRule
from foundation.web.views import CreateStep, StepView
from supervision.forms import ballot_bodies as body_forms
from supervision.forms import ballots as forms
from supervision.models import Ballot
from supervision.rules import ballots as rules
from supervision.transitions import ballot_planning as planning
from supervision.transitions import ballot_readings
from supervision.transitions import ballots as act
from supervision.views.ballots import CRUMB, turnout_of


def usable_rules(on: date) -> QuerySet[BallotRule]:
    """Those in force."""
    return BallotRule.objects.on(on).order_by("code", "valid_from")


class PlanBallot(CreateStep):
    """A ballot at a meeting; its roll is that of the meeting."""

    title = "安排表决测评"
    button = "安排"
    form_class = forms.PlanForm
    rule = rules.may_begin_ballot
    transition = planning.plan_at_meeting
    crumbs = (CRUMB,)
    back_url = CRUMB[1]
    intro = "方式和办法在开始表决以前可以取消重来，开始以后不能再改。"
    success_message = "已安排，请在会议上登记到会人员后开始表决。"

    def form_kwargs(self) -> dict[str, Any]:
        here = Meeting.objects.filter(term__is_current=True, term__congress__is_home=True)
        meetings = here.order_by("-opens_on", "-number")
        return {"meetings": meetings, "rules": usable_rules(self.on), "initial": {"held_on": self.on}}


class BallotStep(StepView):
    """A step about one ballot."""

    template_name = "supervision/ballot_step.html"
    context_name = "ballot"

    def queryset(self) -> QuerySet[Ballot]:
        return Ballot.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class OpenBallot(BallotStep):
    title = button = "开始表决"
    form_class = forms.OpenForm
    rule = rules.may_open_ballot
    transition = act.open_ballot
    intro = "请登记到会情况。开始以后，到会人员、表决方式和办法都不能再改。"
    success_message = "已开始表决，使用手机表决的人员会收到通知。"

    def get_form(self, bound: bool = False) -> Any:
        return of_shape(self, forms.OpenForm, body_forms.OpenBodiesForm, bound)


def of_shape(view: StepView, whole: type, bodies: type, bound: bool) -> Any:
    """The form for a ballot of one body, or for one of several with weights."""
    data = {"data": view.request.POST} if bound else {}
    return (bodies if view.object.weighed else whole)(**data, ballot=view.object)


class CloseBallot(BallotStep):
    title = button = "结束表决"
    rule = rules.may_close_ballot
    transition = act.close_ballot
    intro = "结束以后不再接受投票。请确认到会人员都已表决。"
    success_message = "已结束表决。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"turnout": turnout_of(self.object), **kwargs})


class EnterReading(BallotStep):
    title = "录入纸质票清点结果"
    button = "录入"
    form_class = forms.ReadingForm
    rule = rules.may_enter_reading
    transition = ballot_readings.enter_reading
    intro = "两人分别清点、分别录入，互不查看；两人一致的才能公布结果。"
    success_message = "已录入。"
    versioned = False

    def get_form(self, bound: bool = False) -> Any:
        return of_shape(self, forms.ReadingForm, body_forms.ReadBodiesForm, bound)

    def arguments(self, form: Any) -> dict[str, Any]:
        return {"returned": form.papers_back, "figures": form.figures()}


class AnnounceBallot(BallotStep):
    title = button = "公布结果"
    form_class = forms.AnnounceForm
    rule = rules.may_announce_ballot
    transition = act.announce_ballot
    intro = "按办法计算结果，生成结果文件和校验值，通知参加表决的人员。公布以后不能更改。"
    success_message = "已公布。"


class AnnulBallot(BallotStep):
    title = button = "宣布无效"
    form_class = forms.BallotReasonForm
    rule = rules.may_annul_ballot
    transition = act.annul_ballot
    button_tone = "danger"
    intro = "收回的票多于发出的票，或者表决程序有误的，宣布无效，不计票，另行组织表决。"
    success_message = "已宣布无效。"


class CancelBallot(BallotStep):
    title = button = "取消表决"
    form_class = forms.BallotReasonForm
    rule = rules.may_cancel_ballot
    transition = act.cancel_ballot
    success_message = "已取消。"
