"""Deputies' questioning: one settled after a second rectification, one followed up, one live, one in preparation."""

from datetime import timedelta
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from congress_portal.demo.district import District
from deputies.models import Mandate
from foundation.ballots import Papers
from foundation.files.keeping import keep
from supervision.models import QuestionSession, QuestionTerm, SessionIssue
from supervision.states.interpellations import ProposalKind, Venue
from supervision.states.questions import TermSort
from supervision.transitions import interpellations, issue_list, issue_reviews, question_floor, session_issues
from supervision.transitions import question_sessions as act

# title, facts, what is wanted, unit
BUSES = (
    (
        "河滨路三处候车亭破损两年未修",
        "顶棚破损漏雨，夜间没有照明，老人雨天候车困难。",
        "年内修复并加装照明。",
        "transport",
    ),
    ("城东新区两条公交线路末班车过早", "末班车十八时三十分发出，工人下班后乘不上车。", "延长到二十时。", "transport"),
)
NIGHT = (
    (
        "湖滨路夜市占道经营",
        "摊位占用盲道和非机动车道，晚高峰行人绕行机动车道。",
        "划定经营区域，保持通道畅通。",
        "urban_management",
    ),
    (
        "夜市油烟直排居民楼",
        "二十余户餐饮摊没有油烟净化设施。",
        "限期安装净化设施，不达标的停业整改。",
        "urban_management",
    ),
    (
        "夜市周边停车秩序混乱",
        "双侧停车，消防车通行困难。",
        "施划限时停车位，保证消防通道。",
        "transport",
    ),
)
RIVER = ("镇村排水沟淤堵内涝", "汛期三个村低洼处积水半米，农户进水。", "入汛前完成清淤。", "water")


def tell(district: District) -> None:
    """The urban committee asks; 石桥镇 prepares one of its own."""
    settled(district)
    followed(district)
    live(district)
    prepared(district)
    proposed(district)


def settled(district: District) -> None:
    """Two issues: one satisfied at once, one after a second rectification."""
    session = _called(district, 170, "群众乘车“最后一公里”", BUSES, form="on_site")
    _floor(district, session, 150)
    first, second = session.issues.order_by("number")
    for issue in (first, second):
        _put_right(district, issue, 140, 120)
    _reviewed(district, first, 110, 10, 6, 6)
    _reviewed(district, second, 110, 18, 3, 1)
    _put_right(district, first, 100, 85)
    _reviewed(district, first, 80, 17, 4, 1)
    result = "两个问题全部解决，其中候车亭修复一项首次评议没有达到规定，经二次整改后通过评议。"
    question_floor.close_session(session.pk, result=result, by=_by(district), at=district.at(78))


def followed(district: District) -> None:
    """One waits for the plan, one is being put right and late, one waits to be agreed."""
    session = _called(district, 60, "夜市管理怎样兼顾烟火气和居民生活", NIGHT)
    _floor(district, session, 45)
    road, smoke, parking = session.issues.order_by("number")
    _planned(district, road, 38)
    _agreed(district, road, 34)
    words = "画线施工因连续降雨推迟一周，已调整工序，完成时限不变。"
    _note(district, road, "delay", words, 20)
    _note(district, road, "progress", "已划定经营区域六十个摊位，盲道全部腾空。", 10)
    _planned(district, smoke, 36)
    # The plan for parking is still owed by the transport bureau.
    _note(district, parking, "progress", "已会同消防救援大队现场勘查。", 25)


def live(district: District) -> None:
    """On the floor at the moment of loading; a question waits to be called up."""
    issue = ("乡村公路安全护栏缺失", "四处临水临崖路段没有护栏。", "汛期前补齐护栏。", "transport")
    session = _called(district, 14, "乡村公路安全隐患怎样消除", (issue,), form="online")
    by, at = _by(district), district.at(0, 9)
    question_floor.open_floor(session.pk, by=by, at=at)
    seat = session.seats.filter(duty="asks").order_by("pk")[1]
    asked = question_floor.ask_question(
        session.pk, text="四处临崖路段什么时候装好护栏？", seat=seat, issue=session.issues.get(), by=by, at=at
    )
    answer: dict[str, Any] = {
        "speaker": "区交通运输局副局长",
        "text": "已列入本月工程，月底前全部安装完成，并设置临时警示标志。",
    }
    body = session.seats.get(duty="answers")
    question_floor.answer_question(asked.pk, seat=body, by=district.officers["transport"], at=at, **answer)
    asked.refresh_from_db()
    more = "施工期间学生上下学怎样保证安全？"
    question_floor.ask_question(session.pk, text=more, seat=seat, follows=asked, by=by, at=at)


def prepared(district: District) -> None:
    """A township's own: issues are being sorted, the deputy may list hers."""
    place = "石桥镇"
    clerk, at = district.clerks[place], district.at(12)
    session = _planned_session(district, clerk, place, "汛前排水防涝准备", "water", 12)
    act.report_session(session.pk, reported_on=at.date(), report_note="镇党委同意开展。", by=clerk, at=at)
    act.mobilise_session(session.pk, by=clerk, at=at)
    act.sort_session(session.pk, by=clerk, at=district.at(8))
    _listed(district, session, RIVER, clerk, 6)


def proposed(district: District) -> None:
    """Ten deputies propose a thematic inquiry; the council of chairpersons has to decide."""
    serving = Mandate.objects.serving_on(district.at(5).date())
    seats = list(serving.filter(deputy__user__isnull=False).select_related("deputy").order_by("pk")[:12])
    interpellations.raise_proposal(
        kind=ProposalKind.THEMATIC,
        venue=Venue.CONGRESS,
        title="关于就义务教育学位供给开展专题询问的提议",
        question="城区三所小学连续两年大班额，新建学校为什么没有按期投入使用？",
        content="代表接待日和来信中反映集中，建议请区教育局等部门到会回答询问。",
        body=district.organisations["education"],
        initiators=[seat.deputy for seat in seats],
        by=district.users["lianluo1"],
        at=district.at(5),
    )


def _planned_session(
    district: District, by: Any, organiser: str, title: str, unit: str, days: int, **facts: Any
) -> QuestionSession:
    terms = QuestionTerm.objects.filter(sort=TermSort.FIELD).order_by("order")
    seats = district.mandates["石桥镇"][:4]
    known: dict[str, Any] = {"kind": "questioning", "form": "meeting", "field": terms[2], "place": "区人大常委会会议厅"}
    known |= {"modes": list(QuestionTerm.objects.filter(sort=TermSort.MODE)[:2])}
    known |= {"deputies": [seat.deputy for seat in seats], "bodies": [district.organisations[unit]], **facts}
    return act.plan_session(
        title=title,
        reason="代表接待日、群众来信和调研中反映集中，代表要求当面问明原因、商定办法。",
        organiser=district.organisations[organiser],
        starts_at=district.at(max(days - 15, 0), 9) if days > 12 else district.at(0, 9) + timedelta(days=10),
        by=by,
        at=district.at(days),
        **known,
    )


def _called(
    district: District, days: int, title: str, issues: tuple[tuple[str, ...], ...], **facts: Any
) -> QuestionSession:
    """Prepared, sorted and called by the urban committee."""
    by, at = _by(district), district.at(days)
    session = _planned_session(district, by, "urban", title, issues[0][3], days, **facts)
    others = {row[3] for row in issues} - {issues[0][3]}
    act.report_session(session.pk, reported_on=at.date(), report_note="区委同意开展。", by=by, at=at)
    if others:
        bodies = [district.organisations[key] for key in sorted(others)]
        again: dict[str, Any] = {"starts_at": session.starts_at, "place": session.place, "bodies": bodies}
        act.arrange_session(session.pk, by=by, at=at, **again)
    act.mobilise_session(session.pk, by=by, at=at)
    act.sort_session(session.pk, by=by, at=district.at(days - 4))
    for row in issues:
        _listed(district, session, row, by, days - 6)
    return act.call_session(session.pk, by=by, at=district.at(days - 8))


def _listed(district: District, session: QuestionSession, row: tuple[str, ...], by: Any, days: int) -> SessionIssue:
    title, facts, wanted, unit = row
    words: dict[str, Any] = {
        "title": title,
        "facts": facts,
        "wanted": wanted,
        "source": "deputy",
        "source_note": "代表接待日",
    }
    seat, body = session.seats.filter(duty="asks").first(), district.organisations[unit]
    issue = issue_list.list_issue(session.pk, body=body, seat=seat, by=by, at=district.at(days), **words)
    keep(issue, [picture("现场照片", "#8a5a00")], by=by, at=district.at(days))
    return issue


def _floor(district: District, session: QuestionSession, days: int) -> None:
    """Every issue is asked about and answered; the list is handed over and everything published."""
    by, at = _by(district), district.at(days)
    question_floor.open_floor(session.pk, by=by, at=at)
    seats = list(session.seats.filter(duty="asks").order_by("pk"))
    for number, issue in enumerate(session.issues.order_by("number")):
        text = f"{issue.facts}什么时候能够解决？"
        asked = question_floor.ask_question(session.pk, text=text, seat=seats[number], issue=issue, by=by, at=at)
        words: dict[str, Any] = {"speaker": "单位主要负责人", "text": f"情况属实。{issue.wanted}我们现场承诺按期完成。"}
        body = session.seats.get(body=issue.body)
        question_floor.answer_question(asked.pk, seat=body, by=by, at=at, **words)
    said = "代表逐项提问，应答单位主要负责人到场答复并作出承诺。"
    question_floor.shut_floor(session.pk, present=list(session.seats.all()), summary=said, by=by, at=at)
    session_issues.hand_issues(session.pk, hand_note="请按现场承诺整改。", by=by, at=at)
    question_floor.review_session(session.pk, by=by, at=at)
    question_floor.publish_session(session.pk, by=by, at=at)


def _put_right(district: District, issue: SessionIssue, planned: int, done: int) -> None:
    _planned(district, issue, planned)
    _agreed(district, issue, planned - 3)
    officer, at = _officer(district, issue), district.at(done)
    words: dict[str, Any] = {
        "result": f"{issue.wanted}已经做到，现场经代表查看。",
        "account": "对管护不到位的责任人批评教育。",
    }
    session_issues.report_result(issue.pk, files=[picture("整改后照片", "#1b6b3a")], by=officer, at=at, **words)


def _planned(district: District, issue: SessionIssue, days: int) -> None:
    at = district.at(days)
    words: dict[str, Any] = {"measures": f"一、现场核实，明确责任到人。\n二、{issue.wanted}\n三、建立日常巡查制度。"}
    due = at.date() + timedelta(days=15)
    officer = _officer(district, issue)
    session_issues.plan_remedy(issue.pk, person=f"{officer.name}（分管负责人）", due_on=due, by=officer, at=at, **words)


def _agreed(district: District, issue: SessionIssue, days: int) -> None:
    at = district.at(days)
    words: dict[str, Any] = {"talked_with": "提问代表和五名居民", "talk_note": "居民要求先易后难、公开进度，已采纳。"}
    session_issues.agree_plan(issue.pk, talked_on=at.date(), by=_by(district), at=at, **words)


def _note(district: District, issue: SessionIssue, kind: str, text: str, days: int) -> None:
    officer = _officer(district, issue)
    session_issues.note_issue(issue.pk, kind=kind, text=text, by=officer, at=district.at(days))


def _reviewed(district: District, issue: SessionIssue, days: int, good: int, fair: int, bad: int) -> None:
    """Counted by one clerk, checked by the other."""
    number = good + fair + bad
    votes = {"满意": good, "基本满意": fair, "不满意": bad}
    papers = Papers(number, number, number, votes, 0, None)
    first, second, at = district.users["lianluo1"], district.users["lianluo2"], district.at(days)
    issue_reviews.enter_review(issue.pk, papers=papers, held_on=at.date(), by=first, at=at)
    issue_reviews.check_review(issue.pk, agrees=True, by=second, at=at)


def _by(district: District) -> Any:
    return district.users["gongwei"]


def _officer(district: District, issue: SessionIssue) -> Any:
    keys = {row.pk: key for key, row in district.organisations.items()}
    return district.officers[keys[issue.body_id]]


def picture(name: str, colour: str) -> SimpleUploadedFile:
    """A plain surface in place of a photograph."""
    held = BytesIO()
    Image.new("RGB", (320, 200), colour).save(held, "JPEG")
    return SimpleUploadedFile(f"{name}.jpg", held.getvalue(), "image/jpeg")
