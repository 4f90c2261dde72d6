"""The key supervision of two years: leaders on both sides, what was held, what was reported."""

from collections.abc import Sequence
from typing import Any

from congress_portal.demo.district import SESSION, YEAR, District
from congress_portal.demo.road import Road
from deputies.models import Meeting
from deputies.models.meeting import MeetingKind
from foundation.accounts.models import Organisation
from suggestions.models import KeySupervision
from suggestions.states import REGISTERED_ONWARD, SuggestionState, SupervisionKind
from suggestions.transitions.choose_key import choose_key
from suggestions.transitions.supervise_key import (
    end_supervision,
    publish_key,
    record_supervision,
    report_supervision,
)

# Days before the day of loading: chosen; reported to the council of chairpersons.
CHOSEN, HEARD = SESSION - 50, 12
# By when the year before was through with it.
HEARD_BEFORE = YEAR - 30
GOVERNMENT = ("区长 沈国庆", "副区长 王立", "副区长 何晓燕", "副区长 罗志平")
PLAN = "上半年现场督办，下半年组织代表评议，年底前向主任会议报告。"
SECRECY = "经审查不涉密，可以公开。"
K = SupervisionKind
# form, days ago, record, result, said to everybody; {unit} handles it, {promise} is what it has to do.
HELD = (
    (K.ON_SITE, 170, "到{place}察看现场，{unit}汇报“{promise}”的安排，代表当面提出意见。", "明确时间表和责任人。"),
    (K.TALK, 120, "常委会领导、领衔代表与{unit}负责人面商，逐条核对答复落实情况。", "两条已落实，一条限期整改。"),
    (K.MEETING, 75, "召开督办会，研究{place}办理中的资金和用地问题，有关单位逐项表态。", "由区政府统筹，限期解决。"),
    (K.APPRAISAL, 18, "十二名代表听取{unit}的汇报，到{place}察看后现场评议。", "总体满意，建议加快收尾。"),
)


def tell_before(district: District, roads: Sequence[Road]) -> None:
    """Three items, all reported back and ended within their year."""
    chosen, heard = _council(district, CHOSEN + YEAR, 20), _council(district, HEARD_BEFORE, 26)
    for turn, road in enumerate(_fit(district, roads)[:3]):
        key = _choose(district, road, chosen, turn, YEAR)
        # The last form was held early enough for the report.
        _hold(district, key, road, HELD[: 3 if turn else 4], YEAR + 40)
        _report(district, key, road, heard, HEARD_BEFORE)
        conclusion = "所提问题基本解决，结束督办。"
        end_supervision(key, by=district.users["lianluo1"], at=district.at(HEARD_BEFORE - 2), conclusion=conclusion)


def tell(district: District, roads: Sequence[Road]) -> None:
    """Four items in the middle; the last was reported to the council of chairpersons and waits to be ended."""
    chosen, heard = _council(district, CHOSEN, 31), _council(district, HEARD, 33)
    for turn, road in enumerate(_fit(district, roads)[:4]):
        key = _choose(district, road, chosen, turn, 0)
        _hold(district, key, road, HELD[: turn + 1], 0)
        if turn == 3:
            _report(district, key, road, heard, HEARD)


def _fit(district: District, roads: Sequence[Road]) -> list[Road]:
    """Open papers first, that of the unit whose sign-in is printed before all; one of each unit."""
    fit = [road for road in roads if road.days % YEAR == SESSION and _is_public(road)]
    fit.sort(key=lambda road: (road.subject.unit != "transport", road.subject.category != "urban", road.serial))
    return list({road.subject.unit: road for road in reversed(fit)}.values())[::-1]


def _is_public(road: Road) -> bool:
    road.suggestion.refresh_from_db()
    paper = road.suggestion
    filed = SuggestionState(paper.state) in REGISTERED_ONWARD
    return bool(paper.agree_to_publish and paper.supervising_committee_id) and filed


def _council(district: District, days: int, number: int) -> Meeting:
    day, term = district.at(days).date(), district.session.term
    return Meeting.objects.create(term=term, kind=MeetingKind.COUNCIL, number=number, opens_on=day, closes_on=day)


def _choose(district: District, road: Road, meeting: Meeting, turn: int, ago: int) -> KeySupervision:
    leader, clerk = district.users["zhuren" if turn == 0 else "fuzhuren"], district.users["lianluo1"]
    facts: dict[str, Any] = {"meeting": meeting, "leader": leader, "government_leader": GOVERNMENT[turn], "plan": PLAN}
    committee = Organisation.objects.get(pk=road.suggestion.supervising_committee_id)
    at = district.at(CHOSEN + ago - 1, 9, turn)
    key = choose_key(road.suggestion, by=clerk, at=at, committee=committee, **facts)
    publish_key(key, by=clerk, at=district.at(CHOSEN + ago - 4), secrecy_note=SECRECY)
    return key


def _hold(district: District, key: KeySupervision, road: Road, rows: Sequence[tuple], ago: int) -> None:
    unit = district.organisations[road.subject.unit].name
    for kind, days, record, result in rows:
        record_supervision(
            key,
            by=district.users["lianluo1"],
            at=district.at(days + ago, 17),
            kind=kind,
            held_on=district.at(days + ago).date(),
            place=road.place,
            participants=f"{key.leader.name}、领衔代表{road.lead.deputy.name}、{unit}负责人",
            record=record.format(place=road.place, unit=unit, promise=road.say(road.subject.promise)),
            result=result,
            public_summary=f"{kind.label}：{result}",
        )
    if rows:
        # The office looks at the new summaries before everybody does.
        shown = district.at(min(days for _, days, _, _ in rows) + ago, 18)
        publish_key(key, by=district.users["lianluo1"], at=shown, secrecy_note=SECRECY)


def _report(district: District, key: KeySupervision, road: Road, meeting: Meeting, days: int) -> None:
    unit = district.organisations[road.subject.unit].name
    text = f"{unit}办理取得实质进展，{road.say(road.subject.promise)}正按计划推进，代表评议总体满意。"
    opinion, at = "同意报告，请承办单位巩固成果、抓好管护。", district.at(days, 16)
    report_supervision(key, by=district.users["lianluo1"], at=at, meeting=meeting, text=text, opinion=opinion)
