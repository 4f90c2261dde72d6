"""Around the activities of the demonstration year: the adopted plan, what was passed on, the money."""

from datetime import date
from decimal import Decimal

from congress_portal.demo.activities import INSPECTION
from congress_portal.demo.district import District
from deputies.models import Activity, ActivityKind, Campaign, Meeting, MeetingKind
from deputies.transitions.activity_budget import open_line, spend
from deputies.transitions.activity_plan import add_item, adopt_plan, make_plan, publish_plan
from deputies.transitions.campaigns import publish_campaign
from deputies.transitions.forward_result import forward_result, give_feedback
from foundation.accounts.models import User

# month, kind, what, who
ITEMS = (
    (3, "training", "代表履职培训", "全体代表"),
    (5, "enforcement_inspection", "养老服务条例执法检查", "部分代表"),
    (9, "inspection", "视察石桥河治理", "石桥、柳林代表团"),
    (11, "research", "养老服务专题调研", "石桥、柳林代表团"),
)
INTRO = "闭会期间活动以集体活动为主、代表小组活动为基本形式，密切联系群众，注重实效。"
PLANNED, ADOPTED, PUBLISHED = 270, 262, 260
WANTED = "每名代表全年至少参加两次，就群众关心的一件事提出意见。"
CAMPAIGN = (
    "全区代表围绕河道治理、养老服务等群众关心的事项，到现场察看，与群众座谈。\n"
    "代表提出的河道管护意见已转交有关部门，其中水质月报已按月公开。"
)
OPINION = "加快二号闸管护人员配备；公开水质月报；讲清清淤弃土去向。"
ANSWER = "二号闸已配备两名管护员；自下月起在门户公开水质月报；弃土全部运往指定场地，附运输台账。"


def tell(district: District) -> None:
    """The plan of the year, the feedback on the inspection, and what it cost."""
    clerk = district.users["lianluo1"]
    _plan(district, clerk)
    inspection = Activity.objects.get(title="视察石桥河治理")
    _campaign(district, clerk, inspection)
    _passed_on(district, clerk, inspection)
    _money(district, clerk, inspection)


def _campaign(district: District, clerk: User, inspection: Activity) -> None:
    """Published with what was held for it."""
    campaign = Campaign.objects.create(name="代表在行动", starts_on=district.at(200).date(), description=WANTED)
    for activity in Activity.objects.filter(title__in=(inspection.title, "石桥镇代表座谈会", "养老服务专题调研")):
        activity.campaigns.add(campaign)
    publish_campaign(campaign, by=clerk, at=district.at(3), summary=CAMPAIGN)


def _plan(district: District, clerk: User) -> None:
    at = district.at(PLANNED)
    office = district.organisations["deputies"]
    plan = make_plan(by=clerk, at=at, year=at.year, title=f"{at.year}年代表工作计划", organiser=office, intro=INTRO)
    for month, code, title, who in ITEMS:
        kind = ActivityKind.objects.get(code=code)
        item = add_item(plan, by=clerk, at=at, month=month, kind=kind, title=title, participants=who)
        Activity.objects.filter(title=title).update(plan_item=item)
    adopted = district.at(ADOPTED).date()
    adopt_plan(plan, by=clerk, at=district.at(ADOPTED), adopted_on=adopted, meeting=_council(district, adopted))
    publish_plan(plan, by=clerk, at=district.at(PUBLISHED))


def _council(district: District, on: date) -> Meeting:
    held = Meeting.objects.filter(kind=MeetingKind.COUNCIL)
    latest = held.order_by("-number").values_list("number", flat=True).first() or 0
    term = (district.session or Meeting.objects.latest("pk")).term
    return Meeting.objects.create(term=term, kind=MeetingKind.COUNCIL, number=latest + 1, opens_on=on)


def _passed_on(district: District, clerk: User, inspection: Activity) -> None:
    """One body has answered, another still has time."""
    water, town = district.organisations["water"], district.organisations["environment"]
    done = forward_result(inspection, by=clerk, at=district.at(INSPECTION - 2), body=water, text=OPINION)
    give_feedback(done, by=district.officers["water"], at=district.at(INSPECTION - 24), feedback=ANSWER)
    forward_result(inspection, by=clerk, at=district.at(12), body=town, text="增设一号闸下游水质监测点。")


def _money(district: District, clerk: User, inspection: Activity) -> None:
    kinds = ActivityKind.objects.filter(code__in=("inspection", "research", "enforcement_inspection"))
    line = open_line(
        by=clerk,
        at=district.at(PLANNED),
        year=inspection.day.year,
        purpose="视察调研经费",
        kinds=kinds,
        amount=Decimal(60_000),
        words="年初部门预算",
    )
    spend(
        line,
        by=clerk,
        at=district.at(INSPECTION - 5),
        activity=inspection,
        amount=Decimal("3680.50"),
        spent_on=inspection.day,
        voucher="0912",
        words="租车、资料印制",
    )
