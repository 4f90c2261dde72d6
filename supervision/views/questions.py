"""Questioning and inquiries: the list and the page of one, with the two lists side by side."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation import deadlines
from foundation.audit import timeline
from foundation.web.actions import Action, offered
from foundation.web.chinese import date_text, datetime_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from supervision.forms import questions as forms
from supervision.models import Ballot, FloorQuestion, IssueRound, QuestionSession, SessionIssue
from supervision.rules import question_ballots as ballot_rules
from supervision.rules import questions as rules
from supervision.rules import session_issues as issue_rules
from supervision.rules.house import READERS
from supervision.states.questions import STAGES, SessionState
from supervision.states.session_issues import IssueState

CRUMB = ("问政和询问", "/supervision/questions/")
QUIET = ("role", "state", "second")
CLOCKS = ("question_plan", "question_agree", "question_remedy", "question_second", "question_redo", "question_review")
VERBS = (
    ("登记报告和决定", "report-session", rules.may_report_session, "primary"),
    ("动员部署", "mobilise-session", rules.may_mobilise_session, "primary"),
    ("开始梳理问题", "sort-session", rules.may_sort_session, "primary"),
    ("列入问题", "list-issue", issue_rules.may_list_issue, "primary"),
    ("调整安排", "arrange-session", rules.may_arrange_session, "secondary"),
    ("通知召开", "call-session", rules.may_call_session, "primary"),
    ("准备提问", "ask-question", rules.may_ask, "secondary"),
    ("开始问答", "open-floor", rules.may_open_floor, "primary"),
    ("结束问答", "shut-floor", rules.may_shut_floor, "primary"),
    ("安排答复测评", "plan-answer-ballot", ballot_rules.may_ballot_answers, "primary"),
    ("安排表决评议", "plan-issue-ballot", ballot_rules.may_ballot_issues, "primary"),
    ("公布", "publish-session", rules.may_publish_session, "secondary"),
    ("转入工作评议", "review-session", rules.may_review_session, "primary"),
    ("办结并公布结果", "close-session", rules.may_close_session, "primary"),
    ("撤下公布", "withdraw-session", rules.may_withdraw_session, "secondary"),
    ("取消", "cancel-session", rules.may_cancel_session, "secondary"),
)


def session_tone(row: QuestionSession) -> str:
    return tone_of("supervision.questionsession.state", row.state)


class Sessions(Behind, ListPage):
    """Those one organises, takes part in or supervises, the latest first."""

    door = rules.may_list_sessions
    template_name = "supervision/question_sessions.html"
    title = "问政和询问"
    export_name = "问政和询问"
    filter_form_class = forms.SessionFilter
    empty = "还没有登记问政或者询问。"
    columns = (
        Column("主题", "title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("监督形式", "get_kind_display"),
        Column("举办形式", "get_form_display"),
        Column("组织单位", "organiser.label"),
        Column("时间", "starts_at", kind="datetime"),
        Column("阶段", "get_state_display", kind="badge", tone=session_tone),
        Column("问题（个）", "listed", kind="number"),
        Column("已销号（个）", "settled", kind="number"),
    )

    def queryset(self) -> QuerySet[QuestionSession]:
        rows = QuestionSession.objects.visible_to(self.request.user).with_names().with_figures()
        return rows.order_by("-planned_at", "-pk")

    def filter(self, rows: QuerySet[QuestionSession], wanted: dict[str, Any]) -> QuerySet[QuestionSession]:
        if "q" in wanted:
            rows = rows.filter(title__contains=wanted["q"])
        return rows.filter(**{name: wanted[name] for name in ("kind", "state") if name in wanted})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_plan = bool(rules.may_plan_session(self.request.user, on=self.on))
        return super().get_context_data(may_plan=may_plan, **kwargs)


class SessionPage(Behind, DetailPage):
    """One session: stages, the two lists, what was asked and answered."""

    door = rules.may_list_sessions
    template_name = "supervision/question_session.html"
    context_name = "session"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[QuestionSession]:
        return QuestionSession.objects.visible_to(self.request.user).with_names()

    def actions(self, obj: QuestionSession) -> list[Action]:
        user, on = self.request.user, self.on
        found = offered("supervision", VERBS, user, obj, on, quiet=QUIET)
        hand = issue_rules.may_hand_issues(user, obj, on=on)
        if hand and obj.issues.filter(state=IssueState.LISTED).exists():
            found.append(Action("交办问题清单", reverse("supervision:hand-issues", args=[obj.pk]), hand, "primary"))
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        session, user = self.object, self.request.user
        issues = SessionIssue.objects.visible_to(user).filter(session=session).exclude(state=IssueState.DROPPED)
        questions = FloorQuestion.objects.visible_to(user).filter(session=session).with_names().order_by("pk")
        facts = {
            "basics": basics(session, inside=user.has_role(*READERS) or bool(rules.runs(user, session, self.on))),
            "steps": steps_of(session),
            "seats": list(session.seats.select_related("deputy", "body", "line__ballot__rule")),
            "ballots": list(Ballot.objects.about(session).visible_to(user)),
            "issues": two_lists(list(issues.with_names()), self.on),
            "questions": threads(list(questions)),
            "has_floor": session.state in (SessionState.HOLDING, SessionState.REVIEWING, SessionState.CLOSED),
            "events": list(timeline(session)),
        }
        return super().get_context_data(**{**facts, **kwargs})


def basics(session: QuestionSession, *, inside: bool) -> list[tuple[str, str]]:
    """The arrangement; what the party committee answered is the house's."""
    modes = "、".join(mode.name for mode in session.modes.all())
    reported = date_text(session.reported_on) if session.reported_on else ""
    return [
        ("监督形式", f"{session.get_kind_display()}（{session.get_form_display()}）"),
        ("选题领域", str(session.field or "")),
        ("组织方式", modes),
        ("组织单位", session.organiser.label),
        ("监督事项", str(session.undertaking or "")),
        ("向党委报告", f"{reported} {session.report_note if inside else ''}".strip()),
        ("决定的会议", str(session.decided_by or "")),
        ("时间", datetime_text(session.starts_at) if session.starts_at else ""),
        ("地点", session.place),
        ("评议办法", session.rule.sentence if session.rule else ""),
    ]


def steps_of(session: QuestionSession) -> list[dict[str, str]]:
    """The five stages for the stepper."""
    order = list(STAGES)
    past = len(order) if session.state == SessionState.CLOSED else 0
    here = order.index(SessionState(session.state)) if session.state in order else past
    states = ["done" if place < here else "current" if place == here else "todo" for place in range(len(order))]
    return [{"label": stage.label, "state": state} for stage, state in zip(order, states, strict=True)]


def two_lists(issues: list[SessionIssue], on: Any) -> list[SessionIssue]:
    """Each line of the deputies' list with the body's last round and its light; three queries however many."""
    deadlines.attach_lights(issues, CLOCKS, on)
    rounds = {(row.issue_id, row.number): row for row in IssueRound.objects.filter(issue__in=issues)}
    for issue in issues:
        issue.turn = rounds.get((issue.pk, issue.round_number))
    return issues


def threads(questions: Sequence[FloorQuestion]) -> list[FloorQuestion]:
    """Questions in their order, each with its follow-ups behind it."""
    follow_ups: dict[int, list[FloorQuestion]] = {}
    for question in questions:
        if question.follows_id:
            follow_ups.setdefault(question.follows_id, []).append(question)
    known = {question.pk for question in questions}
    found: list[FloorQuestion] = []

    def add(question: FloorQuestion, depth: int) -> None:
        question.depth = min(depth, 2)
        found.append(question)
        for follower in follow_ups.get(question.pk, []):
            add(follower, depth + 1)

    for question in questions:
        if not question.follows_id or question.follows_id not in known:
            add(question, 0)
    return found
