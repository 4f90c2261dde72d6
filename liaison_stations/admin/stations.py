"""Stations with their deputies and keepers, and the kinds of station."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from foundation.audit.kept import Kept
from liaison_stations.models import Station, StationDeputy, StationKeeper, StationKind, WallItem


@admin.register(StationKind)
class StationKindAdmin(Kept):
    list_display = ["name", "code", "run_by_office", "order", "legal_basis", "valid_from", "valid_until"]
    search_fields = ["name"]


class OfStation(admin.TabularInline):
    """Rows edited with the station: they end, they are not deleted."""

    extra = 0

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class DeputyInline(OfStation):
    model = StationDeputy
    fields = ["deputy", "from_date", "until_date"]
    autocomplete_fields = ["deputy"]


class KeeperInline(OfStation):
    model = StationKeeper
    fields = ["user", "from_date", "until_date"]
    autocomplete_fields = ["user"]


@admin.register(Station)
class StationAdmin(Kept):
    list_display = ["name", "tier", "kind", "area", "address", "standard", "opened_on", "closed_on"]
    list_filter = ["tier", "kind", "standard"]
    list_select_related = ["kind", "area"]
    search_fields = ["name", "address", "code"]
    search_help_text = "按名称、地址或短地址查找"
    readonly_fields = ["code"]
    autocomplete_fields = ["area", "covers", "head", "officer"]
    inlines = [DeputyInline, KeeperInline]

    def save_model(self, request: HttpRequest, obj: Station, form: forms.ModelForm, change: bool) -> None:
        obj.version += change
        super().save_model(request, obj, form, change)


@admin.register(WallItem)
class WallItemAdmin(Kept):
    list_display = ["text", "part", "station", "order", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["part"]
    list_select_related = ["station"]
    search_fields = ["text", "station__name"]
    autocomplete_fields = ["station"]
