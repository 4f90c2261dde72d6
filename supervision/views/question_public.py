"""Published questionings: everybody follows the two lists, what was asked, and each issue to its end."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import Q, QuerySet
from django.utils.decorators import method_decorator

from foundation.web.views import DetailPage, ListPage
from supervision.models import FloorQuestion, QuestionSession, SessionIssue
from supervision.states.session_issues import IssueState
from supervision.views.questions import steps_of, threads, two_lists
from supervision.views.session_issues import record_of

CRUMB = ("代表问政", "/supervision/questions/public/")


@method_decorator(login_not_required, name="dispatch")
class PublicSessions(ListPage):
    """What was published, the latest first."""

    title = "代表问政"
    template_name = "supervision/public_sessions.html"
    empty = "还没有公布的问政。"

    def queryset(self) -> QuerySet[QuestionSession]:
        return QuestionSession.objects.public().with_names().with_figures().order_by("-published_at", "-pk")


@method_decorator(login_not_required, name="dispatch")
class PublicSession(DetailPage):
    """One questioning as everybody may read it."""

    template_name = "supervision/public_session.html"
    context_name = "session"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[QuestionSession]:
        return QuestionSession.objects.public().with_names()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        session = self.object
        issues = list(SessionIssue.objects.public().filter(session=session).with_names())
        # What was asked about a withheld issue is withheld as well.
        questions = FloorQuestion.objects.put().filter(Q(issue=None) | Q(issue__is_public=True), session=session)
        facts = {
            "steps": steps_of(session),
            "seats": list(session.seats.select_related("deputy", "body", "line__ballot__rule").exclude(duty="sits")),
            "issues": two_lists(issues, self.on),
            "settled": sum(issue.state == IssueState.CLOSED for issue in issues),
            "questions": threads(list(questions.with_names().order_by("pk"))),
        }
        return super().get_context_data(**{**facts, **kwargs})


@method_decorator(login_not_required, name="dispatch")
class PublicIssue(DetailPage):
    """One issue: plan, progress, reasons for delay, accountability, review."""

    template_name = "supervision/public_issue.html"
    context_name = "issue"

    def queryset(self) -> QuerySet[SessionIssue]:
        return SessionIssue.objects.public().with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        session = self.object.session
        return [CRUMB, (str(session), f"{CRUMB[1]}{session.pk}/")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{**record_of(self.object, public=True), **kwargs})
