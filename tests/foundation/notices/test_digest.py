from datetime import timedelta

import pytest

from foundation import notices
from foundation.notices.digest import send_digests
from foundation.notices.models import JobRun, Notice, OutboxMail, Preference
from foundation.notices.once import once

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("notice_kinds")]


@pytest.fixture
def waiting(cast, monday):
    Preference.objects.create(user=cast.lin, kind_id="case.told", delivery="digest")
    for n in range(3):
        notices.tell([cast.lin], kind="case.told", subject=None, title=f"第{n}件", cause=f"case:{n}", at=monday)
    Notice.objects.filter(title="第0件").mark_read(monday)
    assert not OutboxMail.objects.exists()


def test_one_letter_holds_what_is_unread(waiting, cast, monday):
    assert send_digests(at=monday) == 1
    mail = OutboxMail.objects.get()
    assert mail.subject == "2026年06月01日消息汇总：2 条未读"
    assert "第1件" in mail.body
    assert "第0件" not in mail.body
    assert not Notice.objects.filter(for_digest=True).exists()


def test_once_a_day_whoever_starts_it(waiting, cast, monday):
    send_digests(at=monday)
    notices.tell([cast.lin], kind="case.told", subject=None, title="晚到", cause="case:9", at=monday)
    assert send_digests(at=monday + timedelta(hours=1)) == 0
    assert send_digests(at=monday + timedelta(days=1)) == 1
    assert OutboxMail.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_job_that_fails_leaves_its_period_open(monday):
    def fail():
        raise RuntimeError

    with pytest.raises(RuntimeError):
        once("job", "2026-06-01", fail, at=monday)
    done = []
    assert once("job", "2026-06-01", lambda: done.append(1), at=monday)
    assert not once("job", "2026-06-01", lambda: done.append(2), at=monday)
    assert done == [1]
    assert JobRun.objects.get().done_at == monday
