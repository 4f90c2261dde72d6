from datetime import timedelta

import pytest
from django.core import mail

from foundation import notices
from foundation.notices import findings, health
from foundation.notices.findings import Finding
from foundation.notices.models import Notice, OutboxMail
from foundation.notices.operators import report_failures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("notice_kinds")]


@pytest.fixture
def sources(monkeypatch):
    monkeypatch.setattr(findings, "_sources", {})


def test_each_trouble_of_the_outbox_is_counted(cast, monday):
    for n, name in enumerate(("lin", "he", "wu", "zhou")):
        person = getattr(cast, name)
        notices.tell([person], kind="case.told", subject=None, title="请办理", cause=f"case:{n}", at=monday)
    rows = list(OutboxMail.objects.order_by("pk"))
    OutboxMail.objects.filter(pk=rows[0].pk).update(state="given_up")
    OutboxMail.objects.filter(pk=rows[1].pk).update(attempts=1, next_try_at=monday + timedelta(hours=3))
    OutboxMail.objects.filter(pk=rows[2].pk).update(state="sent")
    found = {finding.key: finding.count for finding in health.findings(monday + timedelta(hours=2))}
    assert found == {"mail.given_up": 1, "mail.retrying": 1, "mail.stuck": 1}
    assert not any(finding.count for finding in health.findings(monday)[2:])


def test_the_morning_list_reaches_the_administrators_once(
    sources, cast, monday, settings, django_capture_on_commit_callbacks
):
    settings.ADMINS = [("值班", "operator@example.cn")]
    findings.register_source("one", lambda at: [Finding("a", "件在办事项没有期限", 2), Finding("b", "封邮件未发", 0)])
    with django_capture_on_commit_callbacks(execute=True):
        assert [finding.key for finding in report_failures(monday)] == ["a"]
    report_failures(monday + timedelta(hours=1))
    notice = Notice.objects.get()
    assert (notice.recipient, notice.body) == (cast.shen, "· 2 件在办事项没有期限")
    assert [letter.to for letter in mail.outbox] == [["operator@example.cn"]]


def test_a_quiet_morning_is_silent(sources, cast, monday):
    findings.register_source("one", lambda at: [Finding("a", "件在办事项没有期限", 0)])
    assert report_failures(monday) == []
    assert not Notice.objects.exists()
