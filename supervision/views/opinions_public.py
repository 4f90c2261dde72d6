"""Published deliberation opinions with the reports on them: for everybody (监督法第十七条)."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.utils.decorators import method_decorator

from foundation.web.chinese import date_text
from foundation.web.views import DetailPage, ListPage
from supervision.models import DeliberationOpinion
from supervision.states.opinion import PaperKind

# What lies before the standing committee; plans and drafts stay inside.
SHOWN = (PaperKind.REPORT, PaperKind.REVIEW, PaperKind.MEASURES)
PUBLIC_CRUMB = ("审议意见", "/supervision/open/opinions/")


@method_decorator(login_not_required, name="dispatch")
class PublicOpinions(ListPage):
    """What the standing committee told, and whether it is done; the latest first."""

    title = "审议意见"
    template_name = "supervision/public_opinions.html"
    empty = "还没有公开的审议意见。"

    def queryset(self) -> QuerySet[DeliberationOpinion]:
        return DeliberationOpinion.objects.public().with_names()


@method_decorator(login_not_required, name="dispatch")
class PublicOpinion(DetailPage):
    """One published opinion with the reports on it and what the standing committee said of them."""

    template_name = "supervision/public_opinion.html"
    context_name = "opinion"
    crumbs = (PUBLIC_CRUMB,)

    def queryset(self) -> QuerySet[DeliberationOpinion]:
        return DeliberationOpinion.objects.public().with_names()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        opinion = self.object
        facts = [
            ("审议会议", f"{opinion.meeting}，{date_text(opinion.heard_on)}"),
            ("承办机关", str(opinion.unit)),
            ("文号", opinion.number),
            ("报告截止日期", date_text(opinion.due_on)),
        ]
        papers = list(opinion.papers.filter(kind__in=SHOWN))
        sisters = list(opinion.family().public().exclude(pk=opinion.pk).with_names())
        return super().get_context_data(basics=facts, papers=papers, sisters=sisters, **kwargs)
