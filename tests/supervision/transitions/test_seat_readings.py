"""The figures of a vote on a seat: entered by two, each for himself; unlike ones are kept and entered again."""

import pytest
from django.db import IntegrityError, InternalError, transaction

from deputies.models import Mandate
from foundation import deadlines
from foundation.accounts.models import Substitute
from foundation.audit.models import Event
from foundation.notices.models import Notice
from foundation.workflow import Refused
from supervision.models import Recall, SeatReading
from supervision.rules import seats as rules
from supervision.transitions import recall_votes, recalls
from tests.supervision import seat_hand as hand
from tests.supervision.seat_hand import AT, DAY, LATER


def told(kind):
    return set(Notice.objects.filter(kind=f"supervision.{kind}").values_list("recipient", flat=True))


def test_a_recall_is_decided_by_the_second_person(cast, register):
    hand.placed(register, register.lin)
    recall = hand.circulated(register.lin, cast.he)
    hand.entered(recall, cast.he, 501)
    recall.refresh_from_db()
    assert (recall.state, recall.votes.count(), told("seat_count_entered")) == ("circulated", 0, {cast.xu.pk})
    assert told("recall_own") == {cast.lin.pk}
    assert Notice.objects.filter(recipient=cast.lin, title="罢免要求的表决结果").count() == 0
    with pytest.raises(Refused, match="您已经登记") as same:
        hand.entered(recall, cast.he, 501)
    assert same.value.code == "second"
    vote = hand.entered(recall, cast.xu, 501)
    recall.refresh_from_db()
    assert (recall.state, vote.outcome in Event.objects.get(verb="supervision.count_recall").summary) == (
        "passed",
        True,
    )
    assert [(row.counter, row.state) for row in SeatReading.objects.order_by("pk")] == [
        (cast.he, "agreed"),
        (cast.xu, "agreed"),
    ]


def test_unlike_figures_are_kept_and_entered_again(cast, register):
    hand.placed(register, register.lin)
    recall = hand.circulated(register.lin, cast.he)
    hand.entered(recall, cast.he, 501)
    hand.entered(recall, cast.xu, 500)
    recall.refresh_from_db()
    assert (recall.state, recall.votes.count()) == ("circulated", 0)
    assert told("seat_counts_differ") == {cast.he.pk}
    words = Event.objects.get(verb="supervision.settle_seat_count").summary
    assert words == "两人登记的票数不一致：赞成、反对，须重新清点。"
    assert not [number for number in ("501", "500", "300", "299") if number in words]
    hand.entered(recall, cast.xu, 501)
    hand.entered(recall, cast.he, 501)
    recall.refresh_from_db()
    assert recall.state == "passed"
    assert [row.state for row in SeatReading.objects.order_by("pk")] == ["differing", "differing", "agreed", "agreed"]


def test_a_substitute_is_no_second_person(cast, register):
    hand.placed(register, register.lin)
    recall = hand.circulated(register.lin, cast.he)
    hand.entered(recall, cast.he)
    cast.xu.acted_by = cast.he
    assert rules.may_count_recall(cast.xu, recall, on=DAY).code == "second"
    assert not Substitute.objects.exists()


def test_a_void_vote_leaves_nothing_of_its_figures_for_the_next(cast, register):
    hand.placed(register, register.lin)
    recall = hand.circulated(register.lin, cast.he)
    hand.entered(recall, cast.he, 501)
    counts = {"held_on": LATER.date(), "voters": 1000, "issued": 900, "returned": 901}
    recall_votes.void_recall_vote(recall.pk, reason="收回多于发出", by=cast.xu, at=LATER, **counts)
    assert isinstance(hand.entered(recall, cast.he, 501), SeatReading)
    hand.entered(recall, cast.xu, 501)
    assert Recall.objects.get().state == "passed"


def test_a_by_election_is_decided_by_the_second_person(cast, register):
    hand.placed(register, register.lin, register.deng)
    election = hand.listed(register, cast.he)
    hand.turn(election, cast.he, 401)
    with pytest.raises(Refused, match="您已经登记"):
        hand.turn(election, cast.he, 401)
    hand.turn(election, cast.xu, 402)
    election.refresh_from_db()
    assert (election.state, election.votes.count()) == ("listed", 0)
    assert "候选人得票" in Event.objects.get(verb="supervision.settle_seat_count").summary
    hand.turn(election, cast.he, 401)
    assert hand.turn(election, cast.xu, 401).outcome == "田秀当选。"
    assert not Mandate.objects.filter(deputy__name="田秀").exists()


def test_figures_are_neither_changed_nor_taken_away(cast, register):
    hand.placed(register, register.lin)
    hand.counted(hand.circulated(register.lin, cast.he), cast.he)
    for change in (lambda rows: rows.update(figures={}), lambda rows: rows.delete()):
        with pytest.raises((IntegrityError, InternalError, Exception), match="annot"), transaction.atomic():
            change(SeatReading.objects.all())


def test_the_deputy_has_days_to_defend_himself(cast, register):
    hand.placed(register, register.lin, register.deng)
    recall, other = hand.accepted(register.lin, cast.he), hand.accepted(register.deng, cast.he)
    clock = deadlines.clock_of("recall_defence", recall)
    assert (clock.user_id, clock.started_on) == (cast.lin.pk, DAY)
    assert [row.pk for row in Recall.objects.to_defend(cast.lin)] == [recall.pk]
    assert Recall.objects.to_defend(cast.lin).get().defend_by == clock.due_on
    recalls.defend(recall.pk, defence="因病请假。", by=cast.lin, at=AT)
    assert deadlines.clock_of("recall_defence", recall) is None
    assert not Recall.objects.to_defend(cast.lin).exists()
    words = {"circulated_how": "入户", "vote_on": LATER.date(), "presided_by": "钱卫东"}
    recalls.circulate_recall(other.pk, circulated_on=DAY, by=cast.he, at=AT, **words)
    assert not Recall.objects.to_defend(cast.deng).exists()
    assert deadlines.clock_of("recall_defence", other) is None
