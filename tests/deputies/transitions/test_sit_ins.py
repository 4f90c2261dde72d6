"""A deputy asks to sit in: he is asked to come, or told why not; once, in time, for himself."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from deputies.models import Invitation, Meeting, SitInApplication
from deputies.transitions.plan_sit_in import plan_sit_in
from deputies.transitions.sit_ins import apply_sit_in, decline_sit_in, withdraw_sit_in
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.deputies.touch import NOW

HELD = NOW + timedelta(days=20)
WHY = "关注公共交通专项报告，本人领衔过相关建议。"


def told(kind: str) -> set[str]:
    return set(Notice.objects.filter(kind=f"deputies.{kind}").values_list("recipient__username", flat=True))


@pytest.fixture
def meeting(register) -> Meeting:
    return Meeting.objects.create(
        term=register.term, kind="standing_committee", number=30, opens_on=HELD.date(), closes_on=HELD.date()
    )


def asked(cast: Any, meeting: Meeting, person: str = "lin", **changes: Any) -> SitInApplication:
    return apply_sit_in(**{"by": getattr(cast, person), "at": NOW, "meeting": meeting, "text": WHY, **changes})


def planned(cast: Any, register: Any, meeting: Meeting, *names: str, reason: str = "") -> Any:
    when = {"starts_at": HELD, "ends_at": HELD + timedelta(hours=3), "place": "常委会会议厅"}
    deputies = [getattr(register, name).deputy for name in names]
    return plan_sit_in(by=cast.he, at=NOW, meeting=meeting, deputies=deputies, reason=reason, **when)


def test_who_is_chosen_is_invited_and_who_is_not_hears_why(cast, register, meeting):
    lin, zhou = asked(cast, meeting), asked(cast, meeting, "zhou")
    assert told("sit_in_asked") == {"he", "xu"}
    with pytest.raises(Refused, match="周建国申请列席这次会议") as refused:
        planned(cast, register, meeting, "lin")
    assert refused.value.field == "reason"
    assert not Invitation.objects.exists()
    planned(cast, register, meeting, "lin", reason="名额已满")
    lin.refresh_from_db()
    zhou.refresh_from_db()
    assert (lin.state, zhou.state, zhou.answer) == ("accepted", "declined", "名额已满")
    assert (told("invited"), told("sit_in_declined")) == ({"lin"}, {"zhou"})
    with pytest.raises(Refused, match="名单已经确定"):
        asked(cast, meeting, "deng")


def test_declined_by_the_office_with_a_reason_once(cast, register, meeting):
    row = asked(cast, meeting)
    with pytest.raises(Refused, match="理由"):
        decline_sit_in(row, by=cast.he, at=NOW, answer=" ")
    with pytest.raises(Refused, match="代表联络工作机构"):
        decline_sit_in(row, by=cast.zhou, at=NOW, answer="不行。")
    decline_sit_in(row, by=cast.he, at=NOW, answer="本次会议议题保密。")
    with pytest.raises(Refused, match="已经办理"):
        decline_sit_in(row, by=cast.he, at=NOW, answer="再次。")
    with pytest.raises(Refused, match="已经办理"):
        withdraw_sit_in(row, by=cast.lin, at=NOW)


def test_withdrawn_by_the_deputy_alone_and_asked_again(cast, register, meeting):
    row = asked(cast, meeting)
    with pytest.raises(Refused, match="本人撤回"):
        withdraw_sit_in(row, by=cast.zhou, at=NOW)
    withdraw_sit_in(row, by=cast.lin, at=NOW)
    assert asked(cast, meeting).state == "asked"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"person": "he"}, "在任代表"),
        ({"person": "stranger"}, "在任代表"),
        ({"text": " "}, "关注的议题"),
        ({"at": HELD}, "已经举行"),
    ],
)
def test_an_application_is_refused(cast, register, meeting, changes, words):
    with pytest.raises(Refused, match=words):
        asked(cast, meeting, **changes)
    assert not SitInApplication.objects.exists()


def test_twice_and_for_another_meeting_is_refused(cast, register, meeting):
    asked(cast, meeting)
    with pytest.raises(Refused, match="已申请列席"):
        asked(cast, meeting)
    with pytest.raises(Refused, match="只能申请列席常委会会议"):
        asked(cast, register.session, "zhou")


@time_machine.travel(NOW, tick=False)
@pytest.mark.parametrize("number", [1, 3])
def test_in_the_browser(cast, register, meeting, signed_in, django_assert_num_queries, number):
    client, listed = signed_in(cast.lin), "/deputies/sit-ins/applications/"
    answer = client.post("/deputies/sit-ins/apply/", {"meeting": meeting.pk, "text": WHY}, follow=True)
    assert WHY in answer.content.decode()
    assert WHY not in signed_in(cast.zhou).get(listed).content.decode()
    for name in ("zhou", "deng")[: number - 1]:
        asked(cast, meeting, name)
    office = signed_in(cast.he)
    office.get(listed)
    with django_assert_num_queries(5):
        assert "答复未安排" in office.get(listed).content.decode()
    assert "申请列席" in office.get("/deputies/sit-ins/new/").content.decode()
