from datetime import date

import pytest

from suggestions.states import UnitRole
from suggestions.transitions.decide_extension import decide_extension
from suggestions.transitions.request_extension import request_extension

pytestmark = pytest.mark.django_db

WISH = {"reason": "须与公交公司协商线路。", "until": date(2026, 7, 31)}


def test_a_unit_asks_for_more_time(road, cast, heard, clocks):
    part = road.part(road.handling())

    extension = request_extension(part, by=cast.feng, at=road.at(), version=part.version, **WISH)

    assert extension.is_open
    assert clocks(part)["reply"] == "2026-06-02"
    assert "extension_decision" in clocks(part)
    assert heard("extension_requested") == {"he", "xu", "sun"}


def test_on_the_last_day_but_not_after_it(road, cast, refused):
    part = road.part(road.handling())
    road.day = date(2026, 6, 3)
    assert "2026年6月2日" in refused(request_extension, part, by=cast.feng, at=road.at(), code="date", **WISH)

    road.day = date(2026, 6, 2)
    request_extension(part, by=cast.feng, at=road.at(), **WISH)


@pytest.mark.parametrize(
    ("until", "allowed"), [(date(2026, 9, 2), True), (date(2026, 9, 3), False), (date(2026, 6, 2), False)]
)
def test_at_most_six_months_from_t0_and_later_than_now(road, cast, refused, until, allowed):
    part, wish = road.part(road.handling()), {"reason": "协商。", "until": until}

    if allowed:
        request_extension(part, by=cast.feng, at=road.at(), **wish)
    else:
        refused(request_extension, part, by=cast.feng, at=road.at(), code="input", **wish)


def test_nothing_is_added_to_six_months(road, cast, refused):
    part = road.part(road.handling(road.assigned(is_difficult=True)))

    refused(request_extension, part, by=cast.feng, at=road.at(), reason="协商。", until=date(2026, 9, 3), code="input")


def test_only_by_the_unit_itself(road, cast, refused):
    subject = road.part(road.handling())
    for who in ("lin", "he", "sun", "wu", "stranger"):
        refused(request_extension, subject, by=getattr(cast, who), at=road.at(), code="role", **WISH)


def test_not_unsigned_not_by_a_co_unit_not_without_a_reason(road, cast, refused):
    refused(request_extension, road.part(road.assigned()), by=cast.feng, at=road.at(), code="state", **WISH)
    co = road.part(road.handling(road.with_co_unit()), UnitRole.CO)
    refused(request_extension, co, by=cast.wu, at=road.at(), code="state", **WISH)
    part = road.part(road.handling())
    refused(request_extension, part, by=cast.feng, at=road.at(), code="input", **{**WISH, "reason": ""})


def test_once(road, cast, refused):
    part = road.part(road.handling())
    extension = request_extension(part, by=cast.feng, at=road.at(), **WISH)
    refused(request_extension, part, by=cast.feng, at=road.at(), code="state", **WISH)
    decide_extension(extension, by=cast.he, at=road.at(), accept=True)

    later = {**WISH, "until": date(2026, 8, 31)}
    refused(request_extension, part, by=cast.feng, at=road.at(), code="state", **later)
