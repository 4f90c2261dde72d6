"""What citizens read: published suggestions and their replies. Names of deputies are shown, contact data never."""

from collections.abc import Sequence
from typing import Any, cast

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator

from foundation.files.store import attach_files
from foundation.web.qr import qr_code
from foundation.web.views import DetailPage, ListPage
from suggestions.cards.lines import decorate
from suggestions.cards.open_rows import show_copied_titles, show_copies, with_story
from suggestions.forms.filters import PublicSearchForm
from suggestions.models import Assignment, Commitment, PublicCopy, Rating, Suggestion
from suggestions.views.case_page import merged_papers
from suggestions.views.desk import COLUMNS
from suggestions.views.progress import progress_of

PUBLIC_COLUMNS = tuple(column for column in COLUMNS if column.label not in ("期限", "到期日", "提出时间"))


@method_decorator(login_not_required, name="dispatch")
class PublicList(ListPage):
    """Published suggestions, newest first; found by words, category, unit, session, year, class and rating."""

    template_name = "suggestions/public_list.html"
    title = "代表建议公开"
    filter_form_class = PublicSearchForm
    columns = PUBLIC_COLUMNS
    export_name = ""
    empty = "还没有公开的建议。"

    def queryset(self) -> QuerySet:
        return Suggestion.objects.published().with_open_names().order_by("-published_at", "-pk")

    def filter(self, rows: QuerySet, wanted: dict[str, Any]) -> QuerySet:
        return self.form.narrow(rows, wanted, self.on)

    def decorate(self, rows: Any) -> None:
        decorate(rows, self.on)
        show_copied_titles(rows)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(same_rows=self._same_rows(), **kwargs)

    def _same_rows(self) -> str:
        """The present conditions, to be put behind the address of the feed and the files."""
        asked = self.request.GET.copy()
        asked.pop("page", None)
        return f"?{asked.urlencode()}" if asked else ""


@method_decorator(login_not_required, name="dispatch")
class PublicPage(DetailPage):
    """One published suggestion: text, who handles it, replies that may be public, how the deputy rated it, what was
    promised and how far that is, and the address as a QR code. 410 for one that was taken off again."""

    template_name = "suggestions/public_page.html"
    context_name = "suggestion"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            return super().get(request, **kwargs)
        except Http404:
            if not PublicCopy.objects.filter(suggestion=kwargs["pk"]).exists():
                raise
        return render(request, "suggestions/public_gone.html", {"title": "本件已撤下公开"}, status=410)

    def queryset(self) -> QuerySet:
        return with_story(Suggestion.objects.published())

    def get_object(self) -> Suggestion:
        suggestion = cast(Suggestion, super().get_object())
        show_copies([suggestion])
        return suggestion

    def get_title(self) -> str:
        return self.object.title

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("代表建议公开", reverse("suggestions:public"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        ratings = list(self.object.ratings.all())
        rated_at = ratings[-1].rated_at if ratings else None
        parts = list(self.object.assignments.all())
        replies = [reply for part in parts for reply in part.public_replies]
        kwargs["files"], kwargs["files_kept_back"] = _attached(self.object.public_copy, [self.object, *replies])
        delivered = [reply.delivered_at for reply in replies]
        kwargs["steps"] = progress_of(self.object, replied_at=max(delivered, default=None), rated_at=rated_at)
        kwargs["events"] = public_story(self.object, parts, ratings, self.object.public_promises)
        kwargs["merged"] = merged_papers(self.object, Suggestion.objects.published(), "public_copy__title")
        kwargs["qr"] = qr_code(self.request.build_absolute_uri(self.request.path), "本页网址的二维码")
        return super().get_context_data(parts=parts, ratings=ratings, promises=self.object.public_promises, **kwargs)


def _attached(copy: PublicCopy, originals: Sequence[Any]) -> tuple[list[Any], int]:
    """The pictures of the copy, and how many attachments of the originals are not among them; one query."""
    attach_files([copy, *originals])
    kept = sum(len(paper.files) for paper in originals) - len(copy.files)
    for paper in originals:
        paper.files = []
    return copy.files, max(0, kept)


def public_story(
    suggestion: Suggestion, parts: Sequence[Assignment], ratings: Sequence[Rating], promises: Sequence[Commitment]
) -> list[dict[str, Any]]:
    """What happened when, latest first, told without the names of officials."""
    lines = [(suggestion.submitted_at, "代表提出建议"), (suggestion.registered_at, f"立案，{suggestion.number_text}")]
    lines += [(part.assigned_at, f"交办{part.unit}（{part.get_role_display()}）") for part in parts]
    lines += [(part.acknowledged_at, f"{part.unit}签收") for part in parts]
    lines += [(reply.delivered_at, f"{part.unit}答复代表") for part in parts for reply in part.public_replies]
    lines += [(rating.rated_at, f"代表评价：{rating}") for rating in ratings]
    lines += [(promise.confirmed_at, f"{promise.assignment.unit}的承诺经确认已兑现") for promise in promises]
    lines += [(promise.upgraded_at, f"代表再次评价，答复升为{promise.upgraded_to}") for promise in promises]
    lines += [(suggestion.closed_at, "办结"), (suggestion.published_at, "向社会公开")]
    # What happened at one moment stays in the order it is named above: first the rating, then the closing it causes.
    told = sorted((line for line in lines if line[0]), key=lambda line: line[0])
    return [{"at": at, "summary": f"{text}。"} for at, text in reversed(told)]
