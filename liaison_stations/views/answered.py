"""Answered letters everybody may read: the checked copies alone."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.utils.decorators import method_decorator

from foundation.web.views import DetailPage, ListPage
from liaison_stations.models import PublicLetter

CRUMB = ("来信选登", "/stations/answered/")


@method_decorator(login_not_required, name="dispatch")
class AnsweredLetters(ListPage):
    """The latest first."""

    template_name = "liaison_stations/answered_letters.html"
    title = "来信选登"
    empty = "来信人同意公开的来信和答复，审查后在这里公开。"

    def queryset(self) -> QuerySet[PublicLetter]:
        rows = PublicLetter.objects.published().select_related("letter__area")
        return rows.order_by("-letter__published_at", "-pk")


@method_decorator(login_not_required, name="dispatch")
class AnsweredLetter(DetailPage):
    """One letter with its answer, as the copy says it."""

    template_name = "liaison_stations/answered_letter.html"
    context_name = "copy"
    lookup = "letter"

    def queryset(self) -> QuerySet[PublicLetter]:
        return PublicLetter.objects.published().select_related("letter__area")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB]

    def get_title(self) -> str:
        return self.object.title
