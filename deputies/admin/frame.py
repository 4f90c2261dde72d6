"""Congresses, terms, meetings, areas, delegations, groups, constituencies."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from deputies.allotment import SEATS, legal_size
from deputies.models import Area, Congress, Constituency, Delegation, DeputyGroup, Meeting, Term
from foundation.audit.kept import Kept


@admin.register(Congress)
class CongressAdmin(Kept):
    list_display = ["name", "short_name", "level", "is_home", "population", "legal_seats"]
    list_filter = ["level"]
    search_fields = ["name", "short_name"]
    autocomplete_fields = ["area"]

    @admin.display(description="法定名额")
    def legal_seats(self, obj: Congress) -> str:
        known = obj.population is not None and obj.level in SEATS
        return f"{legal_size(obj.level, obj.population)}名" if known else "—"


@admin.register(Term)
class TermAdmin(Kept):
    list_display = ["name", "congress", "number", "starts_on", "ends_on", "is_current"]
    list_filter = ["congress", "is_current"]
    list_select_related = ["congress"]
    search_fields = ["name", "congress__name"]

    def get_readonly_fields(self, request: HttpRequest, obj: Term | None = None) -> list[str]:
        # Numbers of suggestions and names of meetings are made of them.
        return ["congress", "number"] if obj else []


class OfTerm(Kept):
    """Rows of a term stay in it."""

    list_filter: Any = ["term"]
    list_select_related: Any = ["term"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["term"] if obj else []


@admin.register(Meeting)
class MeetingAdmin(OfTerm):
    list_display = ["name", "kind", "term", "opens_on", "closes_on", "motion_cutoff_at"]
    list_filter = ["term", "kind"]
    search_fields = ["name"]


@admin.register(Area)
class AreaAdmin(Kept):
    list_display = ["name", "kind", "parent", "organisation"]
    list_filter = ["kind"]
    list_select_related = ["parent", "organisation"]
    search_fields = ["name"]
    autocomplete_fields = ["parent", "organisation"]


@admin.register(Delegation)
class DelegationAdmin(OfTerm):
    list_display = ["__str__", "term", "area", "contact", "order"]
    list_select_related = ["term", "area"]
    search_fields = ["name"]
    autocomplete_fields = ["area"]


@admin.register(DeputyGroup)
class DeputyGroupAdmin(OfTerm):
    list_display = ["name", "term", "delegation"]
    list_select_related = ["term", "delegation"]
    search_fields = ["name"]
    autocomplete_fields = ["delegation"]


@admin.register(Constituency)
class ConstituencyAdmin(OfTerm):
    list_display = ["name", "term", "area", "seats"]
    list_select_related = ["term", "area"]
    search_fields = ["name"]
    autocomplete_fields = ["area"]
