"""A reception day: put in, filled, called off, written down, put right; turns given away and swapped."""

from datetime import timedelta

import pytest

from deputies.models import DutyEntry
from foundation.workflow import Refused
from liaison_stations.models import DutySwap, SlotTurn
from liaison_stations.transitions.slots import add_slot, cancel_slot, close_slot, correct_slot, fill_slot, free_for
from liaison_stations.transitions.turns import agree_swap, ask_swap, decline_swap, leave_turn, withdraw_swap
from tests.liaison_stations.receiving import NOW, arranged, told

EVERYBODY = {"林晓梅", "邓玉兰", "周建国"}
TUESDAY = NOW + timedelta(days=1)


@pytest.fixture
def slots(cast, register):
    return arranged(cast, register)


def names(slot):
    return {turn.deputy.name for turn in slot.turns.standing().select_related("deputy")}


def turn_of(slot, deputy):
    return slot.turns.standing().get(deputy=deputy)


def in_the_files():
    return set(DutyEntry.objects.in_force().values_list("deputy__name", flat=True))


def test_who_came_has_a_line_in_his_file_and_the_head_hears_of_who_did_not(cast, slots):
    slot = slots[0]
    came, missing = (turn.deputy for turn in slot.turns.select_related("deputy"))
    with pytest.raises(Refused, match="还没有到"):
        close_slot(slot, present=[came], visitors=3, by=cast.jiang, at=NOW)
    with pytest.raises(Refused, match="可以维护这个联络站"):
        close_slot(slot, present=[came], visitors=3, by=cast.lin, at=TUESDAY)
    closed = close_slot(slot, present=[came], visitors=3, by=cast.jiang, at=TUESDAY)
    assert (closed.state, closed.visitors) == ("held", 3)
    assert in_the_files() == {came.name}
    assert told("duty_missed") == {"wei", missing.user.username}
    with pytest.raises(Refused, match="已接待"):
        close_slot(slot, present=[came], visitors=3, by=cast.jiang, at=TUESDAY)

    with pytest.raises(Refused, match="更正的理由"):
        correct_slot(slot, present=[missing], visitors=0, reason=" ", by=cast.jiang, at=TUESDAY)
    corrected = correct_slot(slot, present=[missing], visitors=0, reason="签到表看错行。", by=cast.jiang, at=TUESDAY)
    assert (corrected.state, corrected.visitors) == ("held", 0)
    assert in_the_files() == {missing.name}


def test_nobody_came_is_a_missed_day_that_the_head_hears_of(cast, slots):
    missed = close_slot(slots[0], present=[], visitors=0, by=cast.jiang, at=TUESDAY)
    assert missed.state == "missed"
    assert "wei" in told("duty_missed")
    assert in_the_files() == set()
    with pytest.raises(Refused, match="没有来访的填0"):
        correct_slot(slots[0], present=[], visitors=-1, reason="误", by=cast.jiang, at=TUESDAY)


def test_leave_and_somebody_else_takes_the_place(cast, register, slots):
    slot = slots[0]
    turn = slot.turns.select_related("deputy").first()
    free = free_for(slot)
    assert [deputy.name for deputy in free] == list(EVERYBODY - names(slot))
    own = turn.deputy.user
    with pytest.raises(Refused, match="请写明理由"):
        leave_turn(turn, reason="", by=own, at=NOW)
    with pytest.raises(Refused, match="可以维护这个联络站"):
        leave_turn(turn, reason="出差。", by=cast.wu, at=NOW)
    leave_turn(turn, reason="外出开会。", by=own, at=NOW)
    assert told("leave_taken") == {"wei", "jiang"}
    with pytest.raises(Refused, match="已经调整"):
        leave_turn(turn, reason="再请。", by=own, at=NOW)
    fill_slot(slot, deputies=free, by=cast.jiang, at=NOW)
    assert names(slot) == EVERYBODY - {turn.deputy.name}
    with pytest.raises(Refused, match="还没有值班的代表"):
        fill_slot(slot, deputies=free, by=cast.jiang, at=NOW)
    with pytest.raises(Refused, match="接待日已过"):
        fill_slot(slot, deputies=[turn.deputy], by=cast.jiang, at=TUESDAY + timedelta(days=1))


def pair(slots):
    """A turn of the first day, and a turn of the second whose deputy is free on the first."""
    first, second = slots[0], slots[1]
    other = next(turn for turn in second.turns.select_related("deputy") if turn.deputy.name not in names(first))
    mine = next(turn for turn in first.turns.select_related("deputy") if turn.deputy.name not in names(second))
    return mine, other


def test_a_swap_changes_both_days_only_when_the_colleague_agrees(cast, slots):
    mine, theirs = pair(slots)
    asks, asked = mine.deputy.user, theirs.deputy.user
    with pytest.raises(Refused, match="由值班的代表本人商请"):
        ask_swap(mine, other=theirs.deputy, other_turn=theirs, reason="出差", by=asked, at=NOW)
    swap = ask_swap(mine, other=theirs.deputy, other_turn=theirs, reason="出差", by=asks, at=NOW)
    assert told("swap_asked") == {asked.username}
    with pytest.raises(Refused, match="已在商请换班"):
        ask_swap(mine, other=theirs.deputy, other_turn=theirs, reason="出差", by=asks, at=NOW)
    with pytest.raises(Refused, match="被商请的代表本人"):
        agree_swap(swap, by=asks, at=NOW)
    assert mine.deputy.name in names(slots[0])
    agree_swap(swap, by=asked, at=NOW)
    assert theirs.deputy.name in names(slots[0])
    assert mine.deputy.name in names(slots[1])
    assert mine.deputy.name not in names(slots[0])
    assert told("swap_answered") == {asks.username, "wei", "jiang"}
    with pytest.raises(Refused, match="已换班"):
        agree_swap(swap, by=asked, at=NOW)
    # Back again on the same days, as people do.
    facts = {"other": theirs.deputy, "other_turn": turn_of(slots[0], theirs.deputy), "reason": "又能来了"}
    back = ask_swap(turn_of(slots[1], mine.deputy), **facts, by=asks, at=NOW)
    agree_swap(back, by=asked, at=NOW)
    assert mine.deputy.name in names(slots[0])


def test_declined_withdrawn_and_overtaken_requests_change_nothing(cast, slots):
    mine, theirs = pair(slots)
    asks, asked = mine.deputy.user, theirs.deputy.user
    facts = {"other": theirs.deputy, "reason": "出差", "by": asks, "at": NOW}
    declined = decline_swap(ask_swap(mine, **facts), answer="当天也出差。", by=asked, at=NOW)
    assert declined.state == "declined"
    assert withdraw_swap(ask_swap(mine, **facts), by=asks, at=NOW).state == "withdrawn"
    overtaken = ask_swap(mine, **facts)
    leave_turn(mine, reason="生病", by=asks, at=NOW)
    overtaken.refresh_from_db()
    assert overtaken.state == "withdrawn"
    assert DutySwap.objects.count() == 3
    assert SlotTurn.objects.filter(state="swapped").count() == 0


def test_somebody_who_is_taken_that_day_cannot_be_asked(cast, slots):
    sits = list(slots[0].turns.select_related("deputy"))
    with pytest.raises(Refused, match="当天已有值班或者活动"):
        ask_swap(sits[0], other=sits[1].deputy, reason="出差", by=sits[0].deputy.user, at=NOW)


def test_a_day_called_off_tells_the_deputies_and_takes_no_more(cast, slots):
    with pytest.raises(Refused, match="取消的理由"):
        cancel_slot(slots[0], reason="", by=cast.jiang, at=NOW)
    cancelled = cancel_slot(slots[0], reason="站点停电检修。", by=cast.jiang, at=NOW)
    assert told("slot_cancelled") == {
        turn.deputy.user.username for turn in slots[0].turns.select_related("deputy__user")
    }
    assert names(slots[0]) == set()
    with pytest.raises(Refused, match="已取消"):
        close_slot(cancelled, present=[], visitors=0, by=cast.jiang, at=TUESDAY)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"starts_at": NOW - timedelta(hours=1)}, "在现在以后"),
        ({"ends_at": NOW}, "晚于开始时间"),
        ({"deputies": []}, "至少选择一名代表"),
        ({"starts_at": TUESDAY.replace(hour=9), "ends_at": TUESDAY.replace(hour=10)}, "已安排接待日"),
    ],
)
def test_a_day_put_in_by_hand_must_be_one(cast, register, slots, changes, words):
    starts = TUESDAY.replace(hour=15)
    facts = {"starts_at": starts, "ends_at": starts + timedelta(hours=2), "deputies": [register.lin.deputy]}
    with pytest.raises(Refused, match=words):
        add_slot(slots[0].station, **{**facts, **changes}, by=cast.jiang, at=NOW)
