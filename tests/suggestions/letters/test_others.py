"""Slips, lists, feedback forms, opinions."""

import pytest

from foundation.documents.writing import Table, write
from suggestions.letters import assignment_slip, feedback_form, opinion_letter, slip_list
from suggestions.letters.wording import office_name
from suggestions.models import CoOpinion

pytestmark = pytest.mark.django_db


def cells(document):
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return "\n".join(cell.text for table in tables for row in table.cells() for cell in row)


def test_a_slip_names_the_paper_the_day_and_the_other_units(road, cast):
    paper = road.with_co_unit()
    slip = assignment_slip(road.part(paper), issuer="示范区人大常委会代表工作委员会", due_on=road.day)
    shown = cells(slip)

    assert slip.title.endswith(f"{paper.number_text}建议交办单")
    assert slip.addressee == f"{cast.transport.name}："
    assert paper.title in shown
    assert f"会办：{cast.education.name}" in shown
    assert "2026年3月2日" in shown
    assert any("具体建议" in getattr(block, "text", "") for block in slip.blocks)


def test_a_co_units_slip_asks_for_an_opinion(road):
    slip = assignment_slip(road.part(road.with_co_unit(), "co"), issuer="代工委", due_on=road.day)

    assert "向主办单位提出会办意见" in slip.blocks[0].text


def test_the_list_of_a_day_has_a_line_for_each_paper(road, cast):
    paper = road.with_co_unit()
    document = slip_list([(paper, road.day)], issuer="代工委", day=road.day)

    assert document.landscape
    assert "共1件" in document.subtitle
    assert cast.transport.name in cells(document)
    assert cast.education.name in cells(document)


def test_the_feedback_form_has_both_dimensions_and_goes_back_to_the_office(road):
    form = feedback_form(road.on(road.joint(), "replied"), office="代工委")
    shown = cells(form)

    assert shown.count("□满意　□基本满意　□不满意") == 2
    assert "周建国" in shown
    assert "示交函〔2026〕12号，A类" in shown
    assert form.blocks[-1].text == "请于2026年3月23日前交回代工委。"


def test_an_opinion_is_a_letter_to_the_lead_unit(road, cast):
    road.drafted(road.contacted(road.handling(road.with_co_unit())))
    letter = opinion_letter(CoOpinion.objects.get())

    assert letter.addressee == f"{cast.transport.name}："
    assert letter.title.endswith("的会办意见")
    assert letter.signature.organisation == cast.education.name


def test_the_office_is_where_the_clerks_work(road, cast):
    assert office_name(None, road.day) == cast.deputies_committee.name


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_all_of_them_can_be_written(road, format):
    paper = road.with_co_unit()
    documents = [
        assignment_slip(road.part(paper), issuer="代工委", due_on=road.day),
        slip_list([(paper, None)], issuer="代工委", day=road.day),
        feedback_form(road.on(road.draft(), "replied"), office="代工委"),
    ]

    assert all(len(write(document, format)) > 5000 for document in documents)
