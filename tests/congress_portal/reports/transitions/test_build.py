import pytest

from congress_portal.reports.filing import FORMATS, current_files
from congress_portal.reports.models import AnnualReport
from congress_portal.reports.transitions import build as building
from congress_portal.reports.transitions.build import begin, build
from foundation.documents.writing.fonts import NoChineseFont
from foundation.notices.models import Notice
from tests.congress_portal.reports.conftest import DAY

pytestmark = pytest.mark.django_db


def test_tables_files_state_and_message_come_together(cast, road, office):
    road.closed()
    report = office.built()

    assert report.state == "built"
    assert report.sheets[0].cell("registered", "count").value == 1
    assert set(report.files) == {row.kind for row in current_files(report)} == set(FORMATS)
    assert Notice.objects.filter(kind="reports.built", recipient=cast.he).exists()


def test_what_is_built_is_not_built_twice(office):
    report = office.built()

    assert build(report.pk) is None
    assert begin(report.pk, at=DAY) is None


def test_a_job_that_was_killed_begins_again(office):
    report = office.asked()
    begin(report.pk, at=DAY)

    assert build(report.pk).state == "built"


def test_trouble_is_told_and_can_be_tried_again(cast, office, monkeypatch):
    report = office.asked()

    def trouble(*args):
        raise MemoryError

    monkeypatch.setattr(building, "tables", trouble)
    with pytest.raises(MemoryError):
        build(report.pk)
    report.refresh_from_db()

    assert (report.state, report.failure, report.content) == ("failed", "MemoryError。", [])
    assert set(Notice.objects.filter(kind="reports.failed").values_list("recipient__username", flat=True)) == {
        "he",
        "shen",
    }


def test_without_chinese_fonts_the_other_files_are_there(office, monkeypatch):
    def without(report):
        raise NoChineseFont

    monkeypatch.setitem(FORMATS, "pdf", without)

    assert set(office.built().files) == {"docx", "xlsx"}


def test_progress_is_seen_while_it_is_built(office, monkeypatch):
    seen = []
    say = building.say

    def watch(report, done, text):
        say(report, done, text)
        seen.append(AnnualReport.objects.values_list("progress_done", "progress_of", "progress_text").get())

    monkeypatch.setattr(building, "say", watch)
    office.built()

    assert [done for done, _, _ in seen] == [1, 2, 3, 4, 5]
    assert {of for _, of, _ in seen} == {5}
