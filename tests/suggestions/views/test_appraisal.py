from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from deputies.models import Meeting
from suggestions.models import Appraisal, AppraisalScheme, HandedReport, SuggestionMark
from suggestions.states import AppraisedKind
from suggestions.transitions.appraise import open_appraisal

pytestmark = pytest.mark.django_db


@pytest.fixture
def appraisal(cast, road) -> Appraisal:
    AppraisalScheme.objects.update(least_cases=1, most_share=100)
    road.closed()
    return open_appraisal(by=cast.he, at=road.at(), kind=AppraisedKind.UNIT, year=2026)


@pytest.fixture
def meeting(register) -> Meeting:
    return Meeting.objects.create(term=register.lin.term, kind="council", number=40)


def test_every_rate_leads_to_exactly_its_rows(cast, appraisal, signed_in):
    client, sheet = signed_in(cast.he), appraisal.sheet
    page = client.get(appraisal.get_absolute_url()).text
    for row in sheet.rows:
        for column, cell in zip(sheet.columns, row.cells, strict=True):
            address = reverse("suggestions:appraisal-rows", args=[appraisal.pk, row.key, column.key])
            assert (f'href="{address}"' in page) == cell.has_rows
            if cell.has_rows:
                assert {one.pk for one in client.get(address).context["page"].rows} == set(cell.keys)


def test_scores_are_for_office_and_leaders(cast, appraisal, signed_in):
    found = {
        key
        for key, user in cast.people().items()
        if signed_in(user).get(appraisal.get_absolute_url()).status_code == 200
    }
    assert found == {"he", "xu", "gao", "zhao", "qian", "luo"}


def test_from_the_scores_to_the_public_list(cast, appraisal, meeting, signed_in, client):
    he = signed_in(cast.he)
    decide = reverse("suggestions:decide-awards", args=[appraisal.pk])
    today = timezone.localdate()
    assert he.post(decide, {"decided_on": today}).status_code == 422
    facts = {"chosen": [str(cast.transport.pk)], "meeting": meeting.pk, "decided_on": today + timedelta(days=1)}
    answer = he.post(decide, facts)
    assert (answer.status_code, "今天以前" in answer.text) == (422, True)
    assert he.post(decide, {**facts, "decided_on": today}).status_code == 302
    assert "示范区交通运输局" not in client.get(reverse("suggestions:awards")).text
    assert he.post(reverse("suggestions:publish-awards", args=[appraisal.pk])).status_code == 302
    assert "示范区交通运输局" in client.get(reverse("suggestions:awards")).text


def test_a_suggestion_that_is_not_public_is_named_by_its_number_alone(cast, road, meeting, signed_in, client):
    AppraisalScheme.objects.update(least_cases=1, most_share=100)
    paper = road.closed()
    SuggestionMark.objects.create(
        suggestion=paper, dimension="quality", score=90, basis="评审组意见", given_by=cast.he, given_at=road.at(20)
    )
    he = signed_in(cast.he)
    he.post(reverse("suggestions:open-appraisal"), {"kind": "suggestion", "year": "2026"})
    appraisal = Appraisal.objects.get()
    facts = {"chosen": [str(paper.pk)], "meeting": meeting.pk, "decided_on": timezone.localdate()}
    he.post(reverse("suggestions:decide-awards", args=[appraisal.pk]), facts)
    he.post(reverse("suggestions:publish-awards", args=[appraisal.pk]))
    shown = client.get(reverse("suggestions:awards")).text
    assert paper.title not in shown
    assert paper.number_text in shown


def test_the_workbook_for_the_performance_assessment(cast, appraisal, signed_in):
    answer = signed_in(cast.he).get(reverse("suggestions:appraisal-workbook", args=[appraisal.pk]))
    page = load_workbook(BytesIO(answer.content)).worksheets[0]
    assert page["A2"].value == "示范区交通运输局"
    assert signed_in(cast.feng).get(reverse("suggestions:appraisal-workbook", args=[appraisal.pk])).status_code == 404


@pytest.mark.parametrize(("typed", "said"), [("101", "0至100之间"), ("很好", "请填写数字"), ("", "请填写评分")])
def test_a_mark_out_of_range_comes_back(cast, road, signed_in, typed, said):
    paper = road.replied()
    facts = {"dimension": "quality", "score": typed, "basis": "评审组意见"}
    answer = signed_in(cast.he).post(reverse("suggestions:mark", args=[paper.pk]), facts)
    assert answer.status_code == 422
    assert said in answer.text
    assert "评审组意见" in answer.text
    assert not SuggestionMark.objects.exists()


def test_a_unit_hands_in_its_report_and_the_office_records_the_hearing(cast, meeting, signed_in):
    today = timezone.localdate()
    facts = {"organisation": cast.transport.pk, "year": today.year, "title": "关于办理情况的报告", "dated_on": today}
    lying = SimpleUploadedFile("报告.pdf", b"MZ\x90\x00 no document")
    feng = signed_in(cast.feng)
    answer = feng.post(reverse("suggestions:hand-in"), {**facts, "file": lying})
    assert answer.status_code == 422
    assert "关于办理情况的报告" in answer.text
    document = SimpleUploadedFile("报告.pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF")
    assert feng.post(reverse("suggestions:hand-in"), {**facts, "file": document}).status_code == 302
    report = HandedReport.objects.get()
    he = signed_in(cast.he)
    word = {"meeting": meeting.pk, "heard_on": today, "assessment": "dissatisfied", "opinion": ""}
    answer = he.post(reverse("suggestions:hear-report", args=[report.pk]), word)
    assert "请写明审议意见" in answer.text
    assert (
        he.post(reverse("suggestions:hear-report", args=[report.pk]), {**word, "opinion": "整改。"}).status_code == 302
    )
    assert "整改。" in feng.get(report.get_absolute_url()).text
    assert signed_in(cast.wu).get(report.get_absolute_url()).status_code == 404
