"""The steps of an issue, each a page."""

from typing import Any

from django.db.models import QuerySet

from foundation.ballots.models import PaperCount
from foundation.files.keeping import KeepsFiles
from foundation.files.store import attach_files
from foundation.web.views import StepView
from supervision.forms import session_issues as forms
from supervision.models import SessionIssue
from supervision.rules import questions as session_rules
from supervision.rules import session_issues as rules
from supervision.states.questions import SeatDuty
from supervision.transitions import issue_ledger, issue_list, issue_reviews
from supervision.transitions import session_issues as act
from supervision.views.question_steps import SessionStep
from supervision.views.questions import CRUMB


class ListIssue(KeepsFiles, SessionStep):
    title = "列入问题"
    button = "列入清单"
    form_class = forms.ListForm
    rule = rules.may_list_issue
    transition = issue_list.list_issue
    intro = "一个问题写一件事，便于交办和评议。现场视频用手机拍摄的mp4格式，问答时在提问前播放。"
    success_message = "已列入清单。"
    versioned = False

    def form_kwargs(self) -> dict[str, Any]:
        own = not session_rules.runs(self.request.user, self.object, self.on)
        seats = self.object.seats.filter(duty=SeatDuty.ASKS).select_related("deputy", "body")
        return {"seats": seats, "own": own}

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class HandIssues(SessionStep):
    title = button = "交办问题清单"
    form_class = forms.HandForm
    rule = rules.may_hand_issues
    transition = act.hand_issues
    intro = "清单中待交办的问题一次交给责任单位，整改方案和整改期限从今天起算。"
    success_message = "已交办，责任单位会收到通知。"


class IssueStep(StepView):
    """A step about one issue."""

    template_name = "supervision/issue_step.html"
    context_name = "issue"

    def queryset(self) -> QuerySet[SessionIssue]:
        return SessionIssue.objects.visible_to(self.request.user).with_names().select_related("session__rule")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.session), self.object.session.get_absolute_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(turn=self.object.round, **kwargs)


class ChangeIssue(IssueStep):
    title = "修改问题"
    button = "保存"
    form_class = forms.IssueWords
    rule = rules.may_change_issue
    transition = issue_list.change_issue
    success_message = "已保存。"

    def form_kwargs(self) -> dict[str, Any]:
        names = ("title", "facts", "wanted", "body", "source_note", "place", "is_public")
        return {"initial": {name: getattr(self.object, name) for name in names}}


class DropIssue(IssueStep):
    title = button = "不列入"
    form_class = forms.ReasonForm
    rule = rules.may_drop_issue
    transition = issue_list.drop_issue
    success_message = "已办理，提出的代表会收到理由。"


class RecallIssue(IssueStep):
    title = button = "收回改交"
    form_class = forms.ReasonForm
    rule = rules.may_recall_issue
    transition = act.recall_issue
    success_message = "已收回，请修改责任单位后重新交办。"


class PlanRemedy(IssueStep):
    title = button = "报送整改方案"
    form_class = forms.RemedyForm
    rule = rules.may_plan_remedy
    transition = act.plan_remedy
    intro = "方案由组织问政的单位听取代表或者当事群众意见后公布。"
    success_message = "已报送。"

    def form_kwargs(self) -> dict[str, Any]:
        turn = self.object.round
        return {"initial": {name: getattr(turn, name, "") for name in ("measures", "person", "due_on")}}


class ReturnPlan(IssueStep):
    title = button = "退回方案"
    form_class = forms.ReasonForm
    rule = rules.may_return_plan
    transition = act.return_plan
    success_message = "已退回，责任单位会收到通知。"


class AgreePlan(IssueStep):
    title = button = "商定并公布方案"
    form_class = forms.AgreeForm
    rule = rules.may_agree_plan
    transition = act.agree_plan
    success_message = "已商定，责任单位开始整改。"


class NoteIssue(IssueStep):
    title = "填写进展"
    button = "提交"
    form_class = forms.NoteForm
    rule = rules.may_note_issue
    transition = act.note_issue
    success_message = "已填写。"
    versioned = False


class ReportResult(IssueStep):
    title = button = "报送整改结果"
    form_class = forms.ReportResultForm
    rule = rules.may_report_result
    transition = act.report_result
    success_message = "已报送，等待满意度评议。"


class ReturnResult(IssueStep):
    title = button = "退回继续整改"
    form_class = forms.ReasonForm
    rule = rules.may_return_result
    transition = act.return_result
    success_message = "已退回，责任单位会收到通知。"


class ReopenIssue(IssueStep):
    title = button = "重新打开"
    form_class = forms.ReasonForm
    rule = rules.may_reopen_issue
    transition = issue_reviews.reopen_issue
    success_message = "已重新打开，责任单位会收到通知。"


class LedgerIssue(IssueStep):
    title = button = "列入问题清单"
    form_class = forms.LedgerForm
    rule = rules.may_ledger_issue
    transition = issue_ledger.ledger_issue
    intro = "区人大组织的问政，问题交办时已经自动列入。镇街组织的，由此列入区问题清单，有关代表、群众满意以后销号。"
    success_message = "已列入问题清单，责任单位会收到通知。"

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class EnterReview(IssueStep):
    title = "录入评议计票"
    button = "录入"
    form_class = forms.ReviewForm
    rule = rules.may_enter_review
    transition = issue_reviews.enter_review
    success_message = "已录入，请另一名工作人员核对。"

    def form_kwargs(self) -> dict[str, Any]:
        rule = self.object.session.rule
        return {"grades": rule.grade_names if rule else ()}

    def arguments(self, form: Any) -> dict[str, Any]:
        given = form.cleaned_data
        return {"papers": form.papers(), "held_on": given["held_on"], "files": given["files"]}


class CheckReview(IssueStep):
    title = "核对评议计票"
    button = "提交核对意见"
    form_class = forms.CheckForm
    rule = rules.may_check_review
    transition = issue_reviews.check_review
    success_message = "已核对。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        count: PaperCount | None = rules.waiting_count(self.object)
        attach_files([self.object])
        grades = [(grade, count.votes.get(grade, 0)) for grade in count.rule.grade_names] if count else []
        return super().get_context_data(count=count, grades=grades, **kwargs)
