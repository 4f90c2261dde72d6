"""The end of the year: marks and scores, reports handed in and heard, the handling report before a meeting."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from congress_portal.demo.district import District
from congress_portal.reports.transitions.ask import ask
from congress_portal.reports.transitions.build import build
from congress_portal.reports.transitions.confirm import confirm
from deputies.models import Meeting
from deputies.models.meeting import MeetingKind
from foundation.documents.writing import DOCX, Document, Heading, Paragraph, Signature, numbered, write
from suggestions.models import Suggestion
from suggestions.states import Assessment, MarkDimension, SuggestionState
from suggestions.transitions.appraise import decide_awards, mark, open_appraisal, publish_awards
from suggestions.transitions.handed_reports import hand_in_report, hear_report

SCORED, HEARD = 6, 9
MARKED = 10


def tell(district: District) -> None:
    """As of the last days of the story; every step by those who may."""
    council = _meeting(district, MeetingKind.COUNCIL, 35, SCORED)
    committee = _meeting(district, MeetingKind.STANDING_COMMITTEE, 36, HEARD)
    _reports_of_units(district, committee)
    _marks(district)
    _awards(district, council)
    _handling_report(district)


def _meeting(district: District, kind: str, number: int, days: int) -> Meeting:
    day = district.at(days).date()
    return Meeting.objects.create(term=district.session.term, kind=kind, number=number, opens_on=day, closes_on=day)


def _reports_of_units(district: District, meeting: Meeting) -> None:
    """Transport's was heard and assessed; urban management's waits."""
    for turn, unit in enumerate(("transport", "urban_management")):
        body, at = district.organisations[unit], district.at(HEARD + 8 - turn)
        title = f"关于{at.year}年代表建议办理情况的报告"
        file = SimpleUploadedFile(f"{title}.docx", _written(title, body.name, at.date()))
        facts: dict[str, Any] = {"year": at.year, "title": title, "dated_on": at.date(), "file": file}
        report = hand_in_report(by=district.officers[unit], at=at, organisation=body, **facts)
        if turn == 0:
            word: dict[str, Any] = {
                "meeting": meeting,
                "heard_on": meeting.opens_on,
                "assessment": Assessment.SATISFIED,
            }
            opinion = "继续抓好承诺事项的落实，明年上半年报告进展。"
            hear_report(report.pk, by=district.users["lianluo1"], at=district.at(HEARD, 16), **word, opinion=opinion)


def _written(title: str, body: str, day: date) -> bytes:
    blocks = numbered([Heading("基本情况"), Paragraph("交由我单位办理的代表建议均已按期答复，并与代表当面沟通。")])
    return write(Document(title, blocks, signature=Signature(body, day), made_on=day), DOCX)


def _marks(district: District) -> None:
    """Ten closed suggestions were looked at by the office; of every second one the public was asked too."""
    papers = Suggestion.objects.of_district().filter(state=SuggestionState.CLOSED).order_by("pk")[:MARKED]
    for turn, paper in enumerate(papers):
        at = district.at(SCORED + 6, 9, turn)
        marks = [(MarkDimension.QUALITY, Decimal(94 - 2 * turn), "评审组综合意见")]
        marks += [(MarkDimension.PUBLIC, Decimal(90 - turn), "网上问卷，有效样本 126 份")] if turn % 2 == 0 else []
        for dimension, score, basis in marks:
            user = district.users["lianluo1"]
            mark(paper, by=user, at=at, dimension=dimension, score=score, basis=basis)


def _awards(district: District, meeting: Meeting) -> None:
    """Excellent suggestions are decided and published; the units' scores wait for their meeting."""
    clerk, year = district.users["lianluo1"], district.day.year
    scored = open_appraisal(by=clerk, at=district.at(SCORED, 9), kind="suggestion", year=year)
    chosen = [row.key for row in scored.sheet.rows if scored.sheet.cell(row.key, "place").value][:2]
    facts: dict[str, Any] = {"chosen": chosen, "meeting": meeting, "decided_on": meeting.opens_on}
    decide_awards(scored.pk, by=clerk, at=district.at(SCORED, 15), **facts)
    publish_awards(scored.pk, by=clerk, at=district.at(SCORED, 16))
    open_appraisal(by=clerk, at=district.at(2), kind="unit", year=year)


def _handling_report(district: District) -> None:
    """Built by one clerk, confirmed by the other, before the standing committee."""
    at = district.at(1)
    asked = ask(by=district.users["lianluo1"], at=at, kind="handling", year=district.day.year)
    report = build(asked.pk, clock=lambda: at)
    confirm(report.pk, by=district.users["lianluo2"], at=district.at(0, 9), note_text="各表已核对。")
