"""What everybody reads of street congresses and topical deliberations: what the office has opened, and no more."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.utils.decorators import method_decorator

from foundation.privacy.masking import mask_numbers
from foundation.web.chinese import date_text
from foundation.web.views import DetailPage, ListPage
from liaison_stations.forms.council_public import PublicOpinionFilter
from liaison_stations.models import CouncilOpinion, Deliberation, StreetCongress, StreetMeeting
from liaison_stations.views.public import STATIONS

STREETS = ("街道议政代表会", "/stations/open/streets/")
DELIBERATIONS = ("专题议事", "/stations/open/deliberations/")
SHOWN = 5


@method_decorator(login_not_required, name="dispatch")
class PublicStreets(ListPage):
    """The congresses that are public, by street."""

    title = "街道议政代表会"
    template_name = "liaison_stations/public_streets.html"
    crumbs = (STATIONS,)
    empty = "还没有公开的街道议政代表会。"

    def queryset(self) -> QuerySet[StreetCongress]:
        return StreetCongress.objects.published().with_names()


@method_decorator(login_not_required, name="dispatch")
class PublicStreet(DetailPage):
    """One congress: who sits by group, its meetings with what they decided, its latest opinions."""

    template_name = "liaison_stations/public_street.html"
    context_name = "congress"
    crumbs = (STATIONS, STREETS)

    def queryset(self) -> QuerySet[StreetCongress]:
        return StreetCongress.objects.published().with_names()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        congress = self.object
        facts = {
            "basics": [
                ("召集单位", congress.organisation.label),
                ("任期", f"{date_text(congress.starts_on)}至{date_text(congress.ends_on)}"),
                ("名额", f"{congress.size}名"),
                ("名额和结构的决定", congress.approved_by),
            ],
            "members": list(congress.members.active_on(self.on).listed()),
            "meetings": public_meetings(congress),
            "opinions": list(CouncilOpinion.objects.published().with_names().filter(congress=congress)[:SHOWN]),
        }
        return super().get_context_data(**{**facts, **kwargs})


@method_decorator(login_not_required, name="dispatch")
class PublicDeliberations(ListPage):
    """What was talked about at the stations and came to an end, the latest first."""

    title = "专题议事"
    template_name = "liaison_stations/public_deliberations.html"
    crumbs = (STATIONS,)
    empty = "还没有公开的专题议事。"

    def queryset(self) -> QuerySet[Deliberation]:
        return Deliberation.objects.published().with_names()


@method_decorator(login_not_required, name="dispatch")
class PublicDeliberation(DetailPage):
    """One deliberation: what was agreed, what became of it; residents at the table are counted, never named."""

    template_name = "liaison_stations/public_deliberation.html"
    context_name = "deliberation"
    crumbs = (STATIONS, DELIBERATIONS)

    def queryset(self) -> QuerySet[Deliberation]:
        return Deliberation.objects.published().with_names()

    def get_title(self) -> str:
        return self.object.public_topic

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = self.object
        seats = [seat for seat in row.seats.select_related("deputy", "body") if seat.is_present]
        residents = sum(not seat.deputy and not seat.body for seat in seats)
        facts = {
            "basics": [
                ("联络站", row.station.name),
                ("议事时间", date_text(row.starts_at)),
                ("参加的代表", "、".join(seat.deputy.name for seat in seats if seat.deputy)),
                ("参加的单位", "、".join(seat.body.label for seat in seats if seat.body)),
                ("参加的居民和其他人员", f"{residents}名" if residents else ""),
                ("办结时间", date_text(row.closed_at)),
            ],
            "opinions": list(CouncilOpinion.objects.published().with_names().filter(deliberation=row)),
        }
        return super().get_context_data(**{**facts, **kwargs})


@method_decorator(login_not_required, name="dispatch")
class PublicOpinions(ListPage):
    """Opinions with their answers, of one congress or of all."""

    title = "议事意见和答复"
    template_name = "liaison_stations/public_council_opinions.html"
    filter_form_class = PublicOpinionFilter
    crumbs = (STATIONS, STREETS)
    per_page = 10
    empty = "还没有公开的议事意见。"

    def queryset(self) -> QuerySet[CouncilOpinion]:
        return CouncilOpinion.objects.published().with_names()

    def filter(self, rows: QuerySet[CouncilOpinion], wanted: dict[str, Any]) -> QuerySet[CouncilOpinion]:
        if "q" in wanted:
            rows = rows.filter(public_title__contains=wanted["q"])
        return rows.filter(congress=wanted["congress"]) if "congress" in wanted else rows


def public_meetings(congress: StreetCongress) -> Sequence[StreetMeeting]:
    """The public meetings with their agendas and votes, the latest first; two queries."""
    rows = StreetMeeting.objects.published().filter(congress=congress).order_by("-number", "-pk")
    meetings = list(rows.prefetch_related("matters__count__rule"))
    for meeting in meetings:
        meeting.agenda = [_with_votes(matter) for matter in meeting.matters.all()]
    return meetings


def _with_votes(matter: Any) -> Any:
    """Its words with numbers masked, and how many were for and against."""
    votes = matter.count.votes if matter.outcome else {}
    matter.public_title, matter.public_text = mask_numbers(matter.title), mask_numbers(matter.text)
    matter.lines = [f"{grade}{votes.get(grade, 0)}" for grade in matter.count.rule.grade_names] if votes else []
    return matter
