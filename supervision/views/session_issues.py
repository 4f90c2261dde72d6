"""Issues of questionings: all one follows, the page of one with its timeline, and its steps."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation import deadlines
from foundation.audit import timeline
from foundation.files.store import attach_files
from foundation.web.actions import Action, offered
from foundation.web.chinese import datetime_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from supervision.forms import session_issues as forms
from supervision.models import Problem, SessionIssue
from supervision.rules import question_ballots as ballot_rules
from supervision.rules import questions as session_rules
from supervision.rules import session_issues as rules
from supervision.states.session_issues import IssueState
from supervision.views.questions import CLOCKS, CRUMB, QUIET

VERBS = (
    ("修改", "change-issue", rules.may_change_issue, "secondary"),
    ("不列入", "drop-issue", rules.may_drop_issue, "secondary"),
    ("报送整改方案", "plan-remedy", rules.may_plan_remedy, "primary"),
    ("商定并公布方案", "agree-plan", rules.may_agree_plan, "primary"),
    ("退回方案", "return-plan", rules.may_return_plan, "secondary"),
    ("填写进展", "note-issue", rules.may_note_issue, "primary"),
    ("报送整改结果", "report-result", rules.may_report_result, "primary"),
    ("录入评议计票", "enter-review", rules.may_enter_review, "primary"),
    ("核对评议计票", "check-review", rules.may_check_review, "primary"),
    ("退回继续整改", "return-result", rules.may_return_result, "secondary"),
    ("收回改交", "recall-issue", rules.may_recall_issue, "secondary"),
    ("重新打开", "reopen-issue", rules.may_reopen_issue, "secondary"),
)


def issue_tone(row: SessionIssue) -> str:
    return tone_of("supervision.sessionissue.state", row.state)


class Issues(Behind, ListPage):
    """What one organised, raised or has to put right, the latest first."""

    door = session_rules.may_list_sessions
    title = "问政问题"
    export_name = "问政问题"
    filter_form_class = forms.IssueFilter
    crumbs = (CRUMB,)
    empty = "还没有问政问题。"
    columns = (
        Column("问题", "title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("问政主题", "session.title"),
        Column("责任单位", "body.label"),
        Column("交办时间", "handed_at", kind="date"),
        Column("轮次", "round_number", kind="number"),
        Column("状态", "get_state_display", kind="badge", tone=issue_tone),
        Column("期限", "light", kind="light"),
    )

    def queryset(self) -> QuerySet[SessionIssue]:
        return SessionIssue.objects.visible_to(self.request.user).with_names().order_by("-session", "number")

    def filter(self, rows: QuerySet[SessionIssue], wanted: dict[str, Any]) -> QuerySet[SessionIssue]:
        if "q" in wanted:
            rows = rows.filter(title__contains=wanted["q"])
        if wanted.get("second"):
            rows = rows.filter(round_number__gt=1)
        return rows.filter(**{name: wanted[name] for name in ("state",) if name in wanted})

    def decorate(self, rows: Sequence[SessionIssue]) -> None:
        deadlines.attach_lights(rows, CLOCKS, self.on)


class IssuePage(Behind, DetailPage):
    """One issue: what was asked, each round with plan, result and review, the timeline with its evidence."""

    door = session_rules.may_list_sessions
    template_name = "supervision/session_issue.html"
    context_name = "issue"

    def queryset(self) -> QuerySet[SessionIssue]:
        return SessionIssue.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.session), self.object.session.get_absolute_url())]

    def actions(self, obj: SessionIssue) -> list[Action]:
        found = offered("supervision", VERBS, self.request.user, obj, self.on, quiet=QUIET)
        plans = ballot_rules.may_ballot_issues(self.request.user, obj.session, on=self.on)
        if plans and obj.state == IssueState.REPORTED and obj.open_ballot is None:
            url = reverse("supervision:plan-issue-ballot", args=[obj.session_id])
            found.append(Action("安排表决评议", url, plans, "secondary"))
        ledger = rules.may_ledger_issue(self.request.user, obj, on=self.on)
        if ledger:
            url = reverse("supervision:ledger-issue", args=[obj.pk])
            found.append(Action("列入问题清单", url, ledger, "secondary"))
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        issue = self.object
        deadlines.attach_lights([issue], CLOCKS, self.on)
        facts = {**record_of(issue), "basics": basics(issue), "events": list(timeline(issue))}
        facts["ballot"] = issue.open_ballot
        facts["problems"] = list(Problem.objects.visible_to(self.request.user).of_source(issue))
        return super().get_context_data(**{**facts, **kwargs})


def record_of(issue: SessionIssue, *, public: bool = False) -> dict[str, Any]:
    """Rounds with their counts and notes with their files; the public reads no sent-back papers."""
    notes = issue.notes.select_related("organisation")
    notes = list(notes.exclude(kind="returned") if public else notes)
    attach_files([issue, *notes])
    return {
        "rounds": list(issue.rounds.select_related("count__rule", "line__ballot__rule")),
        "notes": notes,
        "files": issue.files,
    }


def basics(issue: SessionIssue) -> list[tuple[str, str]]:
    return [
        ("问政主题", str(issue.session)),
        ("责任单位", issue.body.label),
        ("提出代表", str(issue.raised_by or "")),
        ("问题来源", f"{issue.get_source_display()} {issue.source_note}".strip()),
        ("现场地点", issue.place),
        ("交办时间", datetime_text(issue.handed_at) if issue.handed_at else ""),
    ]
