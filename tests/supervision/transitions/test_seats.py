"""Recalls and by-elections: what the law asks for, the late and the void, and the register that follows."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from deputies.models import Mandate
from deputies.transitions.end import end
from foundation import deadlines
from foundation.notices.models import Notice
from foundation.workflow import Refused
from supervision.models import ByElection, Recall, SeatStandard
from supervision.states.seats import SeatStandardCode
from supervision.transitions import by_election_votes, by_elections, recall_votes, recalls
from tests.supervision import seat_hand as hand
from tests.supervision.seat_hand import AT, DAY, LATER


def told(kind):
    return set(Notice.objects.filter(kind=f"supervision.{kind}").values_list("recipient", flat=True))


def test_a_recall_until_the_register_follows(cast, register):
    hand.placed(register, register.lin)
    recall = hand.received(register.lin, cast.he)
    assert told("recall_own") == set()
    with pytest.raises(Refused, match="正在办理"):
        hand.received(register.lin, cast.he)
    with pytest.raises(Refused, match="办事机构"):
        recalls.accept_recall(recall.pk, verified=55, copied_on=DAY, by=cast.wei, at=AT)
    with pytest.raises(Refused, match="不足50人（选举法第五十条）") as few:
        recalls.accept_recall(recall.pk, verified=49, copied_on=DAY, by=cast.he, at=AT)
    assert few.value.field == "verified"
    recalls.accept_recall(recall.pk, verified=50, copied_on=DAY, by=cast.he, at=AT)
    assert told("recall_own") == {cast.lin.pk}
    with pytest.raises(Refused, match="本人提出"):
        recalls.defend(recall.pk, defence="不实。", by=cast.deng, at=AT)
    recalls.defend(recall.pk, defence="因病请假，均经批准。", speaks=True, by=cast.lin, at=AT)
    with pytest.raises(Refused, match="印发以后"):
        recalls.circulate_recall(
            recall.pk, circulated_on=DAY, circulated_how="入户", vote_on=DAY, presided_by="钱", by=cast.he, at=AT
        )
    words = {"circulated_how": "入户", "vote_on": DAY + timedelta(7), "presided_by": "钱卫东"}
    recalls.circulate_recall(recall.pk, circulated_on=DAY, by=cast.he, at=AT, **words)
    with pytest.raises(Refused, match="印发选民以前"):
        recalls.defend(recall.pk, defence="补充。", by=cast.lin, at=LATER)
    with pytest.raises(Refused, match="多于发出的900票") as more:
        hand.entered(recall, cast.he, returned=901)
    with pytest.raises(Refused, match="与收回的800票不符") as sums:
        hand.entered(recall, cast.he, no=300)
    assert (more.value.field, sums.value.field) == ("returned", "yes")
    counts = {"held_on": LATER.date(), "voters": 1000, "issued": 900, "returned": 901}
    recall_votes.void_recall_vote(recall.pk, reason="收回多于发出", by=cast.he, at=LATER, **counts)
    vote = hand.counted(recall, cast.he, 501)
    assert "超过全体选民的半数，通过罢免" in vote.outcome
    with pytest.raises(Refused):
        recalls.stop_recall(recall.pk, ground="withdrawn", reason="撤回", by=cast.he, at=LATER)
    with pytest.raises(Refused):
        hand.announced(recall, cast.he)
    hand.reviewed(recall, cast.he)
    recall = hand.announced(recall, cast.he)
    seat = Mandate.objects.get(pk=register.lin.pk)
    assert (recall.state, seat.status, seat.reason) == ("announced", "ended", "recalled")
    assert seat.announcement_no == "示人常〔2026〕3号"
    assert not [clock for clock in deadlines.clocks_of(recall) if clock.is_open]


def test_half_of_the_voters_is_not_enough(cast, register):
    hand.placed(register, register.lin)
    recall = hand.circulated(register.lin, cast.he)
    assert "没有通过" in hand.counted(recall, cast.he, 500).outcome
    recall.refresh_from_db()
    assert (recall.state, Mandate.objects.get(pk=register.lin.pk).status) == ("failed", "serving")
    with pytest.raises(Refused):
        hand.counted(recall, cast.he, 501)


def test_too_few_sign_withdrawn_or_resigned_meanwhile(cast, register):
    hand.placed(register, register.lin, register.deng)
    few = hand.received(register.deng, cast.he, signatures=12)
    few = recalls.decline_recall(few.pk, reason="联名人数不足", by=cast.he, at=AT)
    assert (few.state, told("recall_own")) == ("declined", set())
    again = hand.circulated(register.deng, cast.he)
    again = recalls.stop_recall(again.pk, ground="withdrawn", reason="联名人书面撤回", by=cast.he, at=AT)
    assert (again.state, deadlines.clock_of("recall_vote", again)) == ("stopped", None)
    running = hand.circulated(register.lin, cast.he)
    facts = {"effective_on": DAY, "announcement_no": "示人常〔2026〕2号", "announced_on": DAY}
    end(register.lin.pk, by=cast.he, at=AT, reason="resigned", **facts)
    running.refresh_from_db()
    assert (running.state, running.ground) == ("stopped", "resigned")
    with pytest.raises(Refused):
        hand.counted(running, cast.he)


def test_standards_are_never_laxer_than_the_law(cast, register):
    row = SeatStandard.objects.get(code=SeatStandardCode.RECALL_DISTRICT)
    row.amount = 40
    with pytest.raises(ValidationError, match="不得低于选举法"):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        SeatStandard.objects.filter(pk=row.pk).update(amount=40)
    hand.placed(register, register.lin)
    Mandate.objects.filter(pk=register.lin.pk).update(level="township")
    register.lin.refresh_from_db()
    recall = hand.received(register.lin, cast.he, signatures=30)
    assert recalls.accept_recall(recall.pk, verified=30, copied_on=DAY, by=cast.he, at=AT).state == "accepted"


def test_a_by_election_fills_the_seat(cast, register):
    hand.placed(register, register.lin, register.deng, size=3)
    with pytest.raises(Refused, match="缺额1名") as many:
        hand.called(register, cast.he, places=2)
    assert many.value.field == "places"
    election = hand.called(register, cast.he)
    with pytest.raises(Refused, match="没有缺额，或者正在补选"):
        hand.called(register, cast.he)
    with pytest.raises(Refused, match="至少1名，现有0名"):
        by_elections.list_candidates(election.pk, listed_on=DAY, by=cast.he, at=AT)
    with pytest.raises(Refused, match="已经是区人大代表"):
        hand.put_forward(election, "周建国", cast.he, birth_month=date(1978, 4, 1))
    hand.put_forward(election, "田秀", cast.he)
    gone = hand.put_forward(election, "田冬", cast.he)
    by_elections.drop_candidate(gone.pk, reason="本人不愿", by=cast.he, at=AT)
    by_elections.list_candidates(election.pk, listed_on=DAY, by=cast.he, at=AT)
    with pytest.raises(Refused, match="多于发出") as back:
        hand.turn(election, cast.he, 401, returned=801)
    with pytest.raises(Refused, match="不能多于有效票") as over:
        hand.turn(election, cast.he, 801)
    with pytest.raises(Refused, match="合计802") as total:
        hand.turn(election, cast.he, 700, others=102)
    assert (back.value.field, total.value.field) == ("returned", "others")
    assert over.value.field == f"votes_{election.candidates.first().pk}"
    low = hand.voted(election, cast.he, 401, issued=500, returned=500)
    assert low.outcome == "选举无效：参加投票500人，没有超过全体选民1000人的半数，须重新组织投票。"
    by_election_votes.void_by_election_vote(
        election.pk, held_on=DAY, voters=1000, issued=700, returned=701, reason="多一票。", by=cast.he, at=LATER
    )
    assert hand.voted(election, cast.he, 401).outcome == "田秀当选。"
    election.refresh_from_db()
    with pytest.raises(Refused, match="已有人当选"):
        by_elections.cancel_by_election(election.pk, reason="误", by=cast.he, at=LATER)
    with pytest.raises(Refused):
        hand.told(election, cast.he)
    hand.valid(election, cast.he)
    hand.told(election, cast.he)
    seat = Mandate.objects.get(deputy__name="田秀")
    assert (seat.by_election, seat.constituency, seat.elected_on) == (True, register.constituency, LATER.date())
    assert seat.announcement_no == "示人常〔2026〕4号"
    assert cast.wei.pk in told("by_election_moved")
    with pytest.raises(Refused, match="没有缺额"):
        hand.called(register, cast.he)


def test_equals_vote_again_and_places_left_are_voted_on_once_more(cast, register):
    hand.placed(register, register.lin, size=3)
    election = hand.listed(register, cast.he, "甲田", "乙田", "丙田", places=2)
    assert "甲田当选；乙田、丙田得票相等" in hand.voted(election, cast.he, 700, 450, 450).outcome
    assert by_election_votes.turn_of(election) == ("tied", 1)
    assert hand.voted(election, cast.he, 420, 300).outcome == "乙田当选。"
    election.refresh_from_db()
    assert (election.state, [row.kind for row in election.votes.all()]) == ("elected", ["first", "tied"])


def test_nobody_reaches_half_and_no_credentials(cast, register):
    hand.placed(register, register.lin, size=2)
    election = hand.listed(register, cast.he, "甲田", "乙田")
    assert "另行选举" in hand.voted(election, cast.he, 400, 300).outcome
    with pytest.raises(Refused, match="还没有人当选"):
        by_elections.settle_by_election(election.pk, reason="不再选", by=cast.he, at=LATER)
    hand.voted(election, cast.he, 400, 300)
    with pytest.raises(Refused, match="写明理由"):
        hand.valid(election, cast.he, keep=False)
    election = hand.valid(election, cast.he, keep=False, reason="贿选")
    assert (election.state, election.candidates.get(name="甲田").refused_reason) == ("cancelled", "贿选")
    assert not Mandate.objects.filter(deputy__name="甲田").exists()


def test_who_finds_them_while_they_run(cast, register):
    hand.placed(register, register.lin, register.deng)
    recall, election = hand.received(register.lin, cast.he), hand.called(register, cast.he)
    people = ("lin", "deng", "he", "zhao", "fang", "luo", "wei", "jiang", "shen")

    def found(row):
        seen = (name for name in people if type(row).objects.visible_to(getattr(cast, name)).filter(pk=row.pk))
        return set(seen)

    assert found(recall) == {"he", "zhao"}
    assert found(election) == {"he", "zhao", "fang", "luo", "wei"}
    recalls.accept_recall(recall.pk, verified=50, copied_on=DAY, by=cast.he, at=AT)
    assert found(recall) == {"lin", "he", "zhao"}
    assert not Recall.objects.public().exists()
    assert not ByElection.objects.public().exists()
