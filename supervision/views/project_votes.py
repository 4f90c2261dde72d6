"""Votes on livelihood projects: planned, counted, checked, shown with the formula of each."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from deputies.models import Meeting
from foundation.ballots.models import PaperCount
from foundation.web.actions import Action, offered
from foundation.web.chinese import date_text
from foundation.web.views import Behind, DetailPage, StepView
from supervision.forms import projects as forms
from supervision.models import ProjectVote, ProjectVoteLine
from supervision.rules import project_years as rules
from supervision.states.project_vote import VoteState
from supervision.transitions import project_votes as act
from supervision.views.project_years import CRUMB, QUIET, YearStep

VERBS = (
    ("录入计票", "enter-project-vote", rules.may_enter_project_vote, "primary"),
    ("核对计票", "check-project-vote", rules.may_check_project_vote, "primary"),
)


class VotePage(Behind, DetailPage):
    """One vote: who could vote, the papers, each project with its figures and its result."""

    door = rules.may_open_projects
    template_name = "supervision/project_vote.html"
    context_name = "vote"

    def queryset(self) -> QuerySet[ProjectVote]:
        return ProjectVote.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        year = self.object.project_year
        return [CRUMB, (str(year), year.get_absolute_url())]

    def actions(self, obj: ProjectVote) -> list[Action]:
        return offered("supervision", VERBS, self.request.user, obj, self.on, quiet=QUIET)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        vote = self.object
        counted = vote.state in (VoteState.SETTLED, VoteState.VOID) and vote.present is not None
        rows = vote.lines.select_related("project", "count__rule", "ballot_line__ballot__rule")
        lines = list(rows.order_by("project__number", "pk"))
        first = lines[0].count or vote.ballot if lines else None
        facts = {
            "basics": [
                ("会议", vote.meeting_name),
                ("表决日期", date_text(vote.held_on)),
                ("应选项目", f"{vote.places}项" if vote.places else ""),
                ("应到代表", f"{vote.all_members}人"),
                ("到会代表", f"{vote.present}人" if counted else ""),
                ("发出、收回票", f"{vote.issued}、{vote.returned}张" if counted else ""),
                ("无效票", f"{vote.invalid}张" if counted and vote.invalid is not None else ""),
                ("录入、核对", f"{vote.entered_by}、{vote.checked_by}" if counted and vote.checked_by else ""),
            ],
            "lines": lines,
            "rule_text": first.rule_text if first else "",
            "counted": counted,
        }
        return super().get_context_data(**{**facts, **kwargs})


class PlanChoice(YearStep):
    title = button = "安排票决"
    form_class = forms.PlanVoteForm
    rule = rules.may_plan_choice
    transition = act.plan_choice
    intro = "候选项目全部列上表决票；上一次有并列的，只就并列项目再次表决。应到代表按名册当天在任人数计算。"
    success_message = "已安排。使用纸质票的，表决以后录入计票；使用电子表决的，请在会议上登记到会以后开始。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"meetings": meetings_of(self.object), "initial": {"held_on": self.on}}

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class PlanEndBallot(PlanChoice):
    title = button = "安排满意度测评"
    rule = rules.may_plan_end_ballot
    transition = act.plan_end_ballot
    intro = "已验收的项目逐项测评。满意、基本满意的予以销号；不满意的退回整改，验收后再次测评。"


def meetings_of(year: Any) -> QuerySet[Meeting]:
    """Sessions and meetings of the congress whose projects these are, the latest first."""
    rows = Meeting.objects.filter(term__congress__is_home=True, term__is_current=True)
    if year.house_id is not None:
        rows = Meeting.objects.filter(term__congress__area__organisation=year.house_id, term__is_current=True)
    return rows.order_by("-opens_on", "-pk")


class VoteStep(StepView):
    """A step about one vote."""

    context_name = "vote"

    def queryset(self) -> QuerySet[ProjectVote]:
        return ProjectVote.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        year = self.object.project_year
        return [CRUMB, (str(year), year.get_absolute_url()), (str(self.object), self.object.get_absolute_url())]


class EnterVote(VoteStep):
    title = "录入计票"
    button = "录入"
    template_name = "supervision/project_vote_step.html"
    form_class = forms.VoteForm
    rule = rules.may_enter_project_vote
    transition = act.enter_project_vote
    intro = "先填表决票，再逐项填各档票数。每一项的各档票数加无效票应当等于收回票。"
    success_message = "已录入，请另一名工作人员核对。"

    def form_kwargs(self) -> dict[str, Any]:
        lines = list(self.object.lines.select_related("project").order_by("project__number", "pk"))
        return {"lines": lines, "grades": act.rule_of(self.object).grade_names}

    def arguments(self, form: Any) -> dict[str, Any]:
        return form.figures()


class CheckVote(VoteStep):
    title = "核对计票"
    button = "提交核对意见"
    template_name = "supervision/project_vote_check.html"
    form_class = forms.CheckVoteForm
    rule = rules.may_check_project_vote
    success_message = "已办理。"

    transition = act.check_project_vote

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        vote = self.object
        lines = list(vote.lines.select_related("project").order_by("project__number", "pk"))
        kind = ContentType.objects.get_for_model(ProjectVoteLine)
        entered = PaperCount.objects.filter(
            subject_type=kind, subject_id__in=[str(line.pk) for line in lines]
        ).entered()
        counts = {count.subject_id: count for count in entered.select_related("rule")}
        rows = [(line, counts.get(str(line.pk))) for line in lines]
        return super().get_context_data(rows=rows, **kwargs)
