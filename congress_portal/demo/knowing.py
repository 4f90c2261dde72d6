"""What deputies are told, what they report and ask for: bulletins, public feeling, requests."""

from typing import Any

from congress_portal.demo.district import PLACES, District
from congress_portal.demo.papers import attach
from deputies.transitions import feelings, requests
from deputies.transitions.bulletins import issue_bulletin, read_bulletin

# source, number, title, text, days ago, how many of the second place have read it
BULLETINS = (
    ("government", "第3期", "前三季度经济社会发展情况", "生产总值、财政收支、民生实事和下一步打算。", 40, 12),
    ("court", "第2期", "涉企案件审判执行工作", "收案、结案、执行到位情况，存在的困难。", 15, 5),
    ("sc", "第9期", "常委会要情", "上次常委会会议议定事项和近期安排。", 4, 1),
)
# title, text, unit, answer, adoption, outcome, days ago
FEELINGS = (
    (
        "学校门口接送时段拥堵",
        "{place}中心小学放学时段人车混行，家长反映有安全隐患，建议划定临时停车区、错峰放学。",
        "transport",
        "已会同学校划定临时停车区二十个，放学时段派员疏导。",
        "adopted",
        "临时停车区已经启用，请代表继续关注效果。",
        60,
    ),
    ("公交末班车太早", "{place}居民反映末班车十八时收车，下班不便，建议延长一小时。", "transport", "", "", "", 9),
    ("路灯夜间不亮", "{place}主街东段十余盏路灯长期不亮，老人夜间出行不便。", "", "", "", "", 1),
)


def tell(district: District) -> None:
    """One report has come to its end, one waits for the unit, one for the office; a request of each sort."""
    _bulletins(district)
    _feelings(district)
    _requests(district)


def _bulletins(district: District) -> None:
    for source, number, title, text, days, readers in BULLETINS:
        facts: dict[str, Any] = {"source": source, "number": number, "title": title, "text": text}
        bulletin = issue_bulletin(by=district.users["lianluo1"], at=district.at(days), **facts)
        parts = (("基本情况", text), ("需要代表了解的事项", "欢迎代表结合走访情况提出意见，可以在门户反映社情民意。"))
        attach(bulletin, f"{title}（{number}）", parts, by=district.users["lianluo1"], at=district.at(days))
        for seat in district.mandates[PLACES[1]][:readers]:
            read_bulletin(bulletin, by=seat.deputy.user, at=district.at(days - 1, 9))


def _feelings(district: District) -> None:
    clerk, deputy = district.users["lianluo1"], district.users["daibiao1"]
    for title, text, unit, answer, adoption, outcome, days in FEELINGS:
        place = PLACES[0]
        words: dict[str, Any] = {"title": f"{place}{title}", "text": text.format(place=place), "place": place}
        feeling = feelings.report_feeling(by=deputy, at=district.at(days), **words)
        if not unit:
            continue
        feelings.receive_feeling(feeling, by=clerk, at=district.at(days - 1))
        body = district.organisations[unit]
        feelings.forward_feeling(feeling, body=body, by=clerk, at=district.at(days - 1, 11))
        if answer:
            feelings.answer_feeling(feeling, answer=answer, by=district.officers[unit], at=district.at(days - 20))
            told: dict[str, Any] = {"adoption": adoption, "outcome": outcome}
            feelings.close_feeling(feeling, by=clerk, at=district.at(days - 23), **told)


def _requests(district: District) -> None:
    clerk, deputy = district.users["lianluo1"], district.users["daibiao1"]
    papers = requests.ask_request(
        kind="papers", text="准备关于农村公路养护的建议，请提供近三年养护资金安排情况。", by=deputy, at=district.at(20)
    )
    requests.accept_request(papers, by=clerk, at=district.at(19))
    requests.answer_request(papers, answer="资料已由财政部门提供，可到代工委领取。", by=clerk, at=district.at(14))
    words = "走访企业了解欠薪问题时，被拒绝进入并受到言语威胁。"
    requests.ask_request(kind="protection", text=words, by=deputy, at=district.at(0, 9))
