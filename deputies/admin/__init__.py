"""The register in the admin: dictionaries and people for committee secretaries. Nothing official is deleted."""

from deputies.admin import duty, frame, people

__all__ = ["duty", "frame", "people"]
