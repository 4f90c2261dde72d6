"""The register in the admin: dictionaries and people for committee secretaries. Nothing official is deleted."""

from deputies.admin import activities, circle, contact, duty, evaluations, frame, people, points, structure

__all__ = ["activities", "circle", "contact", "duty", "evaluations", "frame", "people", "points", "structure"]
