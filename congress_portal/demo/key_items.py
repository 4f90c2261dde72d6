"""The year's key supervision: three suggestions, leaders on both sides, what was held, one report back."""

from datetime import date, timedelta

from congress_portal.demo.district import District
from deputies.models import Meeting
from deputies.models.meeting import MeetingKind
from suggestions.models import KeySupervision, Suggestion
from suggestions.states import REGISTERED_ONWARD, SupervisionKind
from suggestions.transitions.choose_key import choose_key
from suggestions.transitions.supervise_key import (
    end_supervision,
    publish_key,
    record_supervision,
    report_supervision,
)

CHOSEN, HEARD = 40, 12
GOVERNMENT = ("区长 沈国庆", "副区长 王立", "副区长 何晓燕")
HELD = (
    (SupervisionKind.ON_SITE, 34, "察看现场，听取承办单位汇报，代表当面提出意见。", "明确时间表，每月报告进展。"),
    (SupervisionKind.MEETING, 26, "召开督办会，研究资金和用地问题。", "由区政府统筹，限期解决。"),
    (SupervisionKind.APPRAISAL, 18, "十二名代表对办理情况评议打分。", "总体满意，建议加快收尾。"),
)


def tell(district: District) -> None:
    """Chosen by one council of chairpersons; the first was reported to the next and ended."""
    chosen, heard = _council(district, CHOSEN + 2, 31), _council(district, HEARD, 33)
    papers = Suggestion.objects.filter(level="district", state__in=REGISTERED_ONWARD, agree_to_publish=True)
    transport = papers.filter(assignments__unit=district.organisations["transport"]).order_by("pk")[:1]
    others = papers.exclude(pk__in=[row.pk for row in transport]).filter(supervising_committee__isnull=False)
    for turn, paper in enumerate([*transport, *others.order_by("-pk")[20:22]]):
        key = _choose(district, paper, chosen, turn)
        _hold(district, key, turn)
        secrecy = "经审查不涉密，可以公开。"
        publish_key(key, by=district.users["lianluo1"], at=district.at(CHOSEN - 2), secrecy_note=secrecy)
        if turn == 2:
            _end(district, key, heard)


def _council(district: District, days: int, number: int) -> Meeting:
    day = district.at(days).date()
    term = district.session.term
    return Meeting.objects.create(term=term, kind=MeetingKind.COUNCIL, number=number, opens_on=day, closes_on=day)


def _choose(district: District, paper: Suggestion, meeting: Meeting, turn: int) -> KeySupervision:
    leader = district.users["zhuren" if turn == 0 else "fuzhuren"]
    urban = district.organisations["urban"]
    committee = urban if turn < 2 else paper.supervising_committee or urban
    return choose_key(
        paper,
        by=district.users["lianluo1"],
        at=district.at(CHOSEN, 9, turn),
        meeting=meeting,
        leader=leader,
        government_leader=GOVERNMENT[turn],
        committee=committee,
        plan="上半年现场督办，下半年组织代表评议，年底前向主任会议报告。",
    )


def _hold(district: District, key: KeySupervision, turn: int) -> None:
    for kind, days, record, result in HELD[: turn + 1]:
        day: date = district.at(days).date()
        record_supervision(
            key,
            by=district.users["lianluo1"],
            at=district.at(days, 17, turn),
            kind=kind,
            held_on=min(day, district.day - timedelta(days=1)),
            place="承办现场",
            participants="常委会领导、领衔代表、承办单位负责人",
            record=record,
            result=result,
            public_summary=f"{kind.label}：{result}",
        )


def _end(district: District, key: KeySupervision, meeting: Meeting) -> None:
    clerk, text = district.users["lianluo1"], "办理取得实质进展，代表评议总体满意。"
    opinion = "同意报告，请承办单位巩固成果。"
    report_supervision(key, by=clerk, at=district.at(HEARD, 16), meeting=meeting, text=text, opinion=opinion)
    end_supervision(key, by=clerk, at=district.at(HEARD - 2), conclusion="所提问题基本解决，结束督办。")
