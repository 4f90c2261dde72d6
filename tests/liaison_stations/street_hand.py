"""A street deliberation congress for tests, as far on its way as a test needs it; jiang is the clerk of 城关街道."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from deputies.models import Area
from foundation.accounts.models import Membership
from foundation.accounts.roles import Role
from foundation.ballots import Papers
from liaison_stations.models import StreetCongress, StreetMatter, StreetMeeting, StreetMember
from liaison_stations.transitions import street_congress, street_meetings
from tests.cast import IN_OFFICE_SINCE

AT = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
HELD = AT.replace(day=20)
QUOTAS = [("人大代表", 1), ("居民代表", 3)]
NAMES = ("甲成", "乙华", "丙秀")


def clerk_of_street(cast: Any) -> Any:
    """jiang, from now on the clerk of the street as well."""
    Membership.objects.create(
        user=cast.jiang, role=Role.TOWNSHIP_CLERK, organisation=cast.street, from_date=IN_OFFICE_SINCE
    )
    cast.jiang.forget_memberships()
    return cast.jiang


def founded(by: Any, *, at: datetime = AT, **facts: Any) -> StreetCongress:
    known = {"number": 1, "size": 4, "quotas": QUOTAS, "approved_by": "区五届人大常委会第三十次会议"}
    known |= {"starts_on": date(2026, 1, 1), "ends_on": date(2030, 12, 31), **facts}
    area = known.pop("area", None) or Area.objects.get(name="城关街道")
    return street_congress.found_congress(area=area, by=by, at=at, **known)


def member(congress: StreetCongress, name: str, by: Any, *, quota: str = "居民代表", **facts: Any) -> StreetMember:
    known = {
        "sex": "female",
        "birth_year": 1980,
        "here_since": 2015,
        "post": "东街社区",
        "recommended_by": "居民会议推荐",
    }
    known |= {"at": AT, **facts}
    return street_congress.add_member(congress.pk, quota=congress.quotas.get(name=quota), name=name, by=by, **known)


def seated(by: Any, register: Any, **facts: Any) -> StreetCongress:
    """Four members, of whom the deputy zhou is one."""
    congress = founded(by, **facts)
    at = {"at": facts["at"]} if "at" in facts else {}
    member(
        congress, "周建国", by, quota="人大代表", deputy=register.zhou.deputy, sex="male", is_party_member=True, **at
    )
    for name in NAMES:
        member(congress, name, by, **at)
    return congress


def planned(congress: StreetCongress, by: Any, *, at: datetime = AT, starts_at: datetime = HELD) -> StreetMeeting:
    reports = ["街道办事处工作报告"]
    return street_meetings.plan_meeting(
        congress.pk, starts_at=starts_at, place="街道礼堂", reports=reports, by=by, at=at
    )


def held(meeting: StreetMeeting, by: Any, *, absent: int = 1, at: datetime = HELD) -> StreetMeeting:
    came = list(meeting.congress.members.order_by("pk"))[absent:]
    return street_meetings.hold_meeting(meeting.pk, present=came, minutes="听取报告并讨论。", by=by, at=at)


def project(meeting: StreetMeeting, by: Any, at: datetime = HELD) -> StreetMatter:
    return street_meetings.add_matter(meeting.pk, kind="project", title="老旧小区加装扶手", text="十栋。", by=by, at=at)


def hands(yes: int, no: int = 0, rest: int = 0, present: int = 3, members: int = 4) -> Papers:
    votes = {"赞成": yes, "反对": no, "弃权": rest}
    return Papers(present, present, sum(votes.values()), votes, 0, members)
