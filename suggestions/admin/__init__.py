"""This room in the admin: dictionaries and rules for committee secretaries; what flows is only looked at."""

from suggestions.admin import dictionaries, flows

__all__ = ["dictionaries", "flows"]
