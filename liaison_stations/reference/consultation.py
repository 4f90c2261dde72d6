"""The monthly consultation a district starts with (domain 5.1: on the 14th)."""

from deputies.models.dated import UNSOURCED
from liaison_stations.models import ConsultationRule


def load() -> None:
    """Adds the rule where there is none yet."""
    if not ConsultationRule.objects.exists():
        ConsultationRule.objects.create(day=14, legal_basis=UNSOURCED)
