"""What everybody reads of legislative contact points: where they are, what is asked, what became of the opinions."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.utils.decorators import method_decorator

from foundation.privacy.masking import mask_numbers
from foundation.web.chinese import date_text
from foundation.web.views import DetailPage, ListPage
from supervision.models import ContactPoint, LawDraft
from supervision.states.advice import DraftState

CRUMB = ("立法联系点", "/supervision/open/contact-points/")
DRAFTS = ("草案征求意见", "/supervision/open/law-drafts/")


@method_decorator(login_not_required, name="dispatch")
class PublicPoints(ListPage):
    """Where an opinion may be given; above, the drafts that are out."""

    title = "立法联系点"
    template_name = "supervision/public_points.html"
    empty = "还没有公开的立法联系点。"

    def queryset(self) -> QuerySet[ContactPoint]:
        return ContactPoint.objects.public_on(self.on).with_names().order_by("organisation__pinyin_key", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        drafts = list(LawDraft.objects.public().accepting(self.on).order_by("due_on", "pk"))
        _covered(drafts)
        return super().get_context_data(drafts=drafts, **kwargs)


@method_decorator(login_not_required, name="dispatch")
class PublicDrafts(ListPage):
    """Drafts that were put out, the latest first, with how many opinions came and were taken up."""

    title = "草案征求意见"
    template_name = "supervision/public_drafts.html"
    crumbs = (CRUMB,)
    empty = "还没有公开的草案。"

    def queryset(self) -> QuerySet[LawDraft]:
        return LawDraft.objects.public().with_fates().order_by("-opened_at", "-pk")

    def decorate(self, rows: Sequence[LawDraft]) -> None:
        _covered(rows)
        for row in rows:
            row.stands = standing(row, self.on)


@method_decorator(login_not_required, name="dispatch")
class PublicDraft(DetailPage):
    """What is asked and where; then the numbers and the office's own words, never an opinion or who gave it."""

    template_name = "supervision/public_draft.html"
    context_name = "draft"
    crumbs = (CRUMB, DRAFTS)

    def queryset(self) -> QuerySet[LawDraft]:
        return LawDraft.objects.public().with_fates()

    def get_title(self) -> str:
        return mask_numbers(self.object.title)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        draft, on = self.object, self.on
        facts = {
            "basics": [
                ("征求意见的机关", draft.source),
                ("开始征求意见", date_text(draft.opened_at)),
                ("截止日期", date_text(draft.due_on)),
            ],
            "text": mask_numbers(draft.text),
            "stands": standing(draft, on),
            "is_open": draft.state == DraftState.OPEN and draft.due_on >= on,
            "points": list(draft.points.public_on(on).with_names().order_by("pk")),
            "figures": [
                ("提出", draft.given),
                ("采纳", draft.taken),
                ("部分采纳", draft.partly),
                ("未采纳", draft.left),
            ],
        }
        return super().get_context_data(**{**facts, **kwargs})


def standing(draft: LawDraft, on: Any) -> tuple[str, str]:
    """The word and the tone for people: what is closed inside is told only once its words are published."""
    if draft.state == DraftState.OPEN and draft.due_on >= on:
        return "征求意见中", "info"
    return ("已公布采纳情况", "ok") if draft.public_result else ("意见汇总研究中", "warn")


def _covered(rows: Sequence[LawDraft]) -> None:
    for row in rows:
        row.public_title = mask_numbers(row.title)
