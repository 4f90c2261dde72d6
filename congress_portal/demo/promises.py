"""What becomes of promises: reports month by month, the second rating, year-end statements, a look back."""

from datetime import timedelta

from congress_portal.demo.district import SESSION, District
from congress_portal.demo.road import Road
from foundation.accounts.models import User
from suggestions.models import CommitmentStatement, ProgressColour
from suggestions.states import Grade
from suggestions.transitions.confirm_fulfilment import confirm_fulfilment
from suggestions.transitions.fulfil import fulfil
from suggestions.transitions.keep_ledger import keep_ledger
from suggestions.transitions.look_back import answer_look_back, close_look_back, open_look_back
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
    ("blue", "前期准备完成，按施工计划推进。", ""),
    ("blue", "主体部分完成过半，预计按期完工。", ""),
    ("yellow", "受连续降雨影响，进度比计划慢约两周。", "需要增加施工力量，争取年内补上。"),
    ("blue", "已补上前期延误，主体部分完成八成。", ""),
    ("yellow", "年内未能全部完工，剩余部分转入下一年度。", "剩余资金需在下一年度预算中安排。"),
    ("blue", "剩余资金已列入预算，恢复施工。", ""),
    ("blue", "剩余部分完成三成，质量抽查合格。", ""),
    ("blue", "剩余部分完成过半，已邀请代表到现场察看。", ""),
    ("yellow", "配套设备到货推迟，影响安装。", "正与供货单位协商，争取下月到货。"),
    ("blue", "配套设备已到货，开始安装调试。", ""),
    ("blue", "安装基本完成，正在整理验收资料。", ""),
    ("yellow", "初验发现三处问题，正在整改。", "整改完成后再次验收。"),
    ("blue", "初验问题整改完毕，等待复验。", ""),
)
STUCK = (
    ("red", "选址范围内的管线尚未迁改，工程暂停。", "管线迁改涉及三家单位，请区政府协调。"),
    ("red", "两家单位已同意迁改，还有一处通信管线未定。", "请区政府召集通信企业会商迁改费用。"),
    ("red", "迁改费用尚未谈妥，现场仍未复工。", "建议将迁改费用列入追加预算。"),
    ("red", "已提出绕行设计，正在核算新增造价。", "新增造价约十二万元，尚无资金来源。"),
    ("yellow", "绕行设计获得同意，等待追加资金到位。", "追加资金到位后即可复工。"),
)


def follow(road: Road, until: int | None = None, since: int = FIRST) -> None:
    """Reports each month from the rating on, until so many days after the handing in; every fourth is stuck."""
    promise, part = road.suggestion.commitments.get(), road.parts()[0]
    last = min(road.days, until or road.days) - 5
    # The unit whose sign-in is printed has a report to write.
    last -= MONTH if road.subject.unit == "transport" and until is None else 0
    for after in range(since, last, MONTH):
        code, text, obstacle = _words(road, (after - FIRST) // MONTH)
        colour = ProgressColour.objects.get(code=code)
        at = road.at(after, 16)
        record_progress(promise, by=road.officer(part), at=at, colour=colour, text=text, obstacle=obstacle)


def _words(road: Road, turn: int) -> tuple[str, str, str]:
    stuck = road.days <= SESSION and road.serial % 4 == 0 and turn > 1
    rows, place = (STUCK, turn - 2) if stuck else (REPORTS, turn)
    return rows[min(place, len(rows) - 1)]


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
    send_statements(district, district.day.year, 0, most=6, received=2)
    _looked_back(district)
    _look_back(district)


def send_statements(district: District, year: int, days: int, most: int | None = None, received: int = 1) -> None:
    """Units state where their promises of `year` stand, `most` of them; every `received`th deputy gives the receipt."""
    rows = CommitmentStatement.objects.filter(year=year).select_related("deputy__user").order_by("pk")
    for turn, statement in enumerate(rows[:most]):
        texts = {row.pk: row.evidence or "正在按计划推进，详见每月进展。" for row in promises_of(statement)}
        officer = officer_of(district, statement.unit_id)
        at = district.at(days, 9, turn)
        send_statement(statement, by=officer, at=at, texts=texts, note="各项承诺均有专人负责。")
        if turn % received == received - 1:
            receive_statement(statement, by=statement.deputy.user, at=district.at(days, 11, turn), reply="")


def _looked_back(district: District) -> None:
    """What had to wait the year before was looked at in spring, and the round is closed."""
    clerk, year = district.users["lianluo1"], district.before.opens_on.year
    due = district.at(160).date()
    note = "请说明条件是否已经具备，能办的尽快办。"
    round_ = open_look_back(by=clerk, at=district.at(190), year=year, class_code="C", due_on=due, note=note)
    words = (("blue", "条件已经具备，列入本年度计划。"), ("red", "所需指标尚未下达，继续向上级争取。"))
    for turn, item in enumerate(round_.items.filter(answered_at=None).select_related("assignment")):
        code, text = words[turn % len(words)]
        colour, officer = ProgressColour.objects.get(code=code), officer_of(district, item.assignment.unit_id)
        answer_look_back(item, by=officer, at=district.at(175, 10, turn), colour=colour, text=text)
    conclusion = "各承办单位均已填报，具备条件的已列入本年度计划，其余继续跟踪。"
    close_look_back(round_, by=clerk, at=district.at(155), conclusion=conclusion)


def _look_back(district: District) -> None:
    """Of last year's promises; the unit whose sign-in is printed has still to answer."""
    year, due = district.before.opens_on.year, district.day + timedelta(days=20)
    note = "请逐件核实现在的情况，能附照片的附照片。"
    clerk = district.users["lianluo1"]
    round_ = open_look_back(by=clerk, at=district.at(5), year=year, class_code="B", due_on=due, note=note)
    blue = ProgressColour.objects.get(code="blue")
    waiting = round_.items.filter(answered_at=None).exclude(assignment__unit=district.organisations["transport"])
    for item in waiting.select_related("assignment"):
        officer = officer_of(district, item.assignment.unit_id)
        answer_look_back(item, by=officer, at=district.at(2), colour=blue, text="工程正在实施，预计年底前完工。")


def officer_of(district: District, unit: int) -> User:
    """Who keeps the papers of this unit."""
    key = next(key for key, row in district.organisations.items() if row.pk == unit)
    return district.officers[key]
