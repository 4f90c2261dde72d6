from datetime import date

import pytest

from suggestions.transitions.check_reply import check_reply
from suggestions.transitions.decide_extension import decide_extension
from suggestions.transitions.request_extension import request_extension

pytestmark = pytest.mark.django_db


@pytest.fixture
def extension(road, cast):
    part = road.part(road.handling())
    return request_extension(part, by=cast.feng, at=road.at(), reason="协商线路。", until=date(2026, 7, 31))


def test_granted_the_clock_moves_and_the_deputy_is_told(road, cast, extension, heard, clocks):
    decide_extension(extension, by=cast.he, at=road.at(), accept=True, note="同意。")

    part = extension.assignment
    assert clocks(part)["reply"] == "2026-07-31"
    assert "extension_decision" not in clocks(part)
    assert part.reply_clock().original_due_on == date(2026, 6, 2)
    assert heard("extension_decided") == {"feng", "chen"}
    assert heard("extension_told") == {"lin"}


def test_a_shorter_time_may_be_granted_a_longer_than_the_law_may_not(road, cast, extension, refused, clocks):
    too_long = {"accept": True, "until": date(2026, 9, 3)}
    refused(decide_extension, extension, by=cast.he, at=road.at(), code="input", **too_long)

    decide_extension(extension, by=cast.sun, at=road.at(), accept=True, until=date(2026, 6, 30))
    assert clocks(extension.assignment)["reply"] == "2026-06-30"


def test_refused_with_a_reason(road, cast, extension, heard, refused, clocks):
    refused(decide_extension, extension, by=cast.he, at=road.at(), accept=False, code="input")

    decide_extension(extension, by=cast.he, at=road.at(), accept=False, note="理由不充分。")
    assert clocks(extension.assignment)["reply"] == "2026-06-02"
    assert heard("extension_decided") == {"feng", "chen"}
    assert heard("extension_told") == set()


def test_only_by_those_who_assign(road, cast, extension, refused):
    for who in ("lin", "feng", "chen", "wei", "gao", "stranger"):
        refused(decide_extension, extension, by=getattr(cast, who), at=road.at(), accept=True, code="role")


def test_not_twice(road, cast, extension, refused):
    decide_extension(extension, by=cast.he, at=road.at(), accept=True)

    refused(decide_extension, extension, by=cast.xu, at=road.at(), accept=True, code="state")


def test_a_reply_makes_the_request_void(road, cast, extension, refused, clocks):
    paper = road.on(extension.assignment.suggestion, "signed")
    check_reply(road.part(paper), by=cast.he, at=road.at(), passed=True)

    assert road.fresh(extension).accepted is False
    assert clocks(extension.assignment) == {}
    refused(decide_extension, extension, by=cast.he, at=road.at(), accept=True, code="state")
