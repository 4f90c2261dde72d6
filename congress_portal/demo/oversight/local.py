"""Street committees and presidiums: a year half done, last year's report told, and a house late with its meeting."""

from datetime import date, datetime, timedelta
from typing import Any

from congress_portal.demo.district import District
from congress_portal.demo.names import names
from supervision.models import LocalBody, LocalMeeting, LocalYear
from supervision.states.local import LocalMeetingState
from supervision.transitions import local_bodies, local_meetings, local_publishing, local_years

TOWNSHIP, STREET, REPORTED = "石桥镇", "东湖街道", "柳林镇"
# name, post, employer, full time
PRESIDIUM = (
    ("石永强", "head", "石桥镇人大主席团", True),
    ("柳月琴", "deputy_head", "石桥镇人大主席团", True),
    ("何大山", "member", "石桥村党总支书记", False),
    ("米秀芳", "member", "石桥中心学校教师", False),
    ("田有才", "member", "石桥镇种植合作社负责人", False),
)
COMMITTEE = (
    ("郭明亮", "head", "人大东湖街道工委", True),
    ("季红", "deputy_head", "人大东湖街道工委", True),
    ("尹建军", "member", "望湖社区党委书记", False),
    ("桂兰", "member", "东湖小学校长", False),
)
# Of the other houses: post, employer.
USUAL = (("head", "人大机关"), ("member", "中心学校教师"), ("member", "商会负责人"))
AIMS = "围绕镇党委中心工作依法履职，全年召开主席团会议不少于四次，组织代表视察、调研和接待选民，推动民生实事项目落实。"
# kind, title, month, what became of it (empty: nothing yet)
ITEMS = (
    ("congress", "筹备召开镇人代会第一次会议", 2, "会议听取审议五项报告，票决民生实事项目六个。"),
    ("supervision", "视察农村饮水安全工程", 5, "察看水厂两座、入户二十家，提出意见四条，镇政府已更换老旧管网三公里。"),
    ("station", "组织代表进站接待选民", 9, "开放接待日九次，接待选民六十三人次，反映问题四十一件，当场解答二十八件。"),
    ("project", "跟踪督办镇民生实事项目", 11, ""),
    ("study", "代表学习新修改的代表法", 12, ""),
)


def tell(district: District) -> None:
    """Entered by the office at the beginning of the year, kept by each clerk."""
    office = district.users["lianluo1"]
    # Two months before the first plan, so that a house that has not met is late by now.
    local_bodies.open_bodies(by=office, at=district.at(330))
    bodies = {body.organisation_id: body for body in LocalBody.objects.all()}

    def of(place: str) -> tuple[LocalBody, Any]:
        return bodies[district.organisations[place].pk], district.clerks[place]

    _township(district, *of(TOWNSHIP))
    _street(district, *of(STREET))
    _reported(district, *of(REPORTED))
    fresh = names("乡镇街道")
    for place in district.clerks:
        if place not in (TOWNSHIP, STREET):
            _met_lately(district, *of(place), [next(fresh) for _ in USUAL])
    _opened(bodies[district.organisations[TOWNSHIP].pk], by=office, at=district.at(20))


def _opened(body: LocalBody, *, by: Any, at: datetime) -> None:
    """What everybody reads of the township: this year's plan and the meetings of it."""
    local_publishing.publish_local_year(LocalYear.objects.get(body=body).pk, by=by, at=at)
    for meeting in LocalMeeting.objects.filter(body=body, state=LocalMeetingState.HELD):
        words: dict[str, Any] = {"topics": meeting.topics, "decisions": meeting.decisions}
        local_publishing.publish_local_meeting(meeting.pk, by=by, at=at, **words)


def _seat(district: District, body: LocalBody, clerk: Any, people: Any, chosen_by: str) -> None:
    for name, post, employer, full_time in people:
        local_bodies.add_local_member(
            body.pk,
            name=name,
            post=post,
            employer=employer,
            full_time=full_time,
            chosen_by=chosen_by,
            by=clerk,
            at=district.at(329),
        )


def _met(district: District, body: LocalBody, clerk: Any, days: int, topics: str, decisions: str) -> None:
    starts_at = district.at(days, 9)
    place = f"{body.organisation.label.removesuffix('人大')}三楼会议室"
    meeting = local_meetings.call_local_meeting(
        body.pk, starts_at=starts_at, place=place, topics=topics, by=clerk, at=district.at(days + 5)
    )
    members = list(body.members.active_on(meeting.day))
    minutes = "会议按议程听取汇报并讨论，成员发表意见。"
    facts: dict[str, Any] = {"present": members[:-1], "minutes": minutes, "decisions": decisions}
    local_meetings.hold_local_meeting(meeting.pk, by=clerk, at=district.at(days, 16), **facts)


def _township(district: District, body: LocalBody, clerk: Any) -> None:
    _seat(district, body, clerk, PRESIDIUM, "石桥镇十九届人大八次会议选举")
    _met(district, body, clerk, 300, "讨论年度工作计划", "通过年度工作计划。")
    year, at = district.day.year, district.at(298)
    plan = local_years.draft_local_year(body.pk, year=year, aims=AIMS, by=clerk, at=at)
    for kind, title, month, _ in ITEMS:
        due_on = date(year, month, 28)
        local_years.add_item(plan.pk, kind=kind, title=title, due_on=due_on, responsible="石永强", by=clerk, at=at)
    local_years.file_plan(plan.pk, adopted_by="主席团第一次会议", by=clerk, at=at)
    _met(district, body, clerk, 205, "听取镇政府一季度工作情况汇报", "请镇政府两周内研究饮水管网更换方案。")
    _met(district, body, clerk, 118, "听取民生实事项目进展情况汇报", "逾期项目每月报告进度。")
    _met(district, body, clerk, 34, "听取镇政府前三季度经济运行情况汇报", "抓紧冬季道路养护。")
    for item, (*_, result) in zip(plan.items.order_by("due_on"), ITEMS, strict=True):
        if result and item.due_on <= district.day:
            done_on = item.due_on - timedelta(days=3)
            local_years.finish_item(item.pk, done_on=done_on, result=result, by=clerk, at=district.at(1))
    starts_at = district.at(3, 9) + timedelta(days=24)
    topics = "听取全年民生实事项目完成情况汇报\n讨论年终工作报告"
    local_meetings.call_local_meeting(
        body.pk, starts_at=starts_at, place="石桥镇三楼会议室", topics=topics, by=clerk, at=district.at(2)
    )


def _met_lately(district: District, body: LocalBody, clerk: Any, people: list[str]) -> None:
    """A house of which nothing else is told: at work, and in time with its meetings."""
    place = body.organisation.label.removesuffix("人大")
    rows = [
        (name, post, f"{place}{employer}", post == "head") for name, (post, employer) in zip(people, USUAL, strict=True)
    ]
    _seat(district, body, clerk, rows, f"{place}人大会议选举" if body.is_presidium else "区人大常委会任命")
    _met(district, body, clerk, 32, "听取代表联络站工作情况汇报", "各代表联络站每月向社会公开接待安排。")


def _street(district: District, body: LocalBody, clerk: Any) -> None:
    """It met in time until the summer; now the light is red, and one member is missing."""
    _seat(district, body, clerk, COMMITTEE, "区五届人大常委会第二十八次会议任命")
    _met(district, body, clerk, 280, "讨论年度工作计划", "")
    _met(district, body, clerk, 90, "听取老旧小区改造情况汇报", "请街道办事处公布加装扶手的楼栋。")


def _reported(district: District, body: LocalBody, clerk: Any) -> None:
    """Last year's work is told and waits for the office."""
    at, last = district.at(310), district.day.year - 1
    plan = local_years.draft_local_year(body.pk, year=last, aims="依法履职，服务发展。", by=clerk, at=at)
    item = local_years.add_item(
        plan.pk, kind="supervision", title="检查秸秆禁烧工作", due_on=date(last, 10, 31), by=clerk, at=at
    )
    local_years.file_plan(plan.pk, adopted_by="主席团会议", by=clerk, at=at)
    result = "检查八个村，发现问题三个，均已整改。"
    done_on = min(date(last, 10, 20), at.date())
    local_years.finish_item(item.pk, done_on=done_on, result=result, by=clerk, at=at)
    effect = "推动镇政府落实秸秆离田补贴，全年未发生露天焚烧。"
    outlook = "继续跟踪农村环境整治。"
    local_years.report_year(plan.pk, effect=effect, outlook=outlook, by=clerk, at=district.at(300))
