from datetime import timedelta

import pytest

from foundation import notices
from foundation.notices.models import OutboxMail
from foundation.notices.registry import Attachment, _enclosures, _rechecks, register_recheck
from foundation.notices.relay import BACKOFF, relay_due

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("notice_kinds")]


def tell(people, at, cause="case:1", **changes):
    plan = {"kind": "case.told", "subject": None, "title": "请办理第12号建议", "body": "请签收。"} | changes
    return notices.tell(people, at=at, cause=cause, **plan)


def test_a_due_mail_leaves_once_under_its_own_message_id(cast, monday, sink):
    tell([cast.lin], monday)
    assert relay_due(monday).sent == 1
    assert relay_due(monday).sent == 0
    row = OutboxMail.objects.get()
    assert sink.message_ids == [row.message_id]
    assert f"<outbox-{row.pk}@" in row.message_id
    assert sink.recipients == ["lin@example.cn"]
    assert "请签收。" in sink.mails[0].get_payload(decode=True).decode()
    assert (row.state, row.attempts) == ("sent", 1)


def test_outside_working_hours_only_urgent_mail_leaves(cast, monday, sink):
    tell([cast.lin], monday)
    tell([cast.he], monday, urgent=True)
    evening = monday.replace(hour=20)
    assert relay_due(evening).sent == 1
    assert sink.recipients == ["he@example.cn"]
    assert relay_due(monday + timedelta(days=1)).sent == 1


def test_a_busy_mailbox_is_tried_again_later_and_given_up_in_the_end(cast, monday, sink):
    tell([cast.lin, cast.he], monday)
    sink.refuse["lin@example.cn"] = "451 busy"
    report = relay_due(monday)
    assert (report.sent, report.retried) == (1, 1)
    assert relay_due(monday).seen == []
    moment = monday
    for wait in BACKOFF:
        moment += timedelta(minutes=wait)
        moment = max(moment, moment.replace(hour=9)) if moment.hour < 17 else moment.replace(hour=9) + timedelta(days=1)
        relay_due(moment)
    row = OutboxMail.objects.get(recipient=cast.lin)
    assert (row.state, row.attempts) == ("given_up", len(BACKOFF) + 1)
    assert "busy" in row.last_error


def test_a_mailbox_that_says_no_for_good_is_given_up_at_once(cast, monday, sink):
    tell([cast.lin], monday)
    sink.refuse["lin@example.cn"] = "550 no such user"
    assert relay_due(monday).given_up == 1


def test_a_server_away_costs_no_attempt_and_loses_nothing(cast, monday, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    tell([cast.lin], monday)
    report = relay_due(monday)
    assert report.away
    row = OutboxMail.objects.get()
    assert (row.state, row.attempts, row.next_try_at) == ("waiting", 0, row.not_before)


def test_a_sender_nobody_accepts_buries_no_mail(cast, monday, sink):
    tell([cast.lin, cast.he], monday)
    sink.refuse_sender = "550 sender not allowed"
    assert "sender not allowed" in relay_due(monday).away
    assert OutboxMail.objects.waiting().filter(attempts=0).count() == 2


def test_what_is_no_longer_wanted_is_dropped_right_before_sending(cast, monday, sink, monkeypatch):
    monkeypatch.setitem(_rechecks, "case.told", lambda mails: {mail.pk for mail in mails if mail.cause == "case:1"})
    tell([cast.lin], monday)
    tell([cast.lin], monday, cause="case:2")
    report = relay_due(monday)
    assert (report.dropped, report.sent) == (1, 1)
    assert OutboxMail.objects.get(cause="case:1").state == "dropped"


def test_a_limit_is_kept(cast, monday, sink):
    tell(cast.people().values(), monday)
    assert relay_due(monday, limit=3).sent == 3


def test_register_recheck_replaces_the_earlier_one(monkeypatch):
    monkeypatch.setitem(_rechecks, "x", None)
    register_recheck("x", len)
    assert _rechecks["x"] is len


def test_a_file_made_at_the_moment_of_sending_goes_with_the_mail(cast, monday, sink, monkeypatch):
    monkeypatch.setitem(
        _enclosures, "case.told", lambda notice: [Attachment("a.txt", notice.title.encode(), "text/plain")]
    )
    tell([cast.lin], monday)
    tell([cast.he], monday, kind="case.statutory")
    assert relay_due(monday).sent == 2
    by_address = dict(zip(sink.recipients, sink.mails, strict=True))
    words, file = by_address["lin@example.cn"].get_payload()
    assert "请签收。" in words.get_payload(decode=True).decode()
    assert (file.get_filename(), file.get_payload(decode=True).decode()) == ("a.txt", "请办理第12号建议")
    assert not by_address["he@example.cn"].is_multipart()
