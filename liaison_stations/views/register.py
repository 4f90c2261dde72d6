"""The register of stations for those who keep, read or serve them: list and one station."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from foundation.audit import timeline
from foundation.web.actions import Action
from foundation.web.chinese import date_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from liaison_stations import rules
from liaison_stations.forms.stations import StationFilter
from liaison_stations.models import Station
from liaison_stations.views.narrowing import narrowed
from liaison_stations.views.office import CRUMB, actions_of


def open_text(station: Station, on: Any) -> str:
    """Whether the public may come: open, not yet, no more."""
    if station.closed_on and station.closed_on <= on:
        return f"{date_text(station.closed_on)}撤销"
    if station.opened_on is None:
        return "未启用"
    return "开放" if station.opened_on <= on else f"{date_text(station.opened_on)}启用"


class StationList(Behind, ListPage):
    """The stations this person reads, one per line, exported with the same columns."""

    door = rules.may_open_stations
    title = "联络站台账"
    template_name = "liaison_stations/register.html"
    export_name = "联络站台账"
    per_page = 30
    filter_form_class = StationFilter
    empty = "还没有联络站。由代表联络工作机构导入台账或逐个登记后显示。"

    def queryset(self) -> QuerySet[Station]:
        here = Q(places__from_date__lte=self.on) & (
            Q(places__until_date__isnull=True) | Q(places__until_date__gte=self.on)
        )
        rows = Station.objects.visible_to(self.request.user).register_rows().in_order()
        return rows.annotate(posted=Count("places", filter=here))

    def filter(self, rows: QuerySet[Station], wanted: dict[str, Any]) -> QuerySet[Station]:
        rows = narrowed(rows, wanted)
        match wanted.get("state"):
            case "open":
                return rows.public_on(self.on)
            case "planned":
                return rows.filter(opened_on__isnull=True)
            case "closed":
                return rows.filter(closed_on__lte=self.on)
        return rows

    def get_columns(self) -> Sequence[Column]:
        return (
            Column("联络站", "name", link=lambda row: row.get_absolute_url(), primary=True),
            Column("类型", "get_tier_display"),
            Column("类别", "kind.name"),
            Column("所在区域", "area.name"),
            Column("地址", "address"),
            Column("站长", "head_name"),
            Column("联络员", "officer_name"),
            Column("联系电话", "phone"),
            Column("进站代表（名）", "posted", kind="number"),
            Column("规范化建设", "get_standard_display", kind="badge", tone=_standard_tone),
            Column("状态", lambda row: open_text(row, self.on)),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_manage = rules.may_manage_stations(self.request.user)
        return super().get_context_data(may_manage=may_manage, **kwargs)


def _standard_tone(row: Station) -> str:
    return tone_of("liaison_stations.station.standard", row.standard)


class StationPage(Behind, DetailPage):
    """One station as its keepers see it."""

    door = rules.may_open_stations
    template_name = "liaison_stations/station.html"
    context_name = "station"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[Station]:
        return Station.objects.visible_to(self.request.user).register_rows()

    def actions(self, obj: Station) -> list[Action]:
        return actions_of(obj, self.request.user, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        station = self.object
        facts = {
            "basics": basics_of(station, self.on),
            "places": list(station.places.active_on(self.on).select_related("deputy")),
            "keepers": list(station.keepers.active_on(self.on).select_related("user")),
            "may_keep": rules.may_keep(self.request.user, station, on=self.on),
            "may_staff": rules.may_staff(self.request.user, station, on=self.on),
            "visits": station.visits.aggregate(sum=Sum("count"))["sum"] or 0,
            "events": list(timeline(station)),
        }
        return super().get_context_data(**{**facts, **kwargs})


def basics_of(station: Station, on: Any) -> list[tuple[str, Any]]:
    """What the list of stations says of one."""
    space = f"{station.floor_space}平方米" if station.floor_space else ""
    return [
        ("类型", station.get_tier_display()),
        ("类别", station.kind),
        ("所在区域", station.area),
        ("服务的村、社区", "、".join(area.name for area in station.covers.all())),
        ("地址", station.address),
        ("经度、纬度", f"{station.longitude}，{station.latitude}" if station.has_point else "未标注"),
        ("联系电话", station.phone),
        ("开放时间", station.hours),
        ("接待日", station.reception_note),
        ("站长", station.head_name),
        ("联络员", station.officer_name),
        ("场所设施", "，".join(filter(None, [space, station.facilities]))),
        ("无障碍设施", "有" if station.is_accessible else "无"),
        ("规范化建设", station.get_standard_display()),
        ("状态", open_text(station, on)),
        ("公开地址", station.public_url if station.opened_on else "启用后公开"),
    ]
