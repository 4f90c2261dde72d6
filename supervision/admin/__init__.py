"""Supervision in the admin: dictionaries and rules for secretaries. Nothing official is deleted."""
