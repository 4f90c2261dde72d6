"""What a district starts with: the delivery window and the registered kinds. Edited rows are left alone."""

from datetime import date, time

from foundation.notices import registry
from foundation.notices.models import DeliveryWindow, NoticeKind


def load() -> None:
    """Inserts what is missing."""
    columns = [field.attname for field in NoticeKind._meta.concrete_fields]
    rows = [{name: getattr(kind, name) for name in columns} for kind in registry.kinds()]
    NoticeKind.objects.bulk_create([NoticeKind(**row) for row in rows], ignore_conflicts=True)
    if not DeliveryWindow.objects.exists():
        DeliveryWindow.objects.create(opens_at=time(8, 30), closes_at=time(17, 30), valid_from=date(2000, 1, 1))
