"""Papers to take away, as Word or PDF (`?format=`): reply letters, opinions, slips, the feedback form.

What was issued is handed out as it was kept; drafts and copies without the telephone are written on request.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet, prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views import View

from foundation.deadlines.models import Deadline
from foundation.documents.writing import DOCX, FORMATS, Document, NoChineseFont, download, media_type
from foundation.files.store import files_of
from foundation.workdays.clock import today
from suggestions import rules
from suggestions.letters import assignment_slip, feedback_form, meeting_list, opinion_letter, reply_letter, slip_list
from suggestions.letters.wording import case_name, office_name
from suggestions.models import Assignment, AssignmentMeeting, CoOpinion, Letter, MeetingRow, Reply, Suggestion
from suggestions.models.assignment_facts import REPLY_CLOCKS
from suggestions.states import RowState

DRAFT = "草稿"


class Paper(View):
    """GET: the paper of one row as a file. 404 for a format there is none of, a message where no PDF can be made."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.format = request.GET.get("format", DOCX)
        if self.format not in FORMATS:
            raise Http404
        self.object = self.get_object(**kwargs)
        try:
            return self.answer()
        except NoChineseFont as refusal:
            messages.error(request, str(refusal))
            return redirect(self.back_url())

    def get_object(self, pk: int) -> Any:
        return get_object_or_404(self.queryset(), pk=pk)

    def queryset(self) -> QuerySet:
        """Rows this viewer may see."""
        raise TypeError(f"{type(self).__name__} must say which rows its viewer may see")

    def answer(self) -> HttpResponse:
        document = self.document()
        return download(self.request, document, document.title, self.format)

    def document(self) -> Document:
        """The paper as it is written today."""
        raise TypeError(f"{type(self).__name__} must say what it writes")

    def back_url(self) -> str:
        """Where the reader goes when the file cannot be made."""
        return self.object.assignment.suggestion.get_absolute_url()


class Issued(Paper):
    """A paper that is kept once it has gone out."""

    def letter(self) -> Letter | None:
        """The issued letter, if this reader is among those it is meant for."""
        raise TypeError(f"{type(self).__name__} must say which letter it hands out")

    def answer(self) -> HttpResponse:
        letter = self.letter()
        if letter is None:
            return super().answer()
        kept = files_of(letter).filter(media_type=media_type(self.format)).first()
        if kept is None:
            raise NoChineseFont
        return redirect(kept)


class ReplyLetter(Issued):
    """A draft carries its word across every page; who may not have the telephone gets the letter without it."""

    def queryset(self) -> QuerySet:
        names = ("assignment__unit", "assignment__through", "assignment__suggestion__meeting", "result_class", "round")
        return Reply.objects.visible_to(self.request.user).select_related(*names)

    def letter(self) -> Letter | None:
        return Letter.objects.visible_to(self.request.user).filter(reply=self.object).first()

    def document(self) -> Document:
        with_phone = bool(rules.may_reveal_phone(self.request.user, self.object))
        return reply_letter(self.object, draft="" if self.object.delivered_at else DRAFT, with_phone=with_phone)


class OpinionLetter(Issued):
    """The opinion of a co-unit."""

    def queryset(self) -> QuerySet:
        names = ("assignment__unit", "assignment__suggestion__meeting")
        return CoOpinion.objects.visible_to(self.request.user).select_related(*names)

    def letter(self) -> Letter | None:
        return Letter.objects.visible_to(self.request.user).filter(opinion=self.object).first()

    def document(self) -> Document:
        return opinion_letter(self.object, with_phone=bool(rules.may_reveal_phone(self.request.user, self.object)))


class Slip(Paper):
    """What one unit is given to do."""

    def queryset(self) -> QuerySet:
        names = ("unit", "through", "suggestion__meeting", "suggestion__category", "suggestion__delegation")
        return Assignment.objects.visible_to(self.request.user).select_related(*names)

    def document(self) -> Document:
        part = self.object
        rules.may_take_slip(self.request.user, part, on=today()).require()
        kinds = REPLY_CLOCKS if part.answers else ("co_opinion",)
        clocks = Deadline.objects.of(part).filter(kind__in=kinds, cancelled_at=None).order_by("pk")
        due = clocks.values_list("due_on", flat=True).first()
        return assignment_slip(part, issuer=office_name(part.suggestion, part.assigned_on), due_on=due)

    def back_url(self) -> str:
        return self.object.suggestion.get_absolute_url()


class FeedbackForm(Paper):
    """The form the lead deputy may fill in by hand."""

    def queryset(self) -> QuerySet:
        names = ("lead__deputy", "meeting", "delegation", "township")
        return Suggestion.objects.visible_to(self.request.user).select_related(*names)

    def answer(self) -> HttpResponse:
        rules.may_take_feedback_form(self.request.user, self.object, on=today()).require()
        document = feedback_form(self.object, office=office_name(self.object, today()))
        return download(self.request, document, f"{document.title}（{case_name(self.object)}）", self.format)

    def back_url(self) -> str:
        return self.object.get_absolute_url()


class SlipList(Paper):
    """Everything of the district assigned on one day (`?on=2026-03-02`), as one list; the office's paper."""

    def get_object(self) -> date:
        rules.may_take_slip_list(self.request.user, on=today()).require()
        try:
            return date.fromisoformat(self.request.GET.get("on", ""))
        except ValueError:
            raise Http404 from None

    def answer(self) -> HttpResponse:
        document = slip_list(assigned_on(self.request.user, self.object), issuer=self._issuer(), day=self.object)
        return download(self.request, document, f"{document.title}（{self.object:%Y-%m-%d}）", self.format)

    def _issuer(self) -> str:
        return office_name(None, self.object)

    def back_url(self) -> str:
        return reverse("suggestions:list")


class MeetingSheet(Paper):
    """The assignment list of one meeting, before it as it was confirmed, after it with the days of the replies."""

    def queryset(self) -> QuerySet:
        return AssignmentMeeting.objects.visible_to(self.request.user).select_related("township").with_counts()

    def document(self) -> Document:
        meeting = self.object
        issuer = office_name(meeting, meeting.held_on)
        return meeting_list(meeting, lines_of(meeting), issuer=issuer, failed=meeting.failed)

    def back_url(self) -> str:
        return self.object.get_absolute_url()


def assigned_on(user: Any, day: date) -> list[tuple[Suggestion, date | None]]:
    """Papers `user` may see whose T0 is `day`, by number, each with the first day a reply is due; three queries."""
    papers = Suggestion.objects.visible_to(user).filter(first_assigned_on=day).select_related("lead__deputy")
    found = list(papers.prefetch_related("assignments__unit").order_by("channel", "number"))
    due = first_due(found)
    return [(paper, due.get(paper.pk)) for paper in found]


def lines_of(meeting: AssignmentMeeting) -> list[tuple[MeetingRow, date | None]]:
    """Lines of the meeting but those that failed, each with the first day a reply is due; five queries."""
    rows = list(meeting.rows.exclude(state=RowState.FAILED).with_names())
    papers = [row.suggestion for row in rows]
    prefetch_related_objects(papers, "assignments")
    due = first_due(papers)
    return [(row, due.get(row.suggestion_id)) for row in rows]


def first_due(papers: Iterable[Suggestion]) -> dict[int, date]:
    """Suggestion → the first day a reply is due, of papers fetched with their assignments; one query."""
    parts = {part.pk: paper.pk for paper in papers for part in paper.assignments.all() if part.answers}
    due: dict[int, date] = {}
    clocks = Deadline.objects.of(Assignment.objects.filter(pk__in=parts)).filter(
        kind__in=REPLY_CLOCKS, cancelled_at=None
    )
    for subject_id, until in clocks.order_by("-due_on").values_list("subject_id", "due_on"):
        due[parts[subject_id]] = until
    return due
