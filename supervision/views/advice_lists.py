"""The lists behind the desk's counts of matters and drafts that wait for a word."""

from django.db.models import QuerySet

from supervision.models import ExpertMatter, LawDraft
from supervision.views.contact_points import CRUMB as DRAFTS
from supervision.views.contact_points import Drafts
from supervision.views.experts import CRUMB as MATTERS
from supervision.views.experts import Matters


class OpenMatters(Matters):
    """Those still open, the earliest due first."""

    title = "征询中的专家咨询"
    crumbs = (MATTERS,)
    export_name = ""
    filter_form_class = None

    def queryset(self) -> QuerySet[ExpertMatter]:
        return ExpertMatter.objects.open_for(self.request.user).with_names().with_figures()


class OpenDrafts(Drafts):
    """Those still open, the earliest due first."""

    title = "征求意见中的草案"
    crumbs = (DRAFTS,)
    export_name = ""
    filter_form_class = None

    def queryset(self) -> QuerySet[LawDraft]:
        return LawDraft.objects.open_for(self.request.user).with_figures()
