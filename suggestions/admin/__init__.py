"""This room in the admin: dictionaries and rules for committee secretaries; what flows is only looked at."""

from suggestions.admin import dictionaries, flows, scoring_tables

__all__ = ["dictionaries", "flows", "scoring_tables"]
