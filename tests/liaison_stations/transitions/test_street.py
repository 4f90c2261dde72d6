"""A street deliberation congress: quotas, members, two meetings a year, votes by hands and by ballot."""

from datetime import date, timedelta

import pytest

from deputies.models import Area
from foundation import deadlines
from foundation.ballots import Papers
from foundation.notices.models import Notice
from foundation.workflow import Refused
from liaison_stations.models import StreetCongress, StreetMember, StreetStandard
from liaison_stations.rules.street import meeting_due
from liaison_stations.transitions import street_congress, street_meetings
from tests.liaison_stations.street_hand import (
    AT,
    HELD,
    clerk_of_street,
    founded,
    hands,
    held,
    member,
    planned,
    project,
    seated,
)


def told(kind):
    return set(Notice.objects.filter(kind=f"liaison_stations.{kind}").values_list("recipient", flat=True))


def due(congress):
    clock = deadlines.clock_of("street_meeting", congress)
    return clock and clock.due_on


def test_two_meetings_a_year_by_the_end_of_june_and_of_december():
    assert [meeting_due(2026, nth, 2) for nth in (1, 2)] == [date(2026, 6, 30), date(2026, 12, 31)]
    assert [meeting_due(2028, nth, 6).month for nth in range(1, 7)] == [2, 4, 6, 8, 10, 12]


def test_each_meeting_starts_the_clock_of_the_next(cast, register):
    jiang = clerk_of_street(cast)
    congress = seated(jiang, register)
    assert due(congress) == date(2026, 6, 30)
    meeting = planned(congress, jiang)
    assert told("street_meeting_planned") == {cast.zhou.pk, cast.he.pk, cast.xu.pk}
    held(meeting, jiang)
    assert due(congress) == date(2026, 12, 31)
    second = planned(congress, jiang, at=HELD, starts_at=HELD.replace(month=12))
    held(second, jiang, at=HELD.replace(month=12))
    assert due(congress) == date(2027, 6, 30)
    meeting.refresh_from_db()
    assert (second.number, meeting.members, meeting.present) == (2, 4, 3)


def test_no_clock_where_the_office_asks_for_no_meetings(cast, register):
    StreetStandard.objects.filter(code="meetings").update(amount=0)
    assert due(founded(cast.he)) is None


def test_a_project_by_show_of_hands_checked_by_a_second_person(cast, register):
    jiang = clerk_of_street(cast)
    meeting = held(planned(seated(jiang, register), jiang), jiang)
    matter = project(meeting, jiang)
    street_meetings.enter_vote(matter.pk, way="hands", papers=hands(3), by=jiang, at=HELD)
    with pytest.raises(Refused, match="另一名工作人员"):
        street_meetings.check_vote(matter.pk, agrees=True, by=jiang, at=HELD)
    done = street_meetings.check_vote(matter.pk, agrees=True, by=cast.he, at=HELD)
    assert (done.outcome, done.count.votes["赞成"]) == ("通过", 3)
    assert cast.zhou.pk in told("street_vote_checked")
    with pytest.raises(Refused, match="已有表决结果"):
        street_meetings.enter_vote(matter.pk, way="hands", papers=hands(3), by=jiang, at=HELD)


def test_half_of_all_members_is_not_more_than_half(cast, register):
    meeting = held(planned(seated(cast.he, register), cast.he), cast.he)
    matter = project(meeting, cast.he)
    street_meetings.enter_vote(
        matter.pk, way="ballot", papers=Papers(3, 3, 3, {"赞成": 2, "反对": 1}, 0, 4), by=cast.he, at=HELD
    )
    with pytest.raises(Refused, match="哪里不符") as refusal:
        street_meetings.check_vote(matter.pk, agrees=False, by=cast.xu, at=HELD)
    assert refusal.value.field == "reason"
    street_meetings.check_vote(matter.pk, agrees=False, reason="少录一张弃权票", by=cast.xu, at=HELD)
    assert told("street_vote_returned") == {cast.he.pk}
    street_meetings.enter_vote(matter.pk, way="ballot", papers=hands(2, 0, 1), by=cast.he, at=HELD)
    assert street_meetings.check_vote(matter.pk, agrees=True, by=cast.xu, at=HELD).outcome == "未通过"


def test_without_a_quorum_no_meeting(cast, register):
    meeting = planned(seated(cast.he, register), cast.he)
    with pytest.raises(Refused, match="会议不能举行") as refusal:
        held(meeting, cast.he, absent=2)
    assert refusal.value.field == "present"
    with pytest.raises(Refused, match="还没有召开"):
        held(meeting, cast.he, at=AT)
    street_meetings.cancel_meeting(meeting.pk, reason="到会人数不足", by=cast.he, at=HELD)
    with pytest.raises(Refused, match="已取消"):
        held(meeting, cast.he)
    # The number is free again.
    assert planned(meeting.congress, cast.he, at=HELD, starts_at=HELD + timedelta(days=7)).number == 1


def test_figures_that_cannot_be_right(cast, register):
    meeting = held(planned(seated(cast.he, register), cast.he), cast.he)
    matter = project(meeting, cast.he)
    for papers, field in ((hands(3, present=4), "present"), (Papers(3, 3, 2, {"赞成": 3}, 0, 4), "returned")):
        with pytest.raises(Refused) as refusal:
            street_meetings.enter_vote(matter.pk, way="ballot", papers=papers, by=cast.he, at=HELD)
        assert refusal.value.field == field


def test_who_may_be_a_member(cast, register):
    congress = founded(cast.he)
    for changes, field in (
        ({"birth_year": 2009}, "birth_year"),
        ({"here_since": 2026}, "here_since"),
        ({"here_since": 1970}, "here_since"),
        ({"post": " "}, "post"),
        ({"phone": "123"}, "phone"),
    ):
        with pytest.raises(Refused) as refusal:
            member(congress, "甲成", cast.he, **changes)
        assert refusal.value.field == field
    first = member(congress, "周建国", cast.he, quota="人大代表", deputy=register.zhou.deputy, phone="13800000000")
    with pytest.raises(Refused, match="名额1名已满"):
        member(congress, "林晓梅", cast.he, quota="人大代表")
    with pytest.raises(Refused, match="已经在名单中"):
        member(congress, "周建国", cast.he, deputy=register.zhou.deputy)
    street_congress.end_member(first.pk, reason="调离", by=cast.he, at=HELD)
    first.refresh_from_db()
    assert (first.phone, first.until_date) == ("", HELD.date())
    with pytest.raises(Refused, match="已经终止"):
        street_congress.end_member(first.pk, reason="调离", by=cast.he, at=HELD)


def test_the_presidium(cast, register):
    congress = seated(cast.he, register)
    two = list(congress.members.order_by("pk")[:2])
    street_congress.seat_presidium(congress.pk, members=two, by=cast.he, at=HELD)
    street_congress.seat_presidium(congress.pk, members=two[1:], by=cast.he, at=HELD)
    assert list(StreetMember.objects.filter(in_presidium=True)) == two[1:]
    assert told("presidium_seated") == {cast.zhou.pk}


def test_who_may_and_who_finds_it(cast, register):
    jiang = clerk_of_street(cast)
    for person, words in ((cast.wei, "街道的人大工委"), (cast.zhou, "街道的人大工委"), (cast.luo, "街道的人大工委")):
        with pytest.raises(Refused, match=words):
            founded(person)
    with pytest.raises(Refused, match="名额合计4名"):
        founded(cast.he, size=5)
    with pytest.raises(Refused, match="只能登记本街道"):
        founded(jiang, area=Area.objects.get(name="青石镇"))
    congress = seated(jiang, register)
    with pytest.raises(Refused, match="已经登记"):
        founded(cast.he)
    for person in (cast.wei, cast.zhou, cast.zhao):
        with pytest.raises(Refused, match="街道的人大工委"):
            planned(congress, person)
    found = {
        name
        for name in ("jiang", "wei", "zhou", "lin", "he", "zhao", "luo", "fang", "feng", "stranger")
        if StreetCongress.objects.visible_to(getattr(cast, name)).exists()
    }
    assert found == {"jiang", "zhou", "he", "zhao", "luo", "fang"}
