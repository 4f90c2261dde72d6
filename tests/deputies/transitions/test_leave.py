"""Leave: asked in writing, decided by whom the rule names, refused after the activity with a sentence."""

from datetime import date, timedelta

import pytest

from deputies.models import Invitation, Leave
from deputies.transitions.answer_invitation import answer_invitation
from deputies.transitions.close_activity import close_activity
from deputies.transitions.leave import ask_leave, decide_leave, withdraw_leave
from deputies.transitions.record_attendance import record_attendance
from foundation.accounts.models import Membership
from foundation.accounts.roles import Role
from foundation.audit import timeline
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.cast import IN_OFFICE_SINCE
from tests.deputies.gatherings import AFTER, BEFORE, STARTS, asked

WHY = {"reason": "需住院治疗。"}


@pytest.fixture
def lin(cast, register) -> Invitation:
    return asked(cast, register)["lin"]


def heads(user) -> None:
    """This deputy leads his delegation."""
    Membership.objects.create(user=user, role=Role.DELEGATION_HEAD, from_date=IN_OFFICE_SINCE)
    user.forget_memberships()


def of_session(cast, register, opens_on: date) -> Invitation:
    """lin asked to a half-day of a session that opens on that day."""
    register.session.opens_on, register.session.closes_on = opens_on, opens_on + timedelta(days=4)
    register.session.save()
    return asked(cast, register, "lin", kind="session", meeting=register.session)["lin"]


def test_asked_and_approved_the_deputy_is_excused(cast, lin):
    leave = ask_leave(lin, by=cast.lin, at=BEFORE, **WHY)
    assert (leave.approver, Invitation.objects.get(pk=lin.pk).answer) == ("convenor", "leave")
    assert Notice.objects.get(kind="deputies.leave_asked").recipient == cast.he
    decide_leave(leave, by=cast.he, at=BEFORE, approve=True)
    assert Notice.objects.get(kind="deputies.leave_decided").recipient == cast.lin
    record_attendance(Invitation.objects.get(deputy__user=cast.zhou), "present", by=cast.he, at=STARTS)
    close_activity(lin.activity, by=cast.he, at=AFTER)
    assert Invitation.objects.get(pk=lin.pk).attendance == "leave"
    assert not Notice.objects.filter(kind="deputies.absent").exists()


def test_what_ails_somebody_is_not_on_the_timeline_nor_in_the_mail(cast, lin):
    leave = ask_leave(lin, by=cast.lin, at=BEFORE, **WHY)
    assert "住院" not in timeline(lin.activity).last().summary
    assert not Notice.objects.filter(body__contains="住院").exists()
    assert Leave.objects.visible_to(cast.he).get() == leave
    for other in (cast.zhou, cast.fang, cast.luo, cast.wei, cast.stranger):
        assert not Leave.objects.visible_to(other).exists()


def test_a_leave_after_the_event_is_refused_with_a_sentence(cast, lin):
    for late in (AFTER, AFTER + timedelta(days=3)):
        with pytest.raises(Refused, match="已于2026年3月12日结束"):
            ask_leave(lin, by=cast.lin, at=late, **WHY)
    assert not Leave.objects.exists()
    assert Invitation.objects.get(pk=lin.pk).answer == "pending"


def test_refused_with_a_reason_the_deputy_is_asked_again(cast, lin):
    leave = ask_leave(lin, by=cast.lin, at=BEFORE, **WHY)
    with pytest.raises(Refused, match="理由"):
        decide_leave(leave, by=cast.he, at=BEFORE, approve=False)
    decide_leave(leave, by=cast.he, at=BEFORE, approve=False, decision="请克服困难参加。")
    assert Invitation.objects.get(pk=lin.pk).answer == "pending"
    with pytest.raises(Refused, match="未批准"):
        decide_leave(leave, by=cast.he, at=BEFORE, approve=True)


def test_one_leave_at_a_time_with_a_reason_and_for_oneself(cast, lin):
    with pytest.raises(Refused, match="事由"):
        ask_leave(lin, by=cast.lin, at=BEFORE, reason=" ")
    with pytest.raises(Refused, match="本人"):
        ask_leave(lin, by=cast.zhou, at=BEFORE, **WHY)
    leave = ask_leave(lin, by=cast.he, at=BEFORE, **WHY)
    assert leave.asked_by == cast.he
    with pytest.raises(Refused, match="先撤回"):
        ask_leave(lin, by=cast.lin, at=BEFORE, **WHY)
    with pytest.raises(Refused, match="先撤回请假"):
        answer_invitation(lin, by=cast.lin, at=BEFORE)
    withdraw_leave(leave, by=cast.lin, at=BEFORE)
    assert Invitation.objects.get(pk=lin.pk).answer == "coming"


def test_before_a_session_the_chair_decides_and_nobody_else(cast, register):
    row = of_session(cast, register, date(2026, 3, 11))
    leave = ask_leave(row, by=cast.lin, at=BEFORE, **WHY)
    assert leave.approver == "sc_leaders"
    assert set(Notice.objects.filter(kind="deputies.leave_asked").values_list("recipient", flat=True)) == {
        cast.zhao.pk,
        cast.qian.pk,
    }
    with pytest.raises(Refused, match="常委会主任或者受委托的副主任"):
        decide_leave(leave, by=cast.he, at=BEFORE, approve=True)
    assert list(Leave.objects.to_decide(cast.qian, BEFORE.date())) == [leave]
    decide_leave(leave, by=cast.qian, at=BEFORE, approve=True)


def test_during_a_session_the_head_of_the_delegation_decides(cast, register):
    heads(cast.deng)
    row = of_session(cast, register, date(2026, 3, 11))
    leave = ask_leave(row, by=cast.lin, at=STARTS - timedelta(hours=2), **WHY)
    assert leave.approver == "delegation_head"
    assert list(Leave.objects.to_decide(cast.deng, STARTS.date())) == [leave]
    assert not Leave.objects.to_decide(cast.zhao, STARTS.date()).exists()
    with pytest.raises(Refused, match="代表团团长"):
        decide_leave(leave, by=cast.zhao, at=STARTS, approve=True)
    decide_leave(leave, by=cast.deng, at=STARTS, approve=True)


def test_nobody_decides_on_his_own(cast, register):
    heads(cast.lin)
    row = of_session(cast, register, date(2026, 3, 11))
    leave = ask_leave(row, by=cast.lin, at=STARTS - timedelta(hours=2), **WHY)
    with pytest.raises(Refused, match="本人的请假"):
        decide_leave(leave, by=cast.lin, at=STARTS, approve=True)
    assert list(Leave.objects.to_decide(cast.zhao, STARTS.date())) == [leave]
    decide_leave(leave, by=cast.zhao, at=STARTS, approve=True)


def test_after_the_closing_nothing_is_decided_any_more(cast, lin):
    leave = ask_leave(lin, by=cast.lin, at=BEFORE, **WHY)
    record_attendance(lin, "present", by=cast.he, at=STARTS)
    record_attendance(Invitation.objects.get(deputy__user=cast.zhou), "present", by=cast.he, at=STARTS)
    close_activity(lin.activity, by=cast.he, at=AFTER)
    with pytest.raises(Refused, match="已经办结"):
        decide_leave(leave, by=cast.he, at=AFTER, approve=True)
