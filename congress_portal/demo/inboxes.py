"""Everybody has read what is older than a fortnight, as people do; else a year of messages would wait in each inbox."""

from datetime import datetime, timedelta

from django.db.models import F

from foundation.notices.models import Notice, OutboxMail

READ_AFTER = timedelta(hours=4)


def read_up_to(moment: datetime) -> int:
    """Marks the messages written before `moment` as read some hours after they came; answers how many."""
    return Notice.objects.unread().filter(created_at__lt=moment).update(read_at=F("created_at") + READ_AFTER)


def posted_up_to(moment: datetime) -> int:
    """Mails of the year went out when they were due; else they would all leave at the first start. Answers how many."""
    due = OutboxMail.objects.waiting().filter(next_try_at__lt=moment)
    return due.update(state=OutboxMail.State.SENT, sent_at=F("next_try_at"), attempts=1)
