"""What a supervision finds out: the steps of whoever takes part."""

from typing import Any

from django.db.models import QuerySet

from foundation.accounts.models import Organisation
from foundation.files.keeping import KeepsFiles
from foundation.web.views import StepView
from supervision.forms import inspection as forms
from supervision.models import CollectedOpinion, LawArticle, TeamMember, Undertaking
from supervision.rules import inspection as rules
from supervision.transitions import collected, joint_decisions, team, undertaking_ballots, visits
from supervision.views.undertaking_steps import UndertakingAct
from supervision.views.undertakings import CRUMB


class PartStep(StepView):
    """A step about something inside a supervision; it leads back to the page of the whole."""

    versioned = False

    def queryset(self) -> QuerySet[Any]:
        seen = Undertaking.objects.visible_to(self.request.user).order_by().values("pk")
        rows = self.rows().filter(undertaking__in=seen)
        return rows.select_related("undertaking__kind", "undertaking__committee")

    def rows(self) -> QuerySet[Any]:
        raise TypeError(f"{type(self).__name__} must say which rows")

    def get_crumbs(self) -> list[tuple[str, str]]:
        parent = self.object.undertaking
        return [CRUMB, (str(parent), parent.get_absolute_url())]

    def get_success_url(self) -> str:
        return self.object.undertaking.get_absolute_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(back_url=self.get_success_url(), **kwargs)


class OfUndertaking(UndertakingAct):
    """Something added to a supervision."""

    versioned = False


class JoinTeam(OfUndertaking):
    title = button = "增加成员"
    form_class = forms.TeamForm
    rule = rules.may_join_team
    transition = team.join_team
    intro = "每次登记一位；有账号的人员会收到通知。"
    success_message = "已登记。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on}


class LeaveTeam(PartStep):
    title = button = "退出工作组"
    rule = rules.may_leave_team
    transition = team.leave_team
    success_message = "已登记退出。"

    def rows(self) -> QuerySet[TeamMember]:
        return TeamMember.objects.all()


class RecordVisit(KeepsFiles, OfUndertaking):
    title = "登记现场检查"
    button = "登记"
    form_class = forms.VisitForm
    rule = rules.may_record_visit
    transition = visits.record_visit
    intro = "一处一次登记；被监督单位看不到。需要整改的问题，另行列入问题清单。"
    success_message = "已登记。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"undertaking": self.object, "on": self.on}


class RecordSurvey(OfUndertaking):
    title = "登记问卷结果"
    button = "登记"
    form_class = forms.SurveyForm
    rule = rules.may_record_survey
    transition = visits.record_survey
    success_message = "已登记。"


class ListArticle(OfUndertaking):
    title = "增加检查条文"
    button = "登记"
    form_class = forms.ArticleForm
    rule = rules.may_list_article
    transition = visits.list_article
    success_message = "已列入清单。"


class AssessArticle(PartStep):
    title = "登记检查情况"
    button = "保存"
    form_class = forms.FindingForm
    rule = rules.may_assess_article
    transition = visits.assess_article
    success_message = "已保存。"

    def rows(self) -> QuerySet[LawArticle]:
        return LawArticle.objects.visible_to(self.request.user)

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"finding": self.object.finding}}


class CollectOpinion(OfUndertaking):
    title = "登记意见"
    button = "登记"
    form_class = forms.OpinionForm
    rule = rules.may_collect_opinion
    transition = collected.collect_opinion
    intro = "一条意见一次登记，便于单位逐条回应。"
    success_message = "已登记，送交后单位才能看到。"

    def form_kwargs(self) -> dict[str, Any]:
        rows = Organisation.objects.filter(supervised_in__undertaking=self.object)
        return {"rows": rows}


class SendOpinions(OfUndertaking):
    title = button = "送交意见"
    rule = rules.may_send_opinions
    transition = collected.send_opinions
    intro = "尚未送交的意见一并送交，单位会收到通知，并在报告中逐条回应。"
    success_message = "已送交。"


class AnswerOpinion(PartStep):
    title = "回应意见"
    button = "保存"
    form_class = forms.AnswerOpinionForm
    rule = rules.may_answer_opinion
    transition = collected.answer_collected
    template_name = "supervision/answer_opinion.html"
    context_name = "opinion"
    versioned = True
    success_message = "已保存。"

    def rows(self) -> QuerySet[CollectedOpinion]:
        return CollectedOpinion.objects.visible_to(self.request.user)

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"answer": self.object.answer}}


class RecordDecision(OfUndertaking):
    title = "登记议定事项"
    button = "登记并交办"
    form_class = forms.DecisionForm
    rule = rules.may_record_decision
    transition = joint_decisions.record_decision
    intro = "登记后列入问题清单，交落实单位办理，直到核实销号。"
    success_message = "已登记，落实单位会收到通知。"


class PlanItsBallot(OfUndertaking):
    title = "安排测评"
    button = "安排"
    form_class = forms.ItsBallotForm
    rule = rules.may_plan_its_ballot
    transition = undertaking_ballots.plan_its_ballot
    intro = "由听取该事项的会议组成人员测评。结果公布后，“满意度测评”步骤自动完成。"
    success_message = "已安排，请在会议上登记到会人员后开始。"

    def form_kwargs(self) -> dict[str, Any]:
        named = [body.organisation.label for body in self.object.bodies.all()]
        initial = {"rule_code": self.object.kind.ballot_rule or "satisfaction", "lines": "\n".join(named)}
        return {"on": self.on, "initial": initial}

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()
