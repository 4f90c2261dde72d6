"""The register in the admin: dictionaries and people for committee secretaries. Nothing official is deleted."""

from deputies.admin import activities, duty, frame, people, points

__all__ = ["activities", "duty", "frame", "people", "points"]
