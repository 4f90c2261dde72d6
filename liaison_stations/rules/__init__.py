"""Who may: `may_<verb>(user, obj, *, on) -> Verdict`. Button, guard and test ask the same function."""

from liaison_stations.rules.stations import (
    OFFICE,
    READERS,
    keeps,
    looks_after,
    may_keep,
    may_keep_any,
    may_manage_stations,
    may_open_station,
    may_open_stations,
    may_see_accounts,
)

__all__ = [
    "OFFICE",
    "READERS",
    "keeps",
    "looks_after",
    "may_keep",
    "may_keep_any",
    "may_manage_stations",
    "may_open_station",
    "may_open_stations",
    "may_see_accounts",
]
