from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from foundation.notices.models import Notice
from suggestions.models import KeySupervision, Suggestion, SupervisionEvent, SupervisionReport
from suggestions.states import KeyState
from suggestions.transitions.supervise_key import (
    end_supervision,
    publish_key,
    record_supervision,
    remove_key,
    report_supervision,
    unpublish_key,
)
from tests.suggestions.council import council, key_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def key(road):
    return key_item(road)


@pytest.fixture
def later(road, key):
    """A council of a month later; the road stands there."""
    road.later(30)
    return council(road.seats, road.day, number=11)


def held(road, **changes):
    return {
        "kind": "on_site",
        "held_on": road.day,
        "place": "人民路",
        "participants": "钱卫东、林晓梅、陈刚",
        "record": "现场察看站点。",
        "result": "六月底前开工。",
        "public_summary": "常委会领导现场督办站点建设。",
        **changes,
    }


def test_what_was_held_is_written_down_and_stays(road, cast, key, heard):
    record_supervision(key, by=cast.fang, at=road.at(), **held(road))

    assert heard("supervision_held") == {"qian", "feng", "chen", "lin"}
    for change in (lambda rows: rows.update(result="改写"), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(SupervisionEvent.objects.all())


def test_by_office_or_committee_on_a_day_that_was(road, cast, key, refused):
    for who in ("lin", "feng", "qian", "sun", "stranger"):
        refused(record_supervision, key, by=getattr(cast, who), at=road.at(), **held(road), code="role")
    tomorrow, before = road.day + timedelta(days=1), road.day - timedelta(days=1)
    for wrong in ({"held_on": tomorrow}, {"held_on": before}, {"kind": "dinner"}, {"result": " "}):
        refused(record_supervision, key, by=cast.he, at=road.at(), **held(road, **wrong), code="input")


def test_supervised_reported_ended(road, cast, key, later, refused, heard, clocks):
    report = {"meeting": later, "text": "站点已开工。", "opinion": "继续跟踪。"}
    refused(report_supervision, key, by=cast.fang, at=road.at(), **report, code="state")
    refused(end_supervision, key, by=cast.he, at=road.at(), conclusion="已解决。", code="state")
    record_supervision(key, by=cast.fang, at=road.at(), **held(road))
    report_supervision(key, by=cast.fang, at=road.at(), **report)
    refused(report_supervision, key, by=cast.fang, at=road.at(), **report, code="input")
    refused(end_supervision, key, by=cast.fang, at=road.at(), conclusion="已解决。", code="role")
    refused(end_supervision, key, by=cast.he, at=road.at(), conclusion=" ", code="input")

    end_supervision(key, by=cast.he, at=road.at(), conclusion="已解决。")

    assert road.fresh(key).state == KeyState.ENDED
    assert clocks(key) == {}
    assert heard("supervision_reported") == {"qian", "feng", "chen", "lin"}
    assert heard("supervision_ended") == {"qian", "fang", "feng", "chen", "lin"}
    refused(record_supervision, key, by=cast.he, at=road.at(), **held(road), code="state")
    refused(end_supervision, key, by=cast.he, at=road.at(), conclusion="已解决。", code="state")
    with pytest.raises(DatabaseError), transaction.atomic():
        SupervisionReport.objects.update(opinion="改写")


def test_taken_off_with_a_reason_and_never_deleted(road, cast, key, later, refused, heard, clocks):
    refused(remove_key, key, by=cast.fang, at=road.at(), meeting=later, reason="情况变化。", code="role")
    refused(remove_key, key, by=cast.he, at=road.at(), meeting=later, reason=" ", code="input")

    remove_key(key, by=cast.he, at=road.at(), meeting=later, reason="情况变化。")

    gone = KeySupervision.objects.get()
    assert (gone.state, gone.removal_reason) == (KeyState.REMOVED, "情况变化。")
    assert not road.fresh(key.suggestion).is_key
    assert clocks(key) == {}
    assert heard("key_removed") == {"qian", "feng", "chen", "lin", "xu"}
    refused(remove_key, key, by=cast.he, at=road.at(), meeting=later, reason="情况变化。", code="state")
    assert key_item(road, road.fresh(key.suggestion), later).state == KeyState.ACTIVE


def test_the_committee_of_an_item_taken_off_is_told_why_without_a_link(road, cast, key, later, heard):
    Suggestion.objects.filter(pk=key.suggestion_id).update(supervising_committee=None)

    remove_key(key, by=cast.he, at=road.at(), meeting=later, reason="情况变化。")

    assert heard("key_duty_ended") == {"fang"}
    notice = Notice.objects.get(recipient=cast.fang, kind="suggestions.key_duty_ended")
    assert (notice.url, f"{later}决定：情况变化。" in notice.body) == ("", True)
    assert key.suggestion.title not in notice.title + notice.body
    assert not Suggestion.objects.visible_to(cast.fang).exists()
    assert not Notice.objects.filter(recipient=cast.fang, kind="suggestions.key_removed").exists()


def test_public_only_with_consent_and_a_secrecy_check(road, cast, key, refused):
    silent = key_item(road, road.assigned(road.registered(road.submitted(agree_to_publish=False))), key.meeting)
    refused(publish_key, silent, by=cast.he, at=road.at(), secrecy_note="不涉密。", code="state")
    refused(publish_key, key, by=cast.fang, at=road.at(), secrecy_note="不涉密。", code="role")
    refused(publish_key, key, by=cast.he, at=road.at(), secrecy_note=" ", code="input")

    publish_key(key, by=cast.he, at=road.at(), secrecy_note="不涉密。")

    assert list(KeySupervision.objects.public()) == [key]
    refused(publish_key, key, by=cast.he, at=road.at(), secrecy_note="不涉密。", code="state")
    refused(unpublish_key, key, by=cast.he, at=road.at(), reason=" ", code="input")
    unpublish_key(key, by=cast.he, at=road.at(), reason="需核对。")
    assert not KeySupervision.objects.public().exists()
    refused(unpublish_key, key, by=cast.he, at=road.at(), reason="需核对。", code="state")


def test_what_is_taken_off_leaves_the_public_list(road, cast, key, later):
    publish_key(key, by=cast.he, at=road.at(), secrecy_note="不涉密。")

    remove_key(key, by=cast.he, at=road.at(), meeting=later, reason="情况变化。")

    assert not KeySupervision.objects.public().exists()
