"""The floor: one page for a telephone that keeps itself up to date, questions, answers, follow-ups."""

from hashlib import sha256
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import cached_property

from foundation.files.store import attach_files
from foundation.web.views import Behind, DetailPage, StepView
from supervision.forms import questions as forms
from supervision.models import FloorQuestion, QuestionSession, SessionIssue
from supervision.rules import questions as rules
from supervision.states.questions import CALLED, QuestionState, SeatDuty
from supervision.states.session_issues import IssueState
from supervision.transitions import question_floor as act
from supervision.views.question_steps import SessionStep
from supervision.views.questions import CRUMB, threads

SECONDS = 5


class FloorRows:
    """What stands on the floor now, for page and fragment alike."""

    request: HttpRequest

    def queryset(self) -> QuerySet[QuestionSession]:
        rows = QuestionSession.objects.visible_to(self.request.user).filter(state__in=CALLED)
        return rows.with_names()

    def rows(self, session: QuestionSession) -> dict[str, Any]:
        user, on = self.request.user, self.on
        questions = FloorQuestion.objects.visible_to(user).filter(session=session)
        found = threads(list(questions.with_names().order_by("asked_at", "pk")))
        put = [row for row in found if row.state in (QuestionState.ASKED, QuestionState.ANSWERED)]
        runs = bool(rules.runs(user, session, on))
        # Once for all rows: whoever may answer one question may answer each of them.
        may_answer = session.opened_at is not None and bool(rules.answers(user, session, on))
        facts = {
            "session": session,
            "now": next((row for row in reversed(put) if row.state == QuestionState.ASKED), None),
            "put": put,
            "queue": [row for row in found if row.state == QuestionState.PREPARED],
            "runs": runs,
            "may_answer": may_answer and session.state != "closed",
            "may_follow": session.is_live and bool(rules.asks(user, session, on)),
            "seconds": SECONDS,
            "stamp": stamp_of(session, found),
        }
        _films(facts["now"])
        return facts


def stamp_of(session: QuestionSession, questions: list[FloorQuestion]) -> str:
    """Changes with every question, answer and turn of the floor."""
    rows = [(row.pk, row.state, len(row.answers.all())) for row in questions]
    return sha256(repr((session.opened_at, session.shut_at, session.state, rows)).encode()).hexdigest()[:16]


def _films(now: FloorQuestion | None) -> None:
    """What was filmed at the place, shown before the question."""
    if now is not None and now.issue:
        attach_files([now.issue])


class Floor(FloorRows, Behind, DetailPage):
    """The live page."""

    door = rules.may_list_sessions
    template_name = "supervision/floor.html"
    context_name = "session"

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]

    def get_title(self) -> str:
        return "现场问答"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        session = self.object
        asks = bool(rules.may_ask(self.request.user, session, on=self.on))
        form = forms.AskForm(**ask_arguments(self.request.user, session, self.on)) if asks else None
        return super().get_context_data(**{**self.rows(session), "form": form, **kwargs})


class FloorFragment(FloorRows, Behind, DetailPage):
    """The part of the page that is fetched again and again."""

    door = rules.may_list_sessions

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Nothing (204) while `?seen=` is all there is to see: a film goes on, a reader keeps his place."""
        rows = self.rows(self.get_object())
        if request.GET.get("seen") == rows["stamp"]:
            return HttpResponse(status=204)
        return render(request, "supervision/parts/floor_rows.html", rows)


def ask_arguments(user: Any, session: QuestionSession, on: Any) -> dict[str, Any]:
    """Whose question it may be, and what it may be about."""
    seats = session.seats.filter(duty=SeatDuty.ASKS).select_related("deputy", "body")
    if not rules.runs(user, session, on):
        seats = seats.filter(deputy__user=user)
    issues = SessionIssue.objects.visible_to(user).filter(session=session).exclude(state=IssueState.DROPPED)
    questions = FloorQuestion.objects.visible_to(user).filter(session=session)
    only = seats[0].pk if len(seats) == 1 else None
    return {"seats": seats, "issues": issues, "questions": questions, "initial": {"seat": only}}


class AskQuestion(SessionStep):
    template_name = "supervision/ask_question.html"
    title = "提问"
    button = "提交问题"
    form_class = forms.AskForm
    rule = rules.may_ask
    transition = act.ask_question
    success_message = "已提交。"
    versioned = False

    def form_kwargs(self) -> dict[str, Any]:
        known = ask_arguments(self.request.user, self.object, self.on)
        issue = self.followed.issue_id if self.followed else None
        known["initial"] |= {"follows": self.followed, "issue": issue}
        return known

    def get_title(self) -> str:
        return "追问" if self.followed else self.title

    @cached_property
    def followed(self) -> FloorQuestion | None:
        """The question that `?follows=` names, if this person may see it."""
        asked = self.request.GET.get("follows", "") or self.request.POST.get("follows", "")
        rows = FloorQuestion.objects.visible_to(self.request.user).filter(session=self.object)
        return rows.with_names().filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 10 else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(followed=self.followed, **kwargs)

    def get_success_url(self) -> str:
        return floor_url(self.object)


class QuestionStep(StepView):
    """A step about one question."""

    template_name = "supervision/question_step.html"
    context_name = "question"

    def queryset(self) -> QuerySet[FloorQuestion]:
        rows = FloorQuestion.objects.visible_to(self.request.user).with_names()
        return rows.select_related("session__organiser", "session__rule", "seat__deputy", "issue")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.session), self.object.get_absolute_url())]

    def get_success_url(self) -> str:
        return floor_url(self.object.session)


class CallUp(QuestionStep):
    title = button = "请提问"
    rule = rules.may_call_up
    transition = act.call_up
    success_message = "已请代表提问。"


class PassOver(QuestionStep):
    title = button = "不再提问"
    button_tone = "secondary"
    rule = rules.may_pass_over
    transition = act.pass_over
    success_message = "已转为未提问。"


class AnswerQuestion(QuestionStep):
    title = "答复"
    button = "提交答复"
    form_class = forms.AnswerForm
    rule = rules.may_answer_question
    transition = act.answer_question
    success_message = "已答复。"
    versioned = False

    def form_kwargs(self) -> dict[str, Any]:
        user, session = self.request.user, self.object.session
        seats = session.seats.filter(duty=SeatDuty.ANSWERS).select_related("body", "deputy")
        if not rules.runs(user, session, self.on):
            seats = seats.filter(body__in=user.organisations(*rules.ANSWERING, on=self.on))
        only = seats[0].pk if len(seats) == 1 else None
        return {"seats": seats, "initial": {"seat": only}}


def floor_url(session: QuestionSession) -> str:
    """The floor once it can be looked at, before that the session."""
    return reverse("supervision:floor", args=[session.pk]) if session.state in CALLED else session.get_absolute_url()
