"""Navigation and tones of stations."""

from typing import Any

from foundation.files.registry import register_owner
from foundation.web import navigation, panels, tones
from liaison_stations import rules
from liaison_stations.models import Station
from liaison_stations.panels import of_deputy


def _reads(user: Any) -> bool:
    return bool(rules.may_open_stations(user))


navigation.register(
    navigation.NavItem("联络站台账", "stations:list", icon="organisation", allowed=_reads, order=60, section="联络站")
)
navigation.register(
    navigation.NavItem(
        "联络站", "stations:public", order=20, section="联络站", area=navigation.PUBLIC, covers=("/stations/", "/z/")
    )
)
STANDARDS = {"built": "ok", "rebuilding": "warn", "planned": "info", "unrated": "muted"}
tones.register("liaison_stations.station.standard", STANDARDS)
register_owner(Station, rules.may_open_file)
panels.register(of_deputy.ON_PUBLIC_PAGE)
panels.register(of_deputy.IN_REGISTER)
