"""The register in the admin: dictionaries and people for committee secretaries. Nothing official is deleted."""

from deputies.admin import frame, people

__all__ = ["frame", "people"]
