"""The handling fund of the demonstration year: the pot, three projects at three stages."""

from datetime import timedelta
from decimal import Decimal

from congress_portal.demo.district import District
from deputies.models import Meeting
from deputies.models.meeting import MeetingKind
from suggestions.models import FundProject, FundYear, Suggestion
from suggestions.states import REGISTERED_ONWARD
from suggestions.transitions.carry_out import (
    accept_project,
    complete_project,
    pay_project,
    report_project,
    start_project,
)
from suggestions.transitions.fund import set_pot
from suggestions.transitions.fund_projects import choose_project

SET = 60
DECISION = "关于安排建议办理专项资金的决定"
# name, place, amount, how far
PROJECTS = (
    ("石桥镇集镇候车亭改造", "石桥镇", Decimal("680000"), 3),
    ("柳林镇便民桥维修", "柳林镇", Decimal("920000"), 2),
    ("河口镇灌溉渠清淤", "河口镇", Decimal("450000"), 1),
)


def tell(district: District) -> None:
    """Set by the standing committee; one project is paid, one waits for its acceptance, one is under way."""
    clerk, meeting = district.users["lianluo1"], _sitting(district)
    year = district.at(SET - 2).year
    fund = set_pot(
        by=clerk, at=district.at(SET - 2), year=year, amount=Decimal("3000000"), meeting=meeting, decision=DECISION
    )
    papers = Suggestion.objects.filter(level="district", state__in=REGISTERED_ONWARD, channel="session")
    for turn, (paper, row) in enumerate(zip(papers.order_by("pk")[5:8], PROJECTS, strict=True)):
        _walk(district, fund, meeting, paper, row, turn)


def _sitting(district: District) -> Meeting:
    day = district.at(SET).date()
    kind = MeetingKind.STANDING_COMMITTEE
    return Meeting.objects.create(term=district.session.term, kind=kind, number=28, opens_on=day, closes_on=day)


def _walk(district: District, fund: FundYear, meeting: Meeting, paper: Suggestion, row: tuple, turn: int) -> None:
    name, place, amount, stage = row
    clerk, carrier = district.users["lianluo1"], district.organisations[place]
    project = choose_project(
        paper,
        by=clerk,
        at=district.at(SET - 4, 10, turn),
        fund=fund,
        name=name,
        place=place,
        carrier=carrier,
        amount=amount,
        meeting=meeting,
    )
    _carry_out(district, project, stage, turn)


def _carry_out(district: District, project: FundProject, stage: int, turn: int) -> None:
    # The one township whose sign-in is printed stands in for all three at the keyboard.
    worker = district.users["xiangzhen"]
    if project.carrier_id != district.organisations["石桥镇"].pk:
        return
    begun = district.at(50).date()
    start_project(project, by=worker, at=district.at(50, 11, turn), started_on=begun)
    text = "主体工程完成，正在安装配套设施。"
    report_project(project, by=worker, at=district.at(30, 11, turn), held_on=district.at(30).date(), text=text)
    finished = district.at(15).date()
    complete_project(project, by=worker, at=district.at(15, 11, turn), completed_on=finished)
    if stage < 3:
        return
    clerk, looked = district.users["lianluo1"], district.at(10).date()
    accept_project(
        project,
        by=clerk,
        at=district.at(10, 11),
        held_on=looked,
        participants="代表六人、城建环资工委",
        passed=True,
        result="工程质量合格，群众评价良好。",
    )
    paid_on = min(looked + timedelta(days=3), district.day)
    pay_project(
        project,
        by=clerk,
        at=district.at(6, 11),
        amount=Decimal("500000"),
        paid_on=paid_on,
        voucher="专资-01",
        payee="石桥镇人民政府",
    )
