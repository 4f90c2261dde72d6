"""On the page of a station: its scores over the years."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest

from foundation.web.panels import Panel
from foundation.web.tables import Column, Table
from liaison_stations.models import Score, Station

MOST = 10


def history_of(subject: Any, user: Any) -> list[Score]:
    """The published scores of a station, or of a township or street, the latest first."""
    field = "station" if isinstance(subject, Station) else "organisation"
    rows = Score.objects.visible_to(user).published().filter(**{field: subject}).select_related("round__table")
    return list(rows.order_by("-round__year", "-pk")[:MOST])


def history_table(rows: Sequence[Score]) -> Table:
    """One line per round."""
    columns = [
        Column("评分", lambda row: str(row.round), link=Score.get_absolute_url, primary=True),
        Column("自评分", "self_total", kind="number"),
        Column("现场评分", "on_site_total", kind="number"),
        Column("总分", "total", kind="number"),
        Column("名次", "place", kind="number"),
        Column("等次", "star"),
    ]
    return Table(columns, rows, "历年评分")


def _scores(request: HttpRequest, station: Station) -> dict[str, Any] | None:
    """The figures for whoever may read them; everybody reads the latest star."""
    rows = history_of(station, request.user)
    if rows:
        return {"table": history_table(rows)}
    starred = Score.objects.published().filter(station=station).exclude(star="").select_related("round__table")
    latest = starred.order_by("-round__year", "-pk").first()
    return {"latest": latest} if latest else None


PANEL = Panel(
    "liaison_stations.station", "scores", "星级评分", "liaison_stations/panels/scores.html", _scores, order=60
)
