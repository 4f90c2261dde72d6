"""What becomes of promises: reports month by month, the second rating, year-end statements, a look back."""

from datetime import timedelta

from congress_portal.demo.district import District
from congress_portal.demo.road import Road
from suggestions.models import CommitmentStatement, ProgressColour
from suggestions.states import Grade
from suggestions.transitions.confirm_fulfilment import confirm_fulfilment
from suggestions.transitions.fulfil import fulfil
from suggestions.transitions.keep_ledger import keep_ledger
from suggestions.transitions.look_back import answer_look_back, open_look_back
from suggestions.transitions.rate_promise import rate_promise
from suggestions.transitions.record_progress import record_progress
from suggestions.transitions.statements import promises_of, receive_statement, send_statement

MONTH = 30
FIRST = 85
# What units write month by month: colour, progress, difficulty.
REPORTS = (
    ("blue", "已列入本年度工作计划，完成现场勘察和初步方案。", ""),
    ("yellow", "方案已通过论证，正在落实资金。", "资金缺口约三十万元，请财政部门支持。"),
    ("blue", "资金已经落实，完成招标，施工单位进场。", ""),
    ("blue", "主体工程完成过半，预计按期完工。", ""),
)
STUCK = ("red", "选址范围内的管线尚未迁改，工程暂停。", "管线迁改涉及三家单位，请区政府协调。")


def follow(road: Road, until: int | None = None) -> None:
    """Reports each month from the rating on, until so many days after the handing in; every fourth is stuck."""
    promise, part = road.suggestion.commitments.get(), road.parts()[0]
    last = min(road.days, until or road.days) - 5
    # The unit whose sign-in is printed has a report to write.
    last -= MONTH if road.subject.unit == "transport" and until is None else 0
    for turn, after in enumerate(range(FIRST, last, MONTH)):
        stuck = road.serial % 4 == 0 and turn > 1
        code, text, obstacle = STUCK if stuck else REPORTS[min(turn, len(REPORTS) - 1)]
        colour = ProgressColour.objects.get(code=code)
        at = road.at(after, 16)
        record_progress(promise, by=road.officer(part), at=at, colour=colour, text=text, obstacle=obstacle)


def keep(road: Road, after: int, rated: bool = True) -> None:
    """Reported with evidence, confirmed, and rated a second time by the deputy."""
    promise, part = road.suggestion.commitments.get(), road.parts()[0]
    evidence = "项目已完工并投入使用，现场照片和验收单存单位档案。"
    fulfil(promise, by=road.officer(part), at=road.at(after), evidence=evidence)
    note = "经电话向代表核实，情况属实。"
    confirm_fulfilment(promise, by=road.clerk, at=road.at(after + 4), fulfilled=True, note=note)
    if rated:
        result = (Grade.SATISFIED, Grade.BASICALLY)[road.serial % 2]
        user = road.lead.deputy.user
        rate_promise(promise, by=user, at=road.at(after + 9), attitude=Grade.SATISFIED, result=result)


def close_the_year(district: District) -> None:
    """The daily look at the ledger as of the day of loading; some statements are sent, a look back is under way."""
    keep_ledger(at=district.at(0, 6))
    for turn, statement in enumerate(CommitmentStatement.objects.select_related("deputy__user").order_by("pk")[:6]):
        texts = {row.pk: row.evidence or "正在按计划推进，详见每月进展。" for row in promises_of(statement)}
        officer = _officer(district, statement.unit_id)
        send_statement(statement, by=officer, at=district.at(0, 9, turn), texts=texts, note="各项承诺均有专人负责。")
        if turn % 2:
            receive_statement(statement, by=statement.deputy.user, at=district.at(0, 11, turn), reply="")
    _look_back(district)


def _look_back(district: District) -> None:
    year, due = district.session.opens_on.year, district.day + timedelta(days=20)
    note = "请逐件核实现在的情况，能附照片的附照片。"
    clerk = district.users["lianluo1"]
    round_ = open_look_back(by=clerk, at=district.at(5), year=year, class_code="B", due_on=due, note=note)
    blue = ProgressColour.objects.get(code="blue")
    for item in round_.items.filter(answered_at=None).select_related("assignment")[:3]:
        officer = _officer(district, item.assignment.unit_id)
        answer_look_back(item, by=officer, at=district.at(2), colour=blue, text="工程正在实施，预计年底前完工。")


def _officer(district: District, unit: int):
    key = next(key for key, row in district.organisations.items() if row.pk == unit)
    return district.officers[key]
