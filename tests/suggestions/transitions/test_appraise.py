from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from deputies.models import Meeting
from foundation.audit import timeline
from suggestions.models import Appraisal, AppraisalBand, AppraisalItem, AppraisalScheme, Award
from suggestions.states import AppraisedKind, MarkDimension
from suggestions.transitions.appraise import decide_awards, mark, open_appraisal, publish_awards, score_again

pytestmark = pytest.mark.django_db
UNIT, SUGGESTION = AppraisedKind.UNIT, AppraisedKind.SUGGESTION


@pytest.fixture
def open_to_all(db) -> None:
    """Few units and cases in these tests: everybody takes part, everybody may be chosen."""
    AppraisalScheme.objects.update(least_cases=1, most_share=100)


@pytest.fixture
def meeting(register) -> Meeting:
    return Meeting.objects.create(term=register.lin.term, kind="council", number=40)


@pytest.fixture
def scored(cast, road, open_to_all):
    road.closed()
    return open_appraisal(by=cast.he, at=road.at(60), kind=UNIT, year=2026)


def test_units_are_scored_with_their_rows(cast, road, scored):
    (row,) = scored.sheet.rows
    part = road.seats.lin.led_suggestions.get().assignments.get()

    assert row.key == str(cast.transport.pk)
    for measure in ("signed", "on_time", "contact", "class_a"):
        cell = scored.sheet.cell(row.key, measure)
        assert (cell.value, cell.of, cell.keys, cell.base) == ("100.00", "assignment", (part.pk,), 1)
    assert scored.sheet.cell(row.key, "public").value is None
    # Publication 0 of 5; promises and public feedback have no base, the other 85 points count as the whole.
    assert scored.sheet.cell(row.key, "total").value == "94.12"
    assert scored.sheet.cell(row.key, "place").value == 1


def test_suggestions_are_scored_by_quality_result_and_public_feedback(cast, road, open_to_all):
    paper, unmarked = road.closed(), road.closed()
    how = {"at": road.at(60), "basis": "评审组意见"}
    mark(paper, by=cast.he, dimension=MarkDimension.QUALITY, score=Decimal(80), **how)
    mark(paper, by=cast.xu, dimension=MarkDimension.QUALITY, score=Decimal("85.55"), **how)
    mark(paper, by=cast.he, dimension=MarkDimension.PUBLIC, score=Decimal(90), **how)
    sheet = open_appraisal(by=cast.he, at=road.at(61), kind=SUGGESTION, year=2026).sheet

    assert [row.key for row in sheet.rows] == [str(paper.pk)]
    assert unmarked.pk != paper.pk
    assert [sheet.cell(str(paper.pk), key).value for key in ("quality", "outcome", "class_a", "public", "total")] == [
        "82.78",
        "100.00",
        "100.00",
        "90.00",
        "91.11",
    ]
    assert sheet.cell(str(paper.pk), "quality").base == 2


def test_who_had_too_few_cases_has_no_place(cast, road):
    road.closed()
    sheet = open_appraisal(by=cast.he, at=road.at(60), kind=UNIT, year=2026).sheet
    cell = sheet.cell(str(cast.transport.pk), "on_time")

    assert (cell.value, cell.mark) == (None, "small")
    assert sheet.cell(str(cast.transport.pk), "place").value is None


@pytest.mark.parametrize("who", ["lin", "feng", "sun", "zhao", "fang", "wei"])
def test_only_the_office_scores(cast, road, refused, who):
    refused(open_appraisal, by=getattr(cast, who), at=road.at(), kind=UNIT, year=2026, code="role")


def test_nonsense_is_refused(cast, road, scored, refused):
    refused(open_appraisal, by=cast.he, at=road.at(), kind=UNIT, year=2027, code="input")
    refused(open_appraisal, by=cast.he, at=road.at(), kind=UNIT, year=2026, code="input")
    AppraisalItem.objects.filter(scheme__kind=SUGGESTION).delete()
    refused(open_appraisal, by=cast.he, at=road.at(), kind=SUGGESTION, year=2026, code="input")


def test_scored_anew_until_it_is_decided(cast, road, scored, meeting, refused):
    road.closed()
    again = score_again(scored.pk, by=cast.xu, at=road.at(61))
    assert again.sheet.cell(str(cast.transport.pk), "cases").value == 2
    _decide(cast, road, again, meeting)
    refused(score_again, scored.pk, by=cast.xu, at=road.at(62), code="state")


def _decide(cast, road, appraisal, meeting, **changes):
    at = road.at(62)
    facts = {"chosen": [str(cast.transport.pk)], "meeting": meeting, "decided_on": at.date(), **changes}
    return decide_awards(appraisal.pk, by=cast.he, at=at, **facts)


def test_a_meeting_decides_and_the_scores_are_fixed(cast, road, scored, meeting, heard):
    decided = _decide(cast, road, scored, meeting)

    assert (decided.state, decided.digest) == ("decided", decided.expected_digest())
    assert [(award.unit, award.place) for award in Award.objects.all()] == [(cast.transport, 1)]
    assert {"xu", "gao", "qian"} <= heard("awards_decided")
    for change in (
        lambda: Appraisal.objects.filter(pk=decided.pk).update(content=[]),
        lambda: Award.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_the_table_a_meeting_decided_by_stands(cast, road, scored, meeting):
    scheme = scored.scheme
    item = scheme.items.filter(bands__isnull=False).first()
    item.points += 1
    item.full_clean()
    item.save()
    _decide(cast, road, scored, meeting)

    for change in (
        lambda: AppraisalScheme.objects.filter(pk=scheme.pk).update(most=1),
        lambda: scheme.delete(),
        lambda: AppraisalItem.objects.filter(pk=item.pk).update(points=1),
        lambda: item.delete(),
        lambda: AppraisalItem.objects.filter(scheme__kind=SUGGESTION).update(scheme=scheme),
        lambda: item.bands.update(points=1),
        lambda: item.bands.all().delete(),
        lambda: AppraisalBand.objects.create(item=item, at_least=1, points=1),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    scheme.most = 1
    for row in (scheme, item, item.bands.first()):
        with pytest.raises(ValidationError, match="复制为新的评分办法"):
            row.full_clean()


def test_a_decided_table_ends_and_goes_on_as_a_copy(cast, road, scored, meeting):
    scheme = scored.scheme
    _decide(cast, road, scored, meeting)
    scheme.valid_until = date(2026, 12, 31)
    scheme.full_clean()
    scheme.save()

    made = scheme.copied(date(2027, 1, 1))

    assert (made.valid_from, made.valid_until, made.name) == (date(2027, 1, 1), None, scheme.name)
    assert _content(made) == _content(scheme)
    AppraisalItem.objects.filter(scheme=made).update(points=1)
    AppraisalScheme.objects.filter(pk=made.pk).update(most=1)


def _content(scheme):
    return [
        (item.measure, item.points, item.order, [(band.at_least, band.points) for band in item.bands.all()])
        for item in scheme.measures()
    ]


def test_never_more_than_the_table_allows(cast, road, scored, meeting, refused):
    AppraisalScheme.objects.update(most_share=20)
    assert "最多评选0个" in refused(_decide, cast, road, scored, meeting, code="input")
    AppraisalScheme.objects.update(most_share=None, most=0)
    refused(_decide, cast, road, scored, meeting, code="input")
    assert not Award.objects.exists()


def test_only_who_has_a_place_and_on_a_plausible_day(cast, road, scored, meeting, refused):
    for changes in (
        {"chosen": []},
        {"chosen": [str(cast.education.pk)]},
        {"decided_on": date(2026, 1, 1)},
        {"decided_on": road.at(99).date()},
    ):
        refused(_decide, cast, road, scored, meeting, code="input", **changes)
    at = road.at(62)
    facts = {"chosen": [str(cast.transport.pk)], "meeting": meeting, "decided_on": at.date()}
    refused(decide_awards, scored.pk, by=cast.zhao, at=at, code="role", **facts)
    _decide(cast, road, scored, meeting)
    refused(_decide, cast, road, scored, meeting, code="state")


def test_published_and_told(cast, road, scored, meeting, heard, refused):
    refused(publish_awards, scored.pk, by=cast.he, at=road.at(62), code="state")
    _decide(cast, road, scored, meeting)
    refused(publish_awards, scored.pk, by=cast.feng, at=road.at(63), code="role")
    publish_awards(scored.pk, by=cast.he, at=road.at(63))

    assert {"feng", "chen"} <= heard("awards_published")
    assert timeline(scored).last().verb == "suggestions.publish_awards"
    refused(publish_awards, scored.pk, by=cast.he, at=road.at(64), code="state")


def test_marks_are_given_once_by_those_who_may(cast, road, refused, told):
    paper = road.replied()
    how = {"at": road.at(30), "dimension": MarkDimension.QUALITY, "score": Decimal(88), "basis": "评审组意见"}
    refused(mark, road.handling(), by=cast.he, code="state", **how)
    for who in ("lin", "feng", "gao", "fang"):
        refused(mark, paper, by=getattr(cast, who), code="role", **how)
    refused(mark, paper, by=cast.he, code="input", **{**how, "score": Decimal(101)})
    refused(mark, paper, by=cast.he, code="input", **{**how, "basis": " "})
    mark(paper, by=cast.he, **how)
    refused(mark, paper, by=cast.he, code="refused", **how)

    assert told(paper)[-1] == "mark"


def test_the_supervising_committee_marks_too(cast, road):
    paper = road.replied()
    paper.supervising_committee = cast.urban_committee
    paper.save(update_fields=["supervising_committee"])
    how = {"dimension": MarkDimension.QUALITY, "score": Decimal(88), "basis": "评审组意见"}

    assert mark(paper, by=cast.fang, at=road.at(30), **how).score == 88


def test_no_meeting_decides_before_it_opens(cast, road, scored, meeting, refused):
    Meeting.objects.filter(pk=meeting.pk).update(opens_on=date(2026, 12, 30))
    meeting.refresh_from_db()
    chosen, day = [scored.sheet.rows[0].key], scored.counted_on

    refused(
        decide_awards, scored, by=cast.he, at=road.at(61), chosen=chosen, meeting=meeting, decided_on=day, code="input"
    )
