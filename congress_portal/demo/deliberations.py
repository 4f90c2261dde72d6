"""Topical deliberations at stations: one settled, one whose opinions are on their way, one ahead."""

from datetime import timedelta
from typing import Any

from congress_portal.demo.district import District
from foundation.accounts.models import Organisation
from liaison_stations.models import CouncilOpinion, Deliberation, Station
from liaison_stations.transitions import council_opinions, council_publishing
from liaison_stations.transitions import deliberations as act

# place, topic, background, unit, days ago, what was agreed
TOPICS: tuple[tuple[str, str, str, str, int, str], ...] = (
    (
        "石桥镇",
        "集镇停车难怎么解决",
        "赶集日沿街停车占道，来信和接待记录中反映最多。",
        "transport",
        70,
        "增设临时停车区，赶集日安排专人疏导。",
    ),
    (
        "东湖街道",
        "夜市油烟和噪声怎么管",
        "湖滨路夜市周边居民多次反映，商户也希望有固定经营时间。",
        "urban_management",
        15,
        "商定经营时间到晚上十点，油烟净化设施由商户限期安装。",
    ),
    ("石桥镇", "村级路灯谁来管护", "几个村的路灯坏了没有人修。", "transport", -9, ""),
)
OPINION = ("请有关部门牵头落实议定事项", "议定的事项请明确完成时间和责任人，向居民公开。")
ANSWER = "已划定临时停车区二十六个车位，赶集日派两名人员疏导，长期停车场列入明年计划。"
RESULT = "临时停车区已启用，赶集日秩序明显好转；长期停车场列入明年计划，代表继续跟踪。"


def tell(district: District) -> None:
    """Called by the clerks of the townships; the first is settled."""
    told = [_told(district, *topic) for topic in TOPICS]
    first = told[0]
    opinion, clerk = first.opinions.get(), district.clerks["石桥镇"]
    officer = district.officers["transport"]
    council_opinions.answer_opinion(opinion.pk, answer=ANSWER, by=officer, at=district.at(50))
    council_opinions.close_opinion(opinion.pk, outcome=RESULT, by=clerk, at=district.at(46))
    act.close_deliberation(first.pk, result=RESULT, by=clerk, at=district.at(45))
    _published(district, first.pk)


def _published(district: District, pk: int) -> None:
    """Opened by the office with the opinion that was told back."""
    by: dict[str, Any] = {"by": district.users["lianluo1"], "at": district.at(44)}
    row = Deliberation.objects.get(pk=pk)
    words = {name: getattr(row, name) for name in council_publishing.DELIBERATION_WORDS}
    council_publishing.publish_deliberation(row.pk, **words, **by)
    opinion = row.opinions.get()
    copy = {name: getattr(opinion, name) for name in council_publishing.OPINION_WORDS}
    council_publishing.publish_council_opinion(opinion.pk, **copy, **by)


def _told(
    district: District, place: str, topic: str, background: str, unit: str, days: int, agreed: str
) -> Deliberation:
    clerk, body = district.clerks[place], district.organisations[unit]
    starts = district.at(days) if days > 0 else district.at(1) + timedelta(days=1 - days)
    called: dict[str, Any] = {"topic": topic, "background": background, "starts_at": starts, "place": "联络站议事厅"}
    called |= {"deputies": [seat.deputy for seat in district.mandates[place][:3]], "bodies": [body]}
    called |= {"agenda": "代表介绍群众反映的情况\n单位说明\n共同商量办法", "guests": ["居民代表两名", "商户代表一名"]}
    station = Station.objects.filter(area__name=place).order_by("pk")[0]
    row = act.plan_deliberation(station=station, by=clerk, at=district.at(max(days, 1) + 10), **called)
    if not agreed:
        return row
    seats = list(row.seats.all())
    words: dict[str, Any] = {
        "minutes": "代表介绍情况，单位说明已有措施和困难，居民、商户提出各自的要求。",
        "conclusion": agreed,
    }
    act.hold_deliberation(row.pk, present=seats[1:], by=clerk, at=district.at(days - 1), **words)
    _raised(district, row, body, days)
    return row


def _raised(district: District, row: Deliberation, body: Organisation, days: int) -> CouncilOpinion:
    clerk = district.clerks[row.station.area.name]
    seat = row.seats.filter(deputy__isnull=False).order_by("pk")[1]
    title, text = OPINION
    at = district.at(days - 2)
    opinion = act.raise_at_deliberation(
        row.pk, seat=seat, title=f"{row.topic}：{title}"[:100], text=text, by=clerk, at=at
    )
    return council_opinions.hand_opinion(opinion.pk, body=body, by=clerk, at=district.at(days - 5))
