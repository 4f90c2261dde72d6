"""Two people at the same moment on two real connections, and a purge whose process is really killed."""

import signal
import time
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction

from deputies import reference
from deputies.models import ContactStandard, Invitation, Leave, RaisedMatter, SignUp, SitInApplication, VoterContact
from deputies.states.contact import StandardCode
from deputies.transitions.leave import ask_leave, decide_leave
from deputies.transitions.plan_sit_in import plan_sit_in
from deputies.transitions.receptions import sign_up
from deputies.transitions.sit_ins import apply_sit_in, withdraw_sit_in
from foundation.notices.models import Notice
from foundation.privacy.models import Erasure, PurgeOrder
from foundation.privacy.purging import ask_purge, confirm_purge
from foundation.workflow import Refused
from tests.cast import Cast, assemble
from tests.deputies.gatherings import BEFORE, asked
from tests.deputies.touch import NOW
from tests.deputies.transitions.test_receptions import opened
from tests.deputies.transitions.test_sit_ins import HELD, WHY
from tests.deputies_cast import Register, seat
from tests.foundation.processes import spawn
from tests.suggestions.transitions.test_concurrency import at_once

pytestmark = pytest.mark.django_db(transaction=True)
ALL, STOPS_AT = 12, 5


@pytest.fixture
def people() -> tuple[Cast, Register]:
    """Committed rows, which other connections can see."""
    cast = assemble()
    reference.load()
    return cast, seat(cast)


def test_two_clerks_answer_one_leave_and_the_deputy_hears_one_word(people):
    cast, register = people
    leave = ask_leave(asked(cast, register)["lin"], by=cast.lin, at=BEFORE, reason="需住院治疗。")
    answers = at_once(
        lambda: decide_leave(leave.pk, by=cast.he, at=BEFORE, approve=True),
        lambda: decide_leave(leave.pk, by=cast.xu, at=BEFORE, approve=False, decision="请克服困难参加。"),
    )
    (refused,) = [answer for answer in answers if isinstance(answer, Refused)]
    (decided,) = [answer for answer in answers if isinstance(answer, Leave)]
    assert refused.code == "state"
    row = Leave.objects.get()
    assert (row.state, row.decided_by) == (decided.state, decided.decided_by)
    assert Notice.objects.filter(kind="deputies.leave_decided", recipient=cast.lin).count() == 1


def test_two_deputies_take_the_last_seat_of_a_reception_day_and_one_gets_it(people):
    cast, _ = people
    day = opened(cast, seats=1)
    answers = at_once(
        lambda: sign_up(day.pk, by=cast.lin, at=NOW, text="村口公交班次太少。"),
        lambda: sign_up(day.pk, by=cast.zhou, at=NOW, text="集市停车难。"),
    )
    (refused,) = [answer for answer in answers if isinstance(answer, Refused)]
    assert "名额已满" in refused.reason
    assert (SignUp.objects.count(), RaisedMatter.objects.count()) == (1, 1)


def test_a_list_fixed_while_a_deputy_withdraws_leaves_one_answer(people):
    """Either he has withdrawn and is not settled, or he is settled and can no longer withdraw."""
    cast, register = people
    meeting = register.term.meetings.create(kind="standing_committee", number=30, opens_on=HELD.date())
    wish = apply_sit_in(by=cast.zhou, at=NOW, meeting=meeting, text=WHY)
    when: dict[str, Any] = {"starts_at": HELD, "ends_at": HELD + timedelta(hours=3), "place": "常委会会议厅"}
    deputies = [register.lin.deputy]
    at_once(
        lambda: plan_sit_in(by=cast.he, at=NOW, meeting=meeting, deputies=deputies, reason="名额已满", **when),
        lambda: withdraw_sit_in(wish.pk, by=cast.zhou, at=NOW),
    )
    wish.refresh_from_db()
    assert Invitation.objects.count() == 1
    told = Notice.objects.filter(kind="deputies.sit_in_declined").count()
    assert (wish.state, told) in {("withdrawn", 0), ("declined", 1)}
    assert SitInApplication.objects.open().count() == 0


def test_a_purge_killed_in_the_middle_is_finished_by_the_next_and_erases_nobody_twice(people):
    cast, register = people
    ContactStandard.objects.filter(code=StandardCode.VOTER_KEEP).update(amount=30)
    long_ago = date(2026, 1, 5)
    ended = {"agreed_on": long_ago, "from_date": long_ago, "until_date": long_ago, "end_reason": "迁出选区"}
    VoterContact.objects.bulk_create(
        VoterContact(deputy=register.lin.deputy, name=f"选民{number}", phone="", **ended) for number in range(ALL)
    )
    order = PurgeOrder.objects.create(found_at=NOW)
    confirm_purge(ask_purge(order.pk, by=cast.he, at=NOW).pk, by=cast.xu, at=NOW)
    held = VoterContact.objects.order_by("pk")[STOPS_AT]
    with transaction.atomic():
        VoterContact.objects.select_for_update().get(pk=held.pk)
        worker = spawn("manage.py", "shell", "-c", "from foundation.privacy.tasks import purge; purge()")
        _until_it_waits()
        worker.send_signal(signal.SIGKILL)
        assert worker.wait(10) == -signal.SIGKILL
    erased = VoterContact.objects.exclude(erased_at=None).count()
    assert 0 < erased < ALL
    assert Erasure.objects.count() == erased
    assert spawn("manage.py", "shell", "-c", "from foundation.privacy.tasks import purge; purge()").wait(60) == 0
    assert not VoterContact.objects.filter(erased_at=None).exists()
    assert Erasure.objects.count() == Erasure.objects.values("subject_id").distinct().count() == ALL
    assert {voter.name for voter in VoterContact.objects.all()} == {""}


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
