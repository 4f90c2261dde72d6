"""Everybody has read what is older than a fortnight, as people do; else a year of messages would wait in each inbox."""

from datetime import datetime, timedelta

from django.db.models import F

from foundation.notices.models import Notice

READ_AFTER = timedelta(hours=4)


def read_up_to(moment: datetime) -> int:
    """Marks the messages written before `moment` as read some hours after they came; answers how many."""
    return Notice.objects.unread().filter(created_at__lt=moment).update(read_at=F("created_at") + READ_AFTER)
