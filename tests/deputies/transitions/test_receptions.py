"""Reception days and turns of sitting in: allowed once, refused by role, date, seats, and never in silence."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from deputies.models import Invitation, Meeting, PassedOver, RaisedMatter, ReceptionDay
from deputies.transitions.cancel_activity import cancel_activity
from deputies.transitions.plan_sit_in import plan_sit_in
from deputies.transitions.receptions import answer_raised, confirm_sign_ups, open_reception, sign_up
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.deputies.touch import NOW

STARTS = NOW + timedelta(days=20)
UNTIL = date(2026, 3, 12)


def opened(cast: Any, **changes: Any) -> ReceptionDay:
    facts = {
        "by": cast.he, "at": NOW, "title": "第一季度代表接待日", "place": "机关会议室", "starts_at": STARTS,
        "ends_at": STARTS + timedelta(hours=3), "receivers": [cast.luo], "sign_up_until": UNTIL, "seats": 2,
    }  # fmt: skip
    return open_reception(**{**facts, **changes})


def told(kind: str) -> set[str]:
    return set(Notice.objects.filter(kind=f"deputies.{kind}").values_list("recipient__username", flat=True))


def test_signed_up_confirmed_and_answered(cast, register):
    day = opened(cast)
    assert told("reception_opened") == {"luo"}
    sign_up(day.pk, by=cast.lin, at=NOW, text="村口公交班次太少。")
    with pytest.raises(Refused, match="您已报名"):
        sign_up(day.pk, by=cast.lin, at=NOW, text="再说一次。")
    confirm_sign_ups(day.pk, by=cast.he, at=NOW)
    assert Invitation.objects.get().deputy == register.lin.deputy
    assert told("invited") == {"lin"}
    with pytest.raises(Refused, match="名单已经确定"):
        sign_up(day.pk, by=cast.zhou, at=NOW, text="也想来。")
    with pytest.raises(Refused, match="名单已经确定"):
        confirm_sign_ups(day.pk, by=cast.he, at=NOW)

    matter = RaisedMatter.objects.get()
    with pytest.raises(Refused, match="由接待人答复"):
        answer_raised(matter.pk, by=cast.zhou, at=NOW, answer="好。")
    answer_raised(matter.pk, by=cast.luo, at=NOW, answer="已请交通局研究。")
    assert told("raised_answered") == {"lin"}
    with pytest.raises(Refused, match="已经答复"):
        answer_raised(matter.pk, by=cast.luo, at=NOW, answer="再答。")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"by": "lin"}, "代表联络工作机构"),
        ({"receivers": []}, "选择接待人"),
        ({"sign_up_until": STARTS.date()}, "接待日前截止"),
        ({"place": " "}, "活动地点"),
    ],
)
def test_a_day_is_refused(cast, register, changes, words):
    with pytest.raises(Refused, match=words):
        opened(cast, **{key: getattr(cast, value) if key == "by" else value for key, value in changes.items()})
    assert not ReceptionDay.objects.exists()


def test_sign_up_is_refused_without_a_seat_late_and_with_numbers(cast, register):
    day = opened(cast, seats=1)
    with pytest.raises(Refused, match="在任代表"):
        sign_up(day.pk, by=cast.he, at=NOW, text="代为报名。")
    with pytest.raises(Refused, match="不要写入电话"):
        sign_up(day.pk, by=cast.lin, at=NOW, text="请致电13900001234。")
    with pytest.raises(Refused, match="截止"):
        sign_up(day.pk, by=cast.lin, at=NOW + timedelta(days=11), text="迟了。")
    sign_up(day.pk, by=cast.lin, at=NOW, text="公交。")
    with pytest.raises(Refused, match="名额已满"):
        sign_up(day.pk, by=cast.zhou, at=NOW, text="也想来。")
    assert RaisedMatter.objects.count() == 1


def sit_in(cast: Any, register: Any, *names: str, number: int = 30, reason: str = "", at: datetime = STARTS) -> Any:
    meeting, _ = Meeting.objects.get_or_create(term=register.term, kind="standing_committee", number=number)
    deputies = [getattr(register, name).deputy for name in names]
    when = {"starts_at": at, "ends_at": at + timedelta(hours=3), "place": "常委会会议厅"}
    return plan_sit_in(by=cast.he, at=NOW, meeting=meeting, deputies=deputies, reason=reason, **when)


def test_who_is_passed_over_hears_why_and_keeps_his_turn(cast, register):
    sit_in(cast, register, "lin")
    with pytest.raises(Refused, match="按轮次应先邀请"):
        sit_in(cast, register, "lin", number=31)
    assert Invitation.objects.count() == 1
    again = sit_in(cast, register, "lin", number=31, reason="议题涉及林晓梅代表领衔的建议")
    assert told("passed_over") == {"zhou", "deng"}
    assert PassedOver.objects.filter(activity=again).count() == 2
    with pytest.raises(Refused, match="至少选择一名"):
        sit_in(cast, register, number=32)
    # A meeting that is called off counts for nobody.
    cancel_activity(again.pk, by=cast.he, at=NOW, reason="会议改期")
    sit_in(cast, register, "zhou", "deng", number=32)
    sit_in(cast, register, "lin", number=33)
