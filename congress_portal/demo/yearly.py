"""The end of the year: marks and scores, reports handed in and heard, the handling report before a meeting."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from congress_portal.demo.district import YEAR, District
from congress_portal.reports.models import AnnualReport
from congress_portal.reports.transitions.ask import ask
from congress_portal.reports.transitions.build import build
from congress_portal.reports.transitions.confirm import confirm
from congress_portal.reports.transitions.freeze import freeze
from deputies.models import Meeting
from deputies.models.meeting import MeetingKind
from foundation.accounts.models import Organisation
from foundation.documents.writing import DOCX, Document, Heading, Paragraph, Signature, numbered, write
from suggestions.models import Assignment, Suggestion
from suggestions.scoring import most_awards
from suggestions.states import Assessment, AssignmentState, MarkDimension, SuggestionState
from suggestions.transitions.appraise import decide_awards, mark, open_appraisal, publish_awards
from suggestions.transitions.handed_reports import hand_in_report, hear_report

SCORED, HEARD = 6, 9
SCORED_BEFORE, HEARD_BEFORE, ADOPTED_BEFORE = YEAR - 34, YEAR - 38, YEAR - 62
MARKED = 10


def tell_before(district: District, year: int) -> None:
    """The year before: both lists decided and published, all reports heard, the handling report adopted and frozen."""
    council = _meeting(district, MeetingKind.COUNCIL, 27, SCORED_BEFORE)
    committee = _meeting(district, MeetingKind.STANDING_COMMITTEE, 26, HEARD_BEFORE)
    _reports_of_units(district, year, committee, HEARD_BEFORE, ("transport", "housing", "civil"), 3)
    _marks(district, year, SCORED_BEFORE + 6)
    for kind in ("suggestion", "unit"):
        _award(district, kind, year, council, SCORED_BEFORE)
    adopted = _meeting(district, MeetingKind.STANDING_COMMITTEE, 27, ADOPTED_BEFORE)
    report = _handling_report(district, year, ADOPTED_BEFORE + 8)
    at = district.at(ADOPTED_BEFORE, 16)
    freeze(report.pk, by=district.users["lianluo1"], at=at, meeting=adopted, adopted_on=at.date())


def tell(district: District) -> None:
    """As of the last days of the story; every step by those who may."""
    year = district.day.year
    council = _meeting(district, MeetingKind.COUNCIL, 35, SCORED)
    committee = _meeting(district, MeetingKind.STANDING_COMMITTEE, 36, HEARD)
    _reports_of_units(district, year, committee, HEARD, ("transport", "urban_management"), 1)
    _marks(district, year, SCORED + 6)
    # Excellent suggestions are decided and published; the units' scores wait for their meeting.
    _award(district, "suggestion", year, council, SCORED)
    open_appraisal(by=district.users["lianluo1"], at=district.at(2), kind="unit", year=year)
    _handling_report(district, year, 1)


def _meeting(district: District, kind: str, number: int, days: int) -> Meeting:
    day = district.at(days).date()
    facts = {"term": district.session.term, "kind": kind, "number": number}
    return Meeting.objects.get_or_create(**facts, defaults={"opens_on": day, "closes_on": day})[0]


def _reports_of_units(
    district: District, year: int, meeting: Meeting, heard: int, units: tuple[str, ...], most: int
) -> None:
    """Handed in by all of `units`; the first `most` were heard and assessed, the others wait."""
    for turn, unit in enumerate(units):
        body, at = district.organisations[unit], district.at(heard + 8 - turn)
        title = f"关于{year}年代表建议办理情况的报告"
        file = SimpleUploadedFile(f"{title}.docx", _written(title, body, at.date(), year))
        facts: dict[str, Any] = {"year": year, "title": title, "dated_on": at.date(), "file": file}
        report = hand_in_report(by=district.officers[unit], at=at, organisation=body, **facts)
        if turn < most:
            word: dict[str, Any] = {"meeting": meeting, "heard_on": meeting.opens_on}
            word["assessment"] = (Assessment.SATISFIED, Assessment.BASICALLY)[turn % 2]
            opinion = "继续抓好承诺事项的落实，明年上半年报告进展。"
            hear_report(report.pk, by=district.users["lianluo1"], at=district.at(heard, 16), **word, opinion=opinion)


def _written(title: str, body: Organisation, day: date, year: int) -> bytes:
    """The unit's report; its figures are counted."""
    parts = Assignment.objects.filter(unit=body, first_assigned_on__year=year).exclude(state=AssignmentState.RELEASED)
    whole, lead = parts.count(), parts.answering().count()
    text = f"{year}年，交由我单位办理的代表建议共{whole}件，其中主办、分办{lead}件，会办{whole - lead}件。"
    more = (
        "我单位主要负责人牵头部署，逐件确定分管负责人和经办人，办理前、办理中、答复后均与代表沟通。",
        "对当年不能办结的事项，逐项列出承诺内容和完成时间，按月填报进展，接受代表监督。",
        "下一步，将加快承诺事项的落实，完善与会办单位的会商，进一步提高办理质量。",
    )
    blocks = numbered([Heading("基本情况"), Paragraph(text), Heading("主要做法"), *map(Paragraph, more)])
    return write(Document(title, blocks, signature=Signature(body.name, day), made_on=day), DOCX)


def _marks(district: District, year: int, days: int) -> None:
    """Ten closed suggestions were looked at by the office; of every second one the public was asked too."""
    closed = Suggestion.objects.of_district().filter(state=SuggestionState.CLOSED, first_assigned_on__year=year)
    papers = closed.order_by("pk")[:MARKED]
    for turn, paper in enumerate(papers):
        at = district.at(days, 9, turn)
        marks = [(MarkDimension.QUALITY, Decimal(94 - 2 * turn), "评审组综合意见")]
        marks += [(MarkDimension.PUBLIC, Decimal(90 - turn), "网上问卷，有效样本 126 份")] if turn % 2 == 0 else []
        for dimension, score, basis in marks:
            user = district.users["lianluo1"]
            mark(paper, by=user, at=at, dimension=dimension, score=score, basis=basis)


def _award(district: District, kind: str, year: int, meeting: Meeting, days: int) -> None:
    """As many as the table allows, decided by the meeting and published."""
    clerk = district.users["lianluo1"]
    scored = open_appraisal(by=clerk, at=district.at(days, 9), kind=kind, year=year)
    cells = [(scored.sheet.cell(row.key, "place").value, row.key) for row in scored.sheet.rows]
    placed = [key for _, key in sorted((int(place), key) for place, key in cells if place is not None)]
    most = most_awards(len(placed), scored.scheme.most_share, scored.scheme.most)
    facts: dict[str, Any] = {"chosen": placed[:most], "meeting": meeting, "decided_on": meeting.opens_on}
    decide_awards(scored.pk, by=clerk, at=district.at(days, 15), **facts)
    publish_awards(scored.pk, by=clerk, at=district.at(days, 16))


def _handling_report(district: District, year: int, days: int) -> AnnualReport:
    """Built by one clerk, confirmed by the other, before the standing committee."""
    at = district.at(days)
    asked = ask(by=district.users["lianluo1"], at=at, kind="handling", year=year)
    report = build(asked.pk, clock=lambda: at)
    return confirm(report.pk, by=district.users["lianluo2"], at=district.at(days - 1, 9), note_text="各表已核对。")
