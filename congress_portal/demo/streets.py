"""The deliberation congress of 东湖街道: members by quota, one meeting held with its votes, opinions on their way."""

from datetime import timedelta
from itertools import islice
from typing import Any

from congress_portal.demo.district import District
from congress_portal.demo.names import names
from deputies.models import Area, Sex
from foundation.ballots import Papers
from liaison_stations.models import StreetCongress, StreetMeeting
from liaison_stations.transitions import council_opinions, council_publishing, street_congress, street_meetings

STREET = "东湖街道"
QUOTAS = [("人大代表", 4), ("政协委员", 2), ("居民代表", 8), ("企业和社会组织", 2)]
POSTS = ("东湖社区", "望湖社区", "北门社区", "滨河社区")
CHARTER = "会议每年召开两次，全体议政代表过半数到会方可举行；表决以全体议政代表过半数赞成通过。"
# title, what it is, hands for, against, abstaining
PROJECTS = (
    ("望湖社区老旧小区加装扶手和照明", "十二栋楼道加装扶手、更换照明，预算四十八万元，九月底前完成。", 13, 1, 1),
    ("滨河步道增设健身器材", "两处，预算三十五万元。", 7, 5, 3),
)
# title, text, unit, days ago answered (0: not yet), answer
OPINIONS = (
    (
        "东湖小学门口增设人行过街信号灯",
        "上下学时段车流量大，学生过街不安全，建议增设信号灯。",
        "transport",
        140,
        "已完成勘察，列入本年交通设施改造计划，十月底前安装。",
    ),
    ("滨河夜市油烟和噪声扰民", "夜间十点后仍有音响，油烟直排，建议加强管理。", "urban_management", 0, ""),
    ("望湖社区公共停车位不足", "建议利用闲置地块设临时停车场。", "", 0, ""),
)


def tell(district: District) -> None:
    """Convened by the street's clerk; counts are checked by the liaison office."""
    congress = _founded(district)
    meeting = _held(district, congress)
    _opinions(district, congress, meeting)
    _ahead(district, congress)
    _published(district, congress, meeting)


def _founded(district: District) -> StreetCongress:
    clerk, at = district.clerks[STREET], district.at(240)
    congress = street_congress.found_congress(
        area=Area.objects.get(name=STREET),
        number=1,
        size=sum(places for _, places in QUOTAS),
        quotas=QUOTAS,
        starts_on=at.date() - timedelta(days=30),
        ends_on=at.date() + timedelta(days=1500),
        approved_by="区五届人大常委会第二十九次会议",
        charter=CHARTER,
        by=clerk,
        at=at,
    )
    seats, fresh = iter(district.mandates[STREET]), names("议政")
    for number, quota in enumerate([quota for quota, places in QUOTAS for _ in range(places)]):
        deputy = next(seats).deputy if quota == "人大代表" else None
        street_congress.add_member(
            congress.pk,
            quota=congress.quotas.get(name=quota),
            name=deputy.name if deputy else next(fresh),
            sex=Sex.FEMALE if number % 5 in (1, 3) else Sex.MALE,
            birth_year=1962 + 2 * number,
            here_since=2008 + number % 7,
            post=POSTS[number % len(POSTS)],
            recommended_by=f"{POSTS[number % len(POSTS)]}民主推荐",
            is_party_member=number % 2 == 0,
            phone=f"1001{number:07d}",
            deputy=deputy,
            by=clerk,
            at=at,
        )
    return congress


def _held(district: District, congress: StreetCongress) -> StreetMeeting:
    clerk, at = district.clerks[STREET], district.at(200, 9)
    by: dict[str, Any] = {"by": clerk, "at": district.at(200, 15)}
    reports = ("东湖街道办事处工作情况报告", "人大街道工委工作情况报告")
    place = "东湖街道办事处三楼会议室"
    meeting = street_meetings.plan_meeting(
        congress.pk, starts_at=at, place=place, reports=reports, by=clerk, at=district.at(215)
    )
    members = list(congress.members.order_by("pk"))
    minutes = "听取并讨论街道办事处和人大街道工委工作情况报告，推荐民生实事项目，提出意见三件。"
    street_meetings.hold_meeting(meeting.pk, present=members[:-1], minutes=minutes, **by)
    presidium = list(islice(members, 0, 10, 2))
    street_congress.seat_presidium(congress.pk, members=presidium, **by)
    for title, text, yes, no, rest in PROJECTS:
        matter = street_meetings.add_matter(meeting.pk, kind="project", title=title, text=text, **by)
        votes = {"赞成": yes, "反对": no, "弃权": rest}
        papers = Papers(len(members) - 1, len(members) - 1, yes + no + rest, votes, 0, len(members))
        street_meetings.enter_vote(matter.pk, way="hands", papers=papers, **by)
        street_meetings.check_vote(matter.pk, agrees=True, by=district.users["lianluo1"], at=district.at(199))
    return meeting


def _opinions(district: District, congress: StreetCongress, meeting: StreetMeeting) -> None:
    clerk = district.clerks[STREET]
    residents = congress.members.filter(quota__name="居民代表").order_by("pk")
    for member, (title, text, unit, answered, answer) in zip(residents, OPINIONS, strict=False):
        days = 200 if answered else 12
        words: dict[str, Any] = {
            "member": member,
            "title": title,
            "text": text,
            "meeting": meeting if answered else None,
        }
        opinion = council_opinions.raise_opinion(congress.pk, by=clerk, at=district.at(days, 16), **words)
        if unit:
            body = district.organisations[unit]
            council_opinions.hand_opinion(opinion.pk, body=body, by=clerk, at=district.at(days - 4))
        if answer:
            officer = district.officers[unit]
            council_opinions.answer_opinion(opinion.pk, answer=answer, by=officer, at=district.at(answered))
            outcome = f"{answer}提出人表示满意，将继续关注安装情况。"
            council_opinions.close_opinion(opinion.pk, outcome=outcome, by=clerk, at=district.at(answered - 5))


def _ahead(district: District, congress: StreetCongress) -> None:
    """The second meeting of the year is called for two weeks from now."""
    at = district.at(3)
    starts = at + timedelta(days=17)
    clerk = district.clerks[STREET]
    reports = ("街道民生实事项目实施情况报告",)
    street_meetings.plan_meeting(
        congress.pk, starts_at=starts, place="东湖街道办事处三楼会议室", reports=reports, by=clerk, at=at
    )


def _published(district: District, congress: StreetCongress, meeting: StreetMeeting) -> None:
    """The congress, the meeting that was held and the opinion that was told back; the rest stays inside."""
    by: dict[str, Any] = {"by": district.users["lianluo1"], "at": district.at(130)}
    council_publishing.publish_congress(congress.pk, **by)
    council_publishing.publish_street_meeting(meeting.pk, **by)
    opinion = congress.opinions.get(state="closed")
    words = {name: getattr(opinion, name) for name in council_publishing.OPINION_WORDS}
    council_publishing.publish_council_opinion(opinion.pk, **words, **by)
