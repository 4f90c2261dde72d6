"""Two people at the same moment on two real connections."""

from datetime import timedelta
from typing import Any

import pytest

from deputies import reference
from deputies.models import Invitation, Leave, RaisedMatter, SignUp, SitInApplication
from deputies.transitions.leave import ask_leave, decide_leave
from deputies.transitions.plan_sit_in import plan_sit_in
from deputies.transitions.receptions import sign_up
from deputies.transitions.sit_ins import apply_sit_in, withdraw_sit_in
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.cast import Cast, assemble
from tests.deputies.gatherings import BEFORE, asked
from tests.deputies.touch import NOW
from tests.deputies.transitions.test_receptions import opened
from tests.deputies.transitions.test_sit_ins import HELD, WHY
from tests.deputies_cast import Register, seat
from tests.suggestions.transitions.test_concurrency import at_once

pytestmark = pytest.mark.django_db(transaction=True)


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
