from datetime import date

import pytest

from foundation.deadlines.models import Deadline
from suggestions.models import LookBack, LookBackItem, ProgressColour
from suggestions.states import Grade
from suggestions.transitions.confirm_fulfilment import confirm_fulfilment
from suggestions.transitions.fulfil import fulfil
from suggestions.transitions.look_back import answer_look_back, close_look_back, open_look_back
from suggestions.transitions.rate_promise import rate_promise
from suggestions.views.look_back import result_of
from tests.suggestions.road import moment

pytestmark = pytest.mark.django_db
LATER = moment(date(2027, 2, 1))
ASKED = {"year": 2026, "class_code": "B", "due_on": date(2027, 3, 1)}


@pytest.fixture
def papers(road):
    """Two answers of class B and one of class A."""
    return [road.tracking(), road.tracking(), road.closed()]


def colour(code: str) -> ProgressColour:
    return ProgressColour.objects.get(code=code)


def test_every_unit_is_asked_once_for_each_reply_of_the_class(cast, papers, heard, clocks):
    look_back = open_look_back(by=cast.he, at=LATER, **ASKED)

    assert look_back.title == "2026年B类答复办理落实情况回头看"
    assert {item.suggestion_id for item in look_back.items.all()} == {paper.pk for paper in papers[:2]}
    assert [clocks(item) for item in look_back.items.all()] == [{"look_back": "2027-03-01"}] * 2
    assert heard("look_back_opened") == {"feng", "chen"}


def test_a_unit_answers_and_the_office_sums_up(road, cast, papers, heard):
    look_back = open_look_back(by=cast.he, at=LATER, **ASKED)
    item = look_back.items.first()
    answer_look_back(item, by=cast.feng, at=LATER, colour=colour("green"), text="已建成使用。")
    assert heard("look_back_answered") == {"he", "xu", "lin"}

    result = result_of(LookBackItem.objects.select_related("assignment__unit", "colour"))
    assert result["header"] == ["承办单位", "绿色", "未填报", "合计"]
    assert (result["rows"], result["sums"]) == ([["区交通局", 1, 1, 2]], [1, 1, 2])
    assert (result["total"], result["done"], str(result["rate"])) == (2, 1, "50.00")

    close_look_back(look_back, by=cast.he, at=LATER, conclusion="解决一件。")
    assert not Deadline.objects.open().filter(kind="look_back").exists()
    assert heard("look_back_closed") == {"feng", "chen", "xu"}


def test_what_was_raised_meanwhile_needs_no_answer(road, cast, papers):
    promise = fulfil(papers[0].commitments.get(), by=cast.feng, at=road.at(), evidence="已建成。")
    confirm_fulfilment(promise, by=cast.he, at=road.at(), fulfilled=True)
    rate_promise(promise, by=cast.lin, at=road.at(), attitude=Grade.SATISFIED, result=Grade.SATISFIED)

    look_back = open_look_back(by=cast.he, at=LATER, **ASKED)

    item = look_back.items.get(suggestion=papers[0])
    assert (item.colour.code, item.text) == ("green", "承诺已兑现，2026年3月2日升为A类。")


def test_opened_by_the_office_alone_for_something_and_once(cast, papers, refused):
    for who in ("lin", "feng", "fang", "zhao", "wei", "stranger"):
        refused(open_look_back, by=getattr(cast, who), at=LATER, **ASKED, code="role")
    refused(open_look_back, by=cast.he, at=LATER, **{**ASKED, "due_on": date(2027, 1, 31)}, code="input")
    refused(open_look_back, by=cast.he, at=LATER, **{**ASKED, "class_code": "D"}, code="input")
    open_look_back(by=cast.he, at=LATER, **ASKED)
    refused(open_look_back, by=cast.he, at=LATER, **ASKED, code="input")
    assert LookBack.objects.count() == 1


def test_answered_by_the_unit_once_and_not_after_the_end(cast, papers, refused):
    look_back = open_look_back(by=cast.he, at=LATER, **ASKED)
    first, second = look_back.items.order_by("pk")
    facts = {"at": LATER, "colour": colour("blue"), "text": "推进中。"}
    for who in ("lin", "he", "wu", "stranger"):
        refused(answer_look_back, first, by=getattr(cast, who), **facts, code="role")
    refused(answer_look_back, first, by=cast.feng, **{**facts, "text": " "}, code="input")
    answer_look_back(first, by=cast.feng, **facts)
    refused(answer_look_back, first, by=cast.feng, **facts, code="state")
    refused(close_look_back, look_back, by=cast.feng, at=LATER, conclusion="完。", code="role")
    close_look_back(look_back, by=cast.he, at=LATER, conclusion="完。")
    refused(answer_look_back, second, by=cast.feng, **facts, code="state")
    refused(close_look_back, look_back, by=cast.he, at=LATER, conclusion="完。", code="state")
