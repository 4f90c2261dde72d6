"""The demonstration's inboxes: what is old has been read, what is new waits."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from congress_portal.demo.inboxes import posted_up_to, read_up_to
from foundation.notices.models import Notice, OutboxMail
from tests.cast import Cast

NOON = datetime(2026, 3, 20, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.django_db
def test_only_what_is_older_has_been_read(cast: Cast):
    for days in (40, 13):
        Notice.objects.create(
            recipient=cast.he, kind="x", cause=f"x:{days}", title="消息", created_at=NOON - timedelta(days=days)
        )

    marked = read_up_to(NOON - timedelta(days=14))

    old, new = Notice.objects.order_by("created_at")
    assert marked == 1
    assert old.created_at < old.read_at < new.created_at
    assert new.read_at is None


@pytest.mark.django_db
def test_only_mail_that_was_due_has_been_posted(cast: Cast):
    for days in (3, -1):
        due = NOON - timedelta(days=days)
        OutboxMail.objects.create(
            recipient=cast.he, cause=f"x:{days}", subject="消息", created_at=due, not_before=due, next_try_at=due
        )

    posted = posted_up_to(NOON)

    past, coming = OutboxMail.objects.order_by("next_try_at")
    assert posted == 1
    assert (past.state, past.sent_at) == (OutboxMail.State.SENT, past.next_try_at)
    assert coming.state == OutboxMail.State.WAITING
