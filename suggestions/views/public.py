"""What citizens read: published suggestions and their replies. Names of deputies are shown, contact data never."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.decorators import method_decorator

from foundation.files.store import attach_files
from foundation.web.views import DetailPage, ListPage
from suggestions.cards.lines import decorate
from suggestions.forms.filters import SearchForm
from suggestions.models import Assignment, Cosigner, Rating, Reply, Suggestion
from suggestions.states import CosignerState
from suggestions.views.case_page import merged_papers
from suggestions.views.desk import COLUMNS
from suggestions.views.progress import progress_of

PUBLIC_COLUMNS = tuple(column for column in COLUMNS if column.label not in ("期限", "到期日", "提出时间"))


@method_decorator(login_not_required, name="dispatch")
class PublicList(ListPage):
    """Published suggestions, newest first; found by words, category, unit and session."""

    template_name = "suggestions/public_list.html"
    title = "代表建议公开"
    filter_form_class = SearchForm
    columns = PUBLIC_COLUMNS
    export_name = ""
    empty = "没有符合条件的公开建议，请换一个关键词或者清除条件。"

    def queryset(self) -> QuerySet:
        return Suggestion.objects.published().with_names().order_by("-published_at", "-pk")

    def filter(self, rows: QuerySet, wanted: dict[str, Any]) -> QuerySet:
        return self.form.narrow(rows, wanted, self.on)

    def decorate(self, rows: Any) -> None:
        decorate(rows, self.on)


@method_decorator(login_not_required, name="dispatch")
class PublicPage(DetailPage):
    """One published suggestion: text, who handles it, replies that may be public, how the deputy rated it."""

    template_name = "suggestions/public_page.html"
    context_name = "suggestion"

    def queryset(self) -> QuerySet:
        signed = Cosigner.objects.filter(state=CosignerState.CONFIRMED).select_related("mandate__deputy")
        parts = Assignment.objects.active().select_related("unit")
        replies = Reply.objects.public().select_related("result_class", "round")
        parts = parts.prefetch_related(Prefetch("replies", replies, to_attr="public_replies"))
        ratings = Rating.objects.select_related("round").order_by("round__number")
        return (
            Suggestion.objects.published()
            .select_related("lead__deputy", "delegation", "category", "meeting")
            .prefetch_related(
                Prefetch("cosigners", signed), Prefetch("assignments", parts), Prefetch("ratings", ratings)
            )
        )

    def get_title(self) -> str:
        return self.object.title

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("代表建议公开", reverse("suggestions:public"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        ratings = list(self.object.ratings.all())
        rated_at = ratings[-1].rated_at if ratings else None
        parts = list(self.object.assignments.all())
        replies = [reply for part in parts for reply in part.public_replies]
        attach_files([self.object, *replies])
        delivered = [reply.delivered_at for reply in replies]
        steps = progress_of(self.object, replied_at=max(delivered, default=None), rated_at=rated_at)
        events = public_story(self.object, parts, ratings)
        kwargs["merged"] = merged_papers(self.object, Suggestion.objects.published())
        return super().get_context_data(parts=parts, ratings=ratings, steps=steps, events=events, **kwargs)


def public_story(
    suggestion: Suggestion, parts: Sequence[Assignment], ratings: Sequence[Rating]
) -> list[dict[str, Any]]:
    """What happened when, latest first, told without the names of officials."""
    lines = [(suggestion.submitted_at, "代表提出建议"), (suggestion.registered_at, f"立案，{suggestion.number_text}")]
    lines += [(part.assigned_at, f"交办{part.unit}（{part.get_role_display()}）") for part in parts]
    lines += [(part.acknowledged_at, f"{part.unit}签收") for part in parts]
    lines += [(reply.delivered_at, f"{part.unit}答复代表") for part in parts for reply in part.public_replies]
    lines += [(rating.rated_at, f"代表评价：{rating}") for rating in ratings]
    lines += [(suggestion.closed_at, "办结"), (suggestion.published_at, "向社会公开")]
    # What happened at one moment stays in the order it is named above: first the rating, then the closing it causes.
    told = sorted((line for line in lines if line[0]), key=lambda line: line[0])
    return [{"at": at, "summary": f"{text}。"} for at, text in reversed(told)]
