"""A confirmed purge whose process is really killed: the next finishes it, erases nobody twice, counts what went."""

import signal
import subprocess
import time
from collections import Counter
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model

from deputies.models import ContactStandard, VoterContact
from deputies.states.contact import StandardCode
from foundation.audit.models import Event
from foundation.privacy.erasing import erase, purges
from foundation.privacy.models import Erasure, PurgeOrder
from foundation.privacy.purging import ask_purge, confirm_purge
from liaison_stations.models import Letter, LetterKey, LetterWriter, MailboxRule
from liaison_stations.states.letter import LetterState
from tests.cast import Cast, assemble
from tests.deputies.touch import NOW
from tests.deputies_cast import seat
from tests.foundation.processes import spawn
from tests.liaison_stations.mailbox import placed
from tests.liaison_stations.net import lay

pytestmark = pytest.mark.django_db(transaction=True)
MANY = {VoterContact: 6, Letter: 5}
KILLED_AT = 2
PURGE = ("manage.py", "shell", "-c", "from foundation.privacy.tasks import purge; purge()")


@pytest.fixture
def order() -> PurgeOrder:
    """Voters and letters kept too long, asked for by he and confirmed by xu; committed, for other processes to see."""
    cast = assemble()
    call_command("load_reference", verbosity=0)
    register = seat(cast)
    ContactStandard.objects.filter(code=StandardCode.VOTER_KEEP).update(amount=30)
    MailboxRule.objects.filter(code="letter_keep").update(amount=30)
    ended_on = date(2026, 1, 5)
    ended = {"agreed_on": ended_on, "from_date": ended_on, "until_date": ended_on, "end_reason": "迁出选区"}
    VoterContact.objects.bulk_create(
        VoterContact(deputy=register.lin.deputy, name=f"选民{number}", phone="", **ended)
        for number in range(MANY[VoterContact])
    )
    _letters(cast, register)
    found = PurgeOrder.objects.create(found_at=NOW)
    return confirm_purge(ask_purge(found.pk, by=cast.he, at=NOW).pk, by=cast.xu, at=NOW)


def test_killed_in_the_middle_of_each_kind_it_is_finished_once(order):
    lines = {line.kind: len(line.keys) for line in order.lines.all()}
    assert lines == {model._meta.label_lower: many for model, many in MANY.items()}
    for model in (purge.model for purge in purges() if purge.model in MANY):
        _killed_before(model.objects.order_by("pk")[KILLED_AT])
        assert 0 < model.objects.exclude(erased_at=None).count() < MANY[model]
        assert PurgeOrder.objects.get().state == "confirmed"
    assert _run() == 0
    _nobody_is_left_and_nobody_went_twice()
    order.refresh_from_db()
    assert (order.state, {line.kind: line.done for line in order.lines.all()}) == ("done", lines)
    (told,) = Event.objects.filter(verb="privacy.carry_out_purge")
    assert told.summary == f"已清除到期个人信息{sum(lines.values())}条。"

    # Once it is done the job finds nothing more to do.
    stones = Erasure.objects.count()
    assert _run() == 0
    assert Erasure.objects.count() == stones
    assert Event.objects.filter(verb="privacy.carry_out_purge").count() == 1


def test_killed_after_the_last_row_only_the_ledger_is_written(order):
    with transaction.atomic():
        # The job comes to lock the order itself when every row is done.
        PurgeOrder.objects.select_for_update().get(pk=order.pk)
        _kill(spawn(*PURGE))
    _nobody_is_left_and_nobody_went_twice()
    assert PurgeOrder.objects.get().state == "confirmed"
    assert _run() == 0
    _nobody_is_left_and_nobody_went_twice()
    assert sum(line.done for line in order.lines.all()) == sum(MANY.values())


def test_the_ledger_does_not_count_what_went_by_another_way(order):
    gone = VoterContact.objects.order_by("pk")[0]
    with transaction.atomic():
        erase(gone, ("name", "phone", "place"), reason="本人要求删除", by=order.asked_by, at=NOW)
    assert _run() == 0
    done = {line.kind: line.done for line in order.lines.all()}
    assert done == {"deputies.votercontact": MANY[VoterContact] - 1, "liaison_stations.letter": MANY[Letter]}


def _letters(cast: Cast, register: object) -> None:
    station = lay(cast, register).qingshi
    for number in range(MANY[Letter]):
        letter = placed(LetterState.ANSWERED, to_station=station, title=f"第{number}盏路灯")
        Letter.objects.filter(pk=letter.pk).update(state=LetterState.CLOSED, closed_at=NOW - timedelta(days=60))


def _nobody_is_left_and_nobody_went_twice() -> None:
    for model, many in MANY.items():
        assert not model.objects.filter(erased_at=None).exists()
        stones = Erasure.objects.filter(subject_type__app_label=model._meta.app_label)
        stones = stones.filter(subject_type__model=model._meta.model_name).values_list("subject_id", flat=True)
        assert Counter(stones) == {str(pk): 1 for pk in model.objects.values_list("pk", flat=True)}
        assert len(stones) == many
    assert {voter.name for voter in VoterContact.objects.all()} == {""}
    assert {writer.name for writer in LetterWriter.objects.all()} == {""}
    assert not LetterKey.objects.exists()
    erased = Event.objects.filter(verb="privacy.erase")
    assert erased.count() == Erasure.objects.count()


def _run() -> int:
    return spawn(*PURGE).wait(60)


def _killed_before(row: Model) -> None:
    """Runs the purge up to this row, which is held, and kills it there."""
    with transaction.atomic():
        type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
        _kill(spawn(*PURGE))


def _kill(worker: subprocess.Popen) -> None:
    _until_it_waits()
    worker.send_signal(signal.SIGKILL)
    assert worker.wait(10) == -signal.SIGKILL


def _until_it_waits() -> None:
    """The other process stands before the row that is held here."""
    for _ in range(600):
        with connection.cursor() as cursor:
            # Within a transaction the figures of its first look would be shown again.
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
            if cursor.fetchone()[0]:
                return
        time.sleep(0.1)
    raise AssertionError("the purge never came to the row")
