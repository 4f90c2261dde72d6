import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from foundation.audit import record
from foundation.audit.chain import link
from foundation.audit.models import Event
from foundation.audit.sealing import head, seal_events
from foundation.audit.verifying import verify
from tests.foundation.audit.conftest import AT


@pytest.fixture
def chain(clerk, thing):
    """Five sealed events."""
    for n in range(5):
        record("demo.step", thing, by=clerk, at=AT, summary=f"第{n}步。", data={"n": n})
    seal_events()


def tamper(sql: str) -> None:
    """What somebody with the owner's rights in the database could do."""
    with connection.cursor() as cursor:
        # Foreign keys checked at commit would be pending events, under which no table can be altered.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE audit_event DISABLE TRIGGER USER; ALTER TABLE audit_seal DISABLE TRIGGER USER")
        cursor.execute(sql)
        cursor.execute("ALTER TABLE audit_event ENABLE TRIGGER USER; ALTER TABLE audit_seal ENABLE TRIGGER USER")


def kinds() -> set[tuple[str, int | None]]:
    return {(problem.kind, problem.seq) for problem in verify().problems}


def test_an_untouched_chain_is_whole(chain):
    report = verify()
    assert report.ok
    assert (report.checked, report.unsealed, report.head) == (5, 0, head())


@pytest.mark.parametrize(
    "change",
    [
        "summary = '改写'",
        "actor_name = '别人'",
        "at = at - interval '1 day'",
        "data = '{\"n\": 9}'",
        "visibility = 'public'",
        "subject_id = '999'",
        "actor_id = NULL",
    ],
)
def test_a_changed_column_is_found(chain, change):
    tamper(f"UPDATE audit_event SET {change} WHERE seq = 3")
    assert ("altered", 3) in kinds()


def test_a_removed_event_is_found(chain):
    tamper("DELETE FROM audit_event WHERE seq = 3")
    assert ("gap", 3) in kinds()


def test_a_cut_end_is_found(chain):
    tamper("DELETE FROM audit_event WHERE seq >= 4")
    assert ("cut", 4) in kinds()


def test_a_cut_end_with_its_seals_is_found_by_the_anchor_noted_outside(chain, thing):
    anchor = head()
    tamper("DELETE FROM audit_event WHERE seq >= 4; DELETE FROM audit_seal")
    record("demo.other", thing, by=None, at=AT)
    record("demo.other", thing, by=None, at=AT)
    seal_events()
    assert {problem.kind for problem in verify(anchor).problems} >= {"anchor"}


def test_two_events_exchanged_are_found(chain):
    tamper(
        "UPDATE audit_event AS a SET summary = b.summary FROM audit_event AS b"
        " WHERE (a.seq = 2 AND b.seq = 3) OR (a.seq = 3 AND b.seq = 2)"
    )
    assert kinds() >= {("altered", 2), ("altered", 3)}


def test_a_chain_made_anew_without_the_key_is_found(chain, settings):
    real = settings.VAULT_LOOKUP_KEY
    settings.VAULT_LOOKUP_KEY = "00" * 32
    before = Event.objects.get(seq=4).hash
    forged = link(before, 5, Event.objects.filter(seq=5).values().get() | {"summary": "伪造"})
    settings.VAULT_LOOKUP_KEY = real
    tamper(f"UPDATE audit_event SET summary = '伪造', hash = '{forged}' WHERE seq = 5")
    assert kinds() >= {("altered", 5), ("seal", 5)}


def test_a_guard_switched_off_is_found(chain):
    with connection.cursor() as cursor:
        # Foreign keys checked at commit would be pending events, under which no table can be altered.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE audit_event DISABLE TRIGGER USER")
    assert ("unguarded", None) in kinds()


def test_a_sealing_job_that_stands_still_is_found(chain, thing):
    event = record("demo.step", thing, by=None, at=AT)
    assert verify().ok
    tamper(f"UPDATE audit_event SET recorded_at = '{timezone.now() - timedelta(hours=2)}' WHERE id = {event.id}")
    assert ("unsealed", None) in kinds()


def test_the_command_prints_json_and_says_yes(chain):
    out = StringIO()
    call_command("verify_audit", "--json", "--anchor", "{}:{}".format(*head()), stdout=out)
    found = json.loads(out.getvalue())
    assert (found["ok"], found["checked"], found["problems"]) == (True, 5, [])
    assert found["head"] == {"seq": 5, "hash": head()[1]}


def test_the_command_exits_with_a_sentence_when_something_is_wrong(chain):
    tamper("UPDATE audit_event SET summary = '改写' WHERE seq = 2")
    out = StringIO()
    with pytest.raises(CommandError, match="核验未通过：发现1个问题"):
        call_command("verify_audit", stdout=out)
    assert "第2号记录的内容被改动。" in out.getvalue()


def test_a_wrong_anchor_is_refused_with_its_form(db):
    with pytest.raises(CommandError, match="序号:64位校验值"):
        call_command("verify_audit", "--anchor", "five")
