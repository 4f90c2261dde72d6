"""The dictionaries of the room in the admin, for secretaries. Nothing official is deleted."""

from supervision.admin import ledger

__all__ = ["ledger"]
