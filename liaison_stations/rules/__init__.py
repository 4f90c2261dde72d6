"""Who may: `may_<verb>(user, obj, *, on) -> Verdict`. Button, guard and test ask the same function."""

from liaison_stations.rules.letters import (
    may_add_word,
    may_ask_erasure,
    may_forget_writer,
    may_open_letter,
    may_rate,
    may_reopen,
    may_reveal_writer,
)
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
    "may_add_word",
    "may_ask_erasure",
    "may_forget_writer",
    "may_keep",
    "may_keep_any",
    "may_manage_stations",
    "may_open_letter",
    "may_open_station",
    "may_open_stations",
    "may_rate",
    "may_reopen",
    "may_reveal_writer",
    "may_see_accounts",
]
