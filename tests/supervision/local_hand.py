"""A township presidium and a street committee for tests; wei is the clerk of the township."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from supervision.models import LocalBody, LocalMeeting, LocalMember, LocalYear
from supervision.transitions import local_bodies, local_meetings, local_years

AT = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
HELD = AT.replace(day=20)
NAMES = ("甲成", "乙华", "丙秀")


def opened(cast: Any, at: datetime = AT) -> tuple[LocalBody, LocalBody]:
    """The presidium of the township, the committee of the street."""
    local_bodies.open_bodies(by=cast.he, at=at)
    houses = LocalBody.objects.all()
    return houses.get(organisation=cast.township), houses.get(organisation=cast.street)


def member(body: LocalBody, name: str, by: Any, *, at: datetime = AT, **facts: Any) -> LocalMember:
    known = {"post": "member", "employer": "青石村", "chosen_by": "镇人大会议选举", **facts}
    return local_bodies.add_local_member(body.pk, name=name, by=by, at=at, **known)


def seated(cast: Any, by: Any, *, at: datetime = AT, **facts: Any) -> LocalBody:
    """The presidium with three ordinary members, of whom the first may be a deputy."""
    presidium, _ = opened(cast, at)
    for name in NAMES:
        member(presidium, name, by, at=at, **(facts if name == NAMES[0] else {}))
    return presidium


def called(body: LocalBody, by: Any, *, at: datetime = AT, starts_at: datetime = HELD) -> LocalMeeting:
    words = {"place": "镇政府三楼", "topics": "听取镇政府上半年工作报告"}
    return local_meetings.call_local_meeting(body.pk, starts_at=starts_at, by=by, at=at, **words)


def held(meeting: LocalMeeting, by: Any, *, absent: int = 1, at: datetime = HELD) -> LocalMeeting:
    came = list(meeting.body.members.order_by("pk"))[absent:]
    words = {"minutes": "听取报告并讨论。", "decisions": "报告修改后印发。"}
    return local_meetings.hold_local_meeting(meeting.pk, present=came, by=by, at=at, **words)


def drafted(body: LocalBody, by: Any, *, at: datetime = AT, items: tuple[str, ...] = ("视察农村道路",)) -> LocalYear:
    plan = local_years.draft_local_year(body.pk, year=at.year, aims="围绕中心工作依法履职。", by=by, at=at)
    for title in items:
        local_years.add_item(plan.pk, kind="supervision", title=title, due_on=date(at.year, 6, 30), by=by, at=at)
    return plan


def filed(body: LocalBody, by: Any, *, at: datetime = AT, **facts: Any) -> LocalYear:
    plan = drafted(body, by, at=at, **facts)
    return local_years.file_plan(plan.pk, adopted_by="第1次主席团会议", by=by, at=at)
