import pytest

from congress_portal.reports.comparing import compare
from foundation.audit.models import Event
from suggestions.states import Grade
from suggestions.transitions.rate import rate

pytestmark = pytest.mark.django_db


def test_nothing_has_happened_since(road, office):
    road.closed()
    found = compare(office.frozen())

    assert found.same
    assert found.files == []
    assert "逐字节相同" in found.sentence()


def test_what_has_happened_since_is_named(cast, road, office):
    paper = road.replied()
    report = office.frozen()
    rate(paper, by=cast.lin, at=road.at(3), attitude=Grade.SATISFIED, result=Grade.BASICALLY)
    found = compare(report)

    changed = {(row.difference.sheet, row.difference.row, row.difference.column) for row in found.rows}
    assert ("代表评价", "办理结果", "基本满意") in changed
    explained = next(row for row in found.rows if row.difference.column == "基本满意")
    assert (explained.difference.was, explained.difference.now) == (0, 1)
    assert explained.difference.came == {paper.pk}
    assert "suggestions.rate" in {event.verb for event in explained.events}
    assert {event.recorded_at > report.built_at for event in explained.events} == {True}


def test_a_forged_hash_is_noticed(road, office):
    report = office.frozen()
    report.digest = "0" * 64

    found = compare(report)

    assert not found.same
    assert "校验值与内容不符" in found.sentence()


def test_comparing_changes_nothing(road, office):
    road.closed()
    report = office.frozen()
    before = Event.objects.count()
    compare(report)

    assert Event.objects.count() == before
