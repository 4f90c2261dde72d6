"""The handling fund of two years: the pots, the projects picked out of suggestions, and how far each has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from congress_portal.demo.district import SESSION, YEAR, District
from congress_portal.demo.road import Road
from deputies.models import Meeting
from deputies.models.meeting import MeetingKind
from suggestions.models import FundProject, FundYear
from suggestions.states import REGISTERED_ONWARD, Channel, SuggestionState
from suggestions.transitions.carry_out import (
    accept_project,
    complete_project,
    pay_project,
    report_project,
    start_project,
)
from suggestions.transitions.fund import set_pot
from suggestions.transitions.fund_projects import choose_project

POT = Decimal("3000000")
DECISION = "关于安排建议办理专项资金的决定"
PARTICIPANTS = "领衔代表、代表小组五人、对口工委、区财政局"
# Days before the day of loading (of its own year, for the year before).
SET, CHOSEN, BEGUN, FINISHED = SESSION - 22, SESSION - 40, 205, 110
REPORTED = ((180, "完成施工图设计和招标，材料已进场。"), (140, "主体部分完成，正在安装配套设施。"))
LATELY = ((24, "受降雨影响停工六天，现已恢复，累计完成六成。"),)
# What is still open was finished of late: waits for the acceptance, or for the money.
JUST_FINISHED = 18
KEPT_BACK = Decimal("0.05")


@dataclass(frozen=True)
class Plan:
    """Amount in yuan and how far: 0 chosen, 1 begun, 2 finished, 3 accepted, 4 paid but the retention, 5 paid."""

    amount: int
    stage: int


BEFORE = tuple(Plan(amount, 5) for amount in (580_000, 460_000, 420_000, 390_000, 350_000, 320_000, 260_000, 180_000))
NOW = (
    *(Plan(520_000, 5), Plan(360_000, 5), Plan(280_000, 4), Plan(450_000, 3), Plan(240_000, 2)),
    *(Plan(150_000, 1), Plan(180_000, 0)),
)
RESULTS = (
    "工程质量合格，资料齐全，现场访问的群众表示满意。",
    "按图施工，数量与核定相符，代表评议为满意。",
    "质量合格；建议落实日常管护人员。",
)


def tell_before(district: District, roads: Sequence[Road]) -> None:
    """Everything was accepted and paid within its year."""
    fund = _set(district, 21, SET + YEAR, district.before.opens_on.year)
    _all(district, fund, _council(district, 23, CHOSEN + YEAR), _chosen(roads, BEFORE), YEAR)


def tell(district: District, roads: Sequence[Road]) -> None:
    """Set after the session; by now about half way."""
    fund = _set(district, 28, SET, district.session.opens_on.year)
    _all(district, fund, _council(district, 32, CHOSEN), _chosen(roads, NOW), 0)


def _set(district: District, number: int, days: int, year: int) -> FundYear:
    meeting = _meeting(district, MeetingKind.STANDING_COMMITTEE, number, days)
    facts: dict[str, Any] = {"year": year, "amount": POT, "meeting": meeting, "decision": DECISION}
    return set_pot(by=district.users["lianluo1"], at=district.at(days - 2), **facts)


def _council(district: District, number: int, days: int) -> Meeting:
    return _meeting(district, MeetingKind.COUNCIL, number, days)


def _meeting(district: District, kind: str, number: int, days: int) -> Meeting:
    day = district.at(days).date()
    return Meeting.objects.create(term=district.session.term, kind=kind, number=number, opens_on=day, closes_on=day)


def _chosen(roads: Sequence[Road], plans: Sequence[Plan]) -> list[tuple[Road, Plan]]:
    """One project of each matter; the place whose sign-in is printed has those that wait for somebody."""
    fit = [road for road in roads if _suits(road)]
    by_matter = {road.subject.project: road for road in sorted(fit, key=_is_first_place)}
    rows = sorted(by_matter.values(), key=_is_first_place)
    return list(zip([*rows[: len(plans) - 2], *rows[-2:]], plans, strict=True))


def _is_first_place(road: Road) -> bool:
    return road.clerk_of_place.username == "xiangzhen"


def _suits(road: Road) -> bool:
    road.suggestion.refresh_from_db()
    known = SuggestionState(road.suggestion.state) in REGISTERED_ONWARD and road.suggestion.channel == Channel.SESSION
    return bool(road.subject.project) and known and not road.suggestion.standing_merges


def _all(district: District, fund: FundYear, meeting: Meeting, rows: list[tuple[Road, Plan]], ago: int) -> None:
    for turn, (road, plan) in enumerate(rows):
        project = choose_project(
            road.suggestion,
            by=district.users["lianluo1"],
            at=district.at(CHOSEN + ago, 11, turn),
            fund=fund,
            name=road.say(road.subject.project),
            place=road.place,
            carrier=district.organisations[road.place],
            amount=Decimal(plan.amount),
            meeting=meeting,
        )
        _Work(district, project, road, plan, ago, turn).carry_out()


@dataclass(frozen=True)
class _Work:
    """One project on its way."""

    district: District
    project: FundProject
    road: Road
    plan: Plan
    ago: int
    turn: int

    @property
    def finished(self) -> int:
        return JUST_FINISHED - self.plan.stage if self.plan.stage < 4 else FINISHED - 3 * self.turn

    def at(self, days: int) -> dict[str, Any]:
        return {"at": self.district.at(days + self.ago, 11, self.turn)}

    def day(self, days: int) -> date:
        return self.district.at(days + self.ago).date()

    def carry_out(self) -> None:
        if self.plan.stage:
            self._build()
        if self.plan.stage > 1:
            day = self.day(self.finished)
            complete_project(self.project, by=self.road.clerk_of_place, completed_on=day, **self.at(self.finished))
        if self.plan.stage > 2:
            self._accept(self.finished - 7)
        if self.plan.stage > 3:
            self._pay(self.finished - 20)

    def _build(self) -> None:
        by = self.road.clerk_of_place
        start_project(self.project, by=by, started_on=self.day(BEGUN), **self.at(BEGUN))
        for days, text in (*REPORTED, *(LATELY if self.plan.stage == 1 else ())):
            report_project(self.project, by=by, held_on=self.day(days), text=text, **self.at(days))

    def _accept(self, days: int) -> None:
        facts: dict[str, Any] = {"held_on": self.day(days), "participants": PARTICIPANTS, "passed": True}
        result, by = RESULTS[self.turn % len(RESULTS)], self.district.users["lianluo1"]
        accept_project(self.project, by=by, result=result, **facts, **self.at(days))

    def _pay(self, days: int) -> None:
        """All but what is kept back against faults, which follows two months later."""
        kept = Decimal(self.plan.amount) * KEPT_BACK
        parts = [(days, Decimal(self.plan.amount) - kept)]
        parts += [(days - 60, kept)] if self.plan.stage > 4 else []
        for number, (when, amount) in enumerate(parts, 1):
            voucher = f"专资{self.project.fund.year}-{self.turn + 1:02d}-{number}"
            street = self.road.place.endswith("街道")
            payee = f"{self.road.place}{'办事处' if street else '人民政府'}"
            facts: dict[str, Any] = {"amount": amount, "paid_on": self.day(when), "voucher": voucher, "payee": payee}
            pay_project(self.project, by=self.district.users["lianluo1"], **facts, **self.at(when))
