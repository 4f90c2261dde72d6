from datetime import datetime

import pytest

from suggestions.models import Threshold
from suggestions.states import Channel, Kind, Origin, SuggestionState
from suggestions.transitions.send_back import send_back
from suggestions.transitions.submit import submit
from suggestions.transitions.withdraw_cosign import withdraw_cosign
from tests.suggestions.road import IN_SESSION, SHANGHAI, moment

pytestmark = pytest.mark.django_db


def test_a_paper_is_handed_in(road, cast, heard, clocks, told):
    paper = road.draft()

    paper = submit(paper, by=cast.lin, at=road.at(), version=paper.version)

    assert paper.state == SuggestionState.SUBMITTED
    assert paper.versions.get().number == 1
    assert clocks(paper) == {"screening": "2026-03-09"}
    assert heard("submitted") == {"he", "xu"}
    assert told(paper)[-1] == "submit"


def test_only_by_the_lead(road, cast, refused):
    subject = road.joint()
    for who in ("zhou", "he", "feng", "stranger"):
        refused(submit, subject, by=getattr(cast, who), at=road.at(), code="role")


def test_not_while_a_cosigner_is_silent(road, cast, refused):
    assert "1名" in refused(submit, road.cosigning(), by=cast.lin, at=road.at(), code="state")


def test_not_without_a_proposal(road, cast, refused):
    assert "具体建议" in refused(submit, road.draft(proposals=""), by=cast.lin, at=road.at())


def test_not_before_the_deputy_has_said_whether_it_may_be_published(road, cast, refused):
    paper = road.draft(agree_to_publish=None)

    assert "是否同意公开" in refused(submit, paper, by=cast.lin, at=road.at(), code="state")


def test_a_deputy_who_does_not_consent_may_hand_in(road, cast):
    assert road.submitted(agree_to_publish=False).agree_to_publish is False


def test_not_twice(road, cast, refused):
    refused(submit, road.submitted(), by=cast.lin, at=road.at(), code="state")


def test_not_while_the_mandate_is_suspended(road, cast, register, refused):
    paper = road.draft()
    register.lin.changes.create(
        from_status="serving", to_status="suspended", reason="detained", effective_on=road.day, at=road.at()
    )

    refused(submit, paper, by=road.fresh(cast.lin), at=road.at(), code="role")


def test_a_paper_sent_back_keeps_its_place(road, cast):
    road.day = IN_SESSION
    paper = send_back(road.submitted(), by=cast.he, at=road.at(), reason="请补充。")

    paper = submit(paper, by=cast.lin, at=moment(road.later(20).day))

    assert paper.channel == Channel.SESSION


def test_a_motion_needs_ten_deputies(road, cast, register, refused):
    road.day = IN_SESSION
    paper = road.cosigned_by(road.draft(kind=Kind.MOTION), 8)

    assert "还需1名" in refused(submit, paper, by=cast.lin, at=road.at(), code="state")
    Threshold.objects.filter(key="motion_cosigners", level="district").update(amount=9)
    assert submit(paper, by=cast.lin, at=road.at()).state == SuggestionState.SUBMITTED


def test_a_cosigner_who_stepped_back_is_missing(road, cast, refused):
    road.day = IN_SESSION
    paper = road.cosigned_by(road.draft(kind=Kind.MOTION), 9)
    withdraw_cosign(paper.cosigners.get(mandate=road.seats.zhou), by=cast.zhou, at=road.at())

    refused(submit, paper, by=cast.lin, at=road.at(), code="state")


def test_a_motion_after_the_closing_hour_may_go_as_a_suggestion(road, cast, refused):
    road.day = IN_SESSION
    paper = road.cosigned_by(road.draft(kind=Kind.MOTION), 9)
    late = datetime(2026, 1, 14, 12, 1, tzinfo=SHANGHAI)

    assert "12:00" in refused(submit, paper, by=cast.lin, at=late, code="date")
    paper = submit(paper, by=cast.lin, at=late, as_suggestion=True)

    converted = (Kind.SUGGESTION, Origin.CONVERTED_MOTION, SuggestionState.SUBMITTED)
    assert (paper.kind, paper.origin, paper.state) == converted
    assert (paper.motion_number_text, paper.channel) == ("议案第1号", Channel.SESSION)
    paper = road.registered(paper)
    assert paper.motion_number_text == "议案第1号"
    assert paper.number_text == "第001号"


def test_a_motion_in_time_stays_one_whatever_was_ticked(road, cast):
    road.day = IN_SESSION
    paper = road.cosigned_by(road.draft(kind=Kind.MOTION), 9)

    paper = submit(paper, by=cast.lin, at=road.at(), as_suggestion=True)

    assert (paper.kind, paper.motion_number) == (Kind.MOTION, None)


def test_in_recess_a_motion_goes_as_a_plain_suggestion(road, cast):
    paper = road.cosigned_by(road.draft(kind=Kind.MOTION), 9)

    paper = submit(paper, by=cast.lin, at=road.at(), as_suggestion=True)

    assert (paper.origin, paper.motion_number_text) == (Origin.SUGGESTION, "")


def test_the_closing_hour_itself_is_in_time(road, cast):
    road.day = IN_SESSION
    paper = road.cosigned_by(road.draft(kind=Kind.MOTION), 9)

    paper = submit(paper, by=cast.lin, at=datetime(2026, 1, 14, 12, 0, tzinfo=SHANGHAI))

    assert (paper.kind, paper.channel) == (Kind.MOTION, Channel.SESSION)


def test_no_motion_in_recess(road, cast, refused):
    paper = road.cosigned_by(road.draft(kind=Kind.MOTION), 9)

    assert "大会" in refused(submit, paper, by=cast.lin, at=road.at(), code="date")
