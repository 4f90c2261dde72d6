"""What everybody reads of street committees and presidiums: published plans of a year, and meetings that were held."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.decorators import method_decorator

from foundation.privacy.masking import mask_numbers
from foundation.web.chinese import date_text
from foundation.web.views import DetailPage, ListPage
from supervision.models import LocalBody, LocalItem, LocalYear
from supervision.views.local import standing

CRUMB = ("乡镇街道人大工作", "/supervision/open/local/")


@method_decorator(login_not_required, name="dispatch")
class PublicLocal(ListPage):
    """The houses of which something is public."""

    title = "乡镇街道人大工作"
    template_name = "supervision/public_local.html"
    empty = "还没有公开的乡镇街道人大工作。"

    def queryset(self) -> QuerySet[LocalBody]:
        rows = LocalBody.objects.public().with_names().with_public_figures()
        return rows.order_by("organisation__kind", "organisation__pinyin_key", "pk")


@method_decorator(login_not_required, name="dispatch")
class PublicLocalBody(DetailPage):
    """One house: its published plans and meetings, the latest first."""

    template_name = "supervision/public_local_body.html"
    context_name = "body"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[LocalBody]:
        return LocalBody.objects.public().with_names()

    def get_title(self) -> str:
        return self.object.organisation.label

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        body = self.object
        facts = {
            "plans": list(body.years.public().order_by("-year")),
            "meetings": list(body.meetings.public().order_by("-starts_at", "-pk")),
        }
        return super().get_context_data(**{**facts, **kwargs})


@method_decorator(login_not_required, name="dispatch")
class PublicLocalYear(DetailPage):
    """What the year should bring, and how far it is."""

    template_name = "supervision/public_local_year.html"
    context_name = "plan"

    def queryset(self) -> QuerySet[LocalYear]:
        return LocalYear.objects.public().with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        body = self.object.body
        return [CRUMB, (body.organisation.label, reverse("supervision:public-local-body", args=[body.pk]))]

    def get_title(self) -> str:
        return f"{self.object.body.organisation.label}{self.object.year}年度工作计划"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        plan = self.object
        items = [self._shown(item) for item in plan.items.all()]
        kept = [item for item in items if not item.dropped_reason]
        facts = {
            "aims": mask_numbers(plan.aims),
            "basics": [("通过计划的会议", plan.adopted_by), ("公开日期", date_text(plan.published_at))],
            "items": items,
            "done": sum(item.done_on is not None for item in kept),
            "kept": len(kept),
        }
        return super().get_context_data(**{**facts, **kwargs})

    def _shown(self, item: LocalItem) -> LocalItem:
        item.public_title = mask_numbers(item.title)
        item.stands, item.tone = standing(item, self.on)
        return item
