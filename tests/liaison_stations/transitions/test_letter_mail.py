"""Mail to a writer who left an address: when there is something new, to where he wants it now, and never what it is."""

from datetime import timedelta

from django.core import mail
from django.db import connection

from foundation.notices.models import OutboxMail
from foundation.notices.relay import relay_due
from foundation.notices.resending import resend
from liaison_stations.states import EventKind
from liaison_stations.transitions._letter import say
from liaison_stations.transitions.post_letter import Writer
from liaison_stations.transitions.writer import forget_writer
from tests.liaison_stations.mailbox import WHEN, WORDS, WRITER, posted

LATER = WHEN + timedelta(hours=1)


def test_he_hears_that_there_is_something_new_and_nothing_of_what(cast, net):
    letter = posted(to_station=net.qingshi)
    say(letter, EventKind.ANSWERED, "三盏路灯已经修好。", by=cast.jiang, at=WHEN, speaker="青石镇联络站")
    say(letter, EventKind.NOTE, "内部意见", by=cast.jiang, at=WHEN, public=False)
    say(letter, EventKind.SAID, "谢谢。", by=None, at=WHEN)
    with connection.cursor() as cursor:
        cursor.execute("SELECT o::text FROM notices_outboxmail o WHERE recipient_id IS NULL")
        waiting = [row[0] for row in cursor.fetchall()]
    assert len(waiting) == 2
    assert not [word for word in (WRITER.email, WRITER.name, WORDS["title"], "修好") if word in "".join(waiting)]
    assert relay_due(LATER).given_up == 0
    told = [message for message in mail.outbox if message.to == [WRITER.email]]
    assert ["已经收到" in told[0].body, "答复" in told[1].body] == [True, True]
    assert f"look-up/?number={letter.number}" in told[1].body
    assert set(OutboxMail.objects.filter(recipient=None).values_list("state", "address")) == {("sent", "")}


def test_without_an_address_or_after_it_was_taken_back_nothing_leaves(cast, net):
    posted(to_station=net.qingshi, writer=Writer(phone="13912345678"))
    assert not OutboxMail.objects.filter(recipient=None).exists()
    forget_writer(posted(to_station=net.qingshi), at=WHEN)
    relay_due(LATER)
    assert set(OutboxMail.objects.filter(recipient=None).values_list("state", flat=True)) == {"dropped"}
    assert not [message for message in mail.outbox if WRITER.email in message.to]


def test_a_dead_letter_to_a_writer_names_nobody_and_can_be_sent_again(cast, net, signed_in):
    posted(to_station=net.qingshi)
    lost = OutboxMail.objects.get(recipient=None)
    OutboxMail.objects.filter(pk=lost.pk).update(state="given_up", last_error="550")
    page = signed_in(cast.he).get("/notices/dead-letters/")
    assert "没有账号的来信人" in page.text
    assert WRITER.email not in page.text
    assert resend(lost.pk, by=cast.he, at=LATER).state == "waiting"
    relay_due(LATER)
    assert [message.to for message in mail.outbox if message.to == [WRITER.email]] == [[WRITER.email]]
