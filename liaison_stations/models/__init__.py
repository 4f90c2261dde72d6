"""The nouns of the room; everything above imports them from here."""

from liaison_stations.models.station import Station, StationKind
from liaison_stations.models.station_people import StationDeputy, StationKeeper

__all__ = ["Station", "StationDeputy", "StationKeeper", "StationKind"]
