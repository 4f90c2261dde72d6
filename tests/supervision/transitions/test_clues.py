"""A clue on its whole way, who may take which step, and that nothing of it lies anywhere in clear."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction

from foundation import deadlines
from foundation.accounts.models import Membership
from foundation.audit.models import Event
from foundation.deadlines.models import Deadline
from foundation.deadlines.reminding import remind_due
from foundation.notices.models import Notice, OutboxMail
from foundation.workflow import Refused
from supervision.models import Clue, ClueApprover, ClueReader
from supervision.rules import clues as rules
from supervision.transitions import clue_handing, clue_readers, clues
from tests.supervision import clue_hand as hand
from tests.supervision.clue_hand import AT

CLOCK = ("clue_examine", "clue_approve", "clue_hand", "clue_receipt", "clue_feedback", "clue_result")


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(AT.replace(hour=15)):
        yield


@pytest.fixture
def staffed(cast):
    hand.staff(cast)
    return cast


def test_from_registering_to_the_result(staffed):
    cast, days = staffed, [AT + timedelta(days=number) for number in range(1, 6)]
    clue = hand.received(cast)
    assert deadlines.clock_of("clue_feedback", clue).due_on == date(2026, 4, 3)
    clue_handing.accept_clue(clue.pk, text="第三监督检查室承办。", by=cast.he, at=days[2])
    clue_handing.answer_clue(clue.pk, text="已立案。", by=cast.he, at=days[3])
    clue = clue_handing.close_clue(clue.pk, text="督促完善招标制度。", by=cast.fang, at=days[4])
    assert (clue.state, clue.is_accepted, clue.closed_at) == ("closed", True, days[4])
    assert not Deadline.objects.of(clue).open().exists()
    assert sorted(Deadline.objects.of(clue).values_list("kind", flat=True)) == sorted(CLOCK)
    assert [entry.kind for entry in clue.entries.all()] == [
        *("registered", "examined", "approved", "handed", "received", "accepted", "answered", "closed")
    ]


def test_declined_returned_and_dropped(staffed):
    cast, later = staffed, AT + timedelta(days=2)
    declined = clue_handing.decline_clue(hand.received(cast).pk, reason="不属于管辖。", by=cast.fang, at=later)
    assert (declined.state, declined.is_accepted) == ("answered", False)
    back = clues.return_clue(hand.examined(cast).pk, reason="请补充时间。", by=cast.zhao, at=later)
    assert (back.state, back.examined_by, deadlines.clock_of("clue_examine", back).started_on) == (
        *("registered", None),
        later.date(),
    )
    clues.amend_clue(back.pk, summary="补充", text="补充时间。", by=cast.fang, at=later)
    again = hand.examined(cast, back, at=later)
    dropped = clues.drop_clue(again.pk, reason="查无实据。", by=cast.zhao, at=later)
    assert (dropped.state, Deadline.objects.of(dropped).open().count()) == ("dropped", 0)


def test_four_eyes_and_the_leader_the_rule_names(staffed):
    cast = staffed
    clue = hand.registered(cast)
    for by in (cast.fang, cast.luo, cast.xu, cast.gao, cast.qian, cast.shen, cast.zhao):
        with pytest.raises(Refused):
            clues.examine_clue(clue.pk, proposes_handing=True, text="可以。", by=by, at=AT)
    hand.examined(cast, clue)
    for by in (cast.fang, cast.he, cast.qian, cast.luo):
        with pytest.raises(Refused):
            clues.approve_clue(clue.pk, by=by, at=AT)
    ClueApprover.objects.create(role="vice_chair", valid_from=AT.date())
    # The rule alone opens nothing: a vice-chair must be named too.
    assert rules.may_approve_clue(cast.qian, clue, on=AT.date()).code == "role"
    hand.named(cast, cast.qian, "read")
    ClueApprover.objects.filter(role="chair").update(valid_until=date(2026, 1, 1))
    assert rules.may_approve_clue(cast.zhao, clue, on=AT.date()).code == "role"
    assert clues.approve_clue(clue.pk, by=cast.qian, at=AT).approved_by == cast.qian


def test_refused_with_a_word_at_the_field(staffed):
    cast = staffed
    with pytest.raises(Refused) as empty:
        hand.registered(cast, summary=" ")
    assert empty.value.field == "summary"
    first = hand.handed(cast)
    second = hand.approved(cast)
    facts = {"recipient": hand.commission(), "document_number": "示人常函〔2026〕6号", "handed_on": AT.date()}
    for wrong, field in (
        ({"recipient": cast.transport}, "recipient"),
        ({"document_number": first.document_number}, "document_number"),
        ({"handed_on": AT.date() + timedelta(days=1)}, "handed_on"),
    ):
        with pytest.raises(Refused) as refused:
            clue_handing.hand_clue(second.pk, by=cast.fang, at=AT, **{**facts, **wrong})
        assert refused.value.field == field
    receipt = {"received_on": date(2026, 3, 1), "receipt_number": "1号", "receiver": "辛签"}
    with pytest.raises(Refused, match="不能早于移送日期"):
        clue_handing.receive_clue(first.pk, by=cast.fang, at=AT, **receipt)
    with pytest.raises(IntegrityError), transaction.atomic():
        Clue.objects.filter(pk=second.pk).update(received_on=AT.date(), handed_on=AT.date() + timedelta(days=1))


def test_whom_the_chair_may_name(cast):
    for user in (cast.shen, cast.han, cast.yang, cast.lin, cast.feng, cast.wei, cast.stranger, cast.zhao):
        with pytest.raises(Refused) as refused:
            hand.named(cast, user)
        assert refused.value.field == "user"
    for by in (cast.qian, cast.gao, cast.shen):
        with pytest.raises(Refused):
            clue_readers.name_reader(user=cast.he, duty="handle", reason="分工", from_date=AT.date(), by=by, at=AT)
    reader = hand.named(cast, cast.he)
    with pytest.raises(Refused, match="已在查阅名单中"):
        hand.named(cast, cast.he, "read")
    assert rules.may_read_clues(cast.he, on=AT.date())
    clue_readers.end_reader(reader.pk, reason="调离", by=cast.zhao, at=AT)
    assert not rules.may_read_clues(cast.he, on=AT.date())
    assert ClueReader.objects.get().end_reason == "调离"
    hand.named(cast, cast.he, until_date=AT.date())
    assert not rules.may_read_clues(cast.he, on=AT.date() + timedelta(days=1))


def test_who_leaves_the_house_or_keeps_the_system_reads_no_more(staffed):
    cast = staffed
    hand.registered(cast)
    assert Clue.objects.visible_to(cast.luo).exists()
    Membership.objects.create(user=cast.luo, role="system_admin", from_date=AT.date())
    cast.luo.forget_memberships()
    assert not Clue.objects.visible_to(cast.luo).exists()
    Membership.objects.filter(user=cast.he).update(until_date=date(2026, 3, 1))
    cast.he.forget_memberships()
    assert not Clue.objects.visible_to(cast.he).exists()


def test_nothing_lies_in_clear_in_any_table(staffed):
    cast = staffed
    clue = hand.received(cast)
    clue_handing.decline_clue(clue.pk, reason="答复密线索号。", by=cast.fang, at=AT + timedelta(days=2))
    clue_handing.open_clue(clue.pk, by=cast.luo, at=AT)
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(table_name) FROM information_schema.tables WHERE table_schema = 'public'")
        tables = [row[0] for row in cursor.fetchall() if "clue" in row[0] or row[0] in OTHERS]
        assert {"supervision_clue", "supervision_clueevent", *OTHERS} <= set(tables)
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {table} AS t WHERE t::text ~ '密线索号|贾甲|易乙丙|辛签'")
            assert cursor.fetchone()[0] == 0, table
    assert (clue.summary, clue.masked_persons) == (hand.SUMMARY, "贾*、易**")


OTHERS = ("audit_event", "notices_notice", "notices_outboxmail", "deadlines_deadline", "files_storedfile")


def test_messages_say_nothing_and_go_to_those_named_alone(staffed):
    cast = staffed
    Notice.objects.all().delete()
    hand.examined(cast)
    told = set(Notice.objects.values_list("recipient__username", "title", "body", "subject_id"))
    says = ("限定查阅清单中有一项工作待您办理", "请本人登录后查看，不得转交他人。", "")
    assert told == {("he", *says), ("zhao", *says)}
    remind_due(date(2026, 3, 12))
    assert set(Notice.objects.filter(kind="deadlines.reminder").values_list("recipient__username", flat=True)) <= {
        *("he", "fang", "zhao")
    }
    assert Notice.objects.filter(kind="deadlines.reminder").exists()
    assert not Notice.objects.filter(body__contains="联络").exists()
    assert not OutboxMail.objects.filter(body__contains="线索2026").exists()


def test_the_trail_says_who_opened_what_and_when(staffed):
    cast = staffed
    clue = hand.registered(cast)
    clue_handing.open_clue(clue.pk, by=cast.luo, at=AT)
    event = Event.objects.get(verb="supervision.open_clue")
    assert (event.actor, event.subject_label, event.summary, event.data) == (
        *(cast.luo, "问题线索2026-001", "查阅。"),
        {},
    )
    for stranger in (cast.xu, cast.gao, cast.shen, cast.yang):
        with pytest.raises(Refused):
            clue_handing.open_clue(clue.pk, by=stranger, at=AT)
    with pytest.raises(Exception, match="clue"), transaction.atomic():
        Clue.objects.filter(pk=clue.pk).delete()
