import pytest

from foundation.workflow import StaleVersion
from suggestions.states import CosignerState, SuggestionState
from suggestions.transitions.save_draft import save_draft
from suggestions.transitions.send_back import send_back

pytestmark = pytest.mark.django_db


def test_the_lead_changes_his_text(road, cast, told):
    paper = road.draft()

    saved = save_draft(paper, by=cast.lin, at=road.at(), version=paper.version, title="关于增设两处站点的建议")

    assert (saved.title, saved.state, saved.version) == (
        "关于增设两处站点的建议",
        SuggestionState.DRAFT,
        paper.version + 1,
    )
    assert saved.versions.count() == 0
    assert told(paper) == ["create_draft"]


def test_a_page_opened_before_the_last_save_is_refused(road, cast, refused):
    paper = road.draft()
    save_draft(paper, by=cast.lin, at=road.at(), version=paper.version, title="甲")

    with pytest.raises(StaleVersion):
        save_draft(paper, by=cast.lin, at=road.at(), version=paper.version, title="乙")
    assert road.fresh(paper).title == "甲"


def test_who_confirmed_the_former_text_is_asked_again(road, cast, heard):
    paper = road.joint()

    save_draft(paper, by=cast.lin, at=road.at(), facts="情况有变。")

    row = paper.cosigners.get()
    assert (row.state, row.times_asked, row.text_hash) == (CosignerState.INVITED, 2, "")
    assert heard("cosign_asked_again") == {"zhou"}


def test_a_wish_is_no_text(road, cast):
    paper = road.joint()

    save_draft(paper, by=cast.lin, at=road.at(), wished_unit=cast.transport, agree_to_publish=False)

    assert paper.cosigners.get().state == CosignerState.CONFIRMED


def test_after_submission_every_saved_text_is_kept_in_a_chain(road, cast):
    paper = send_back(road.submitted(), by=cast.he, at=road.at(), reason="请写明地点。")

    save_draft(paper, by=cast.lin, at=road.at(), facts="地点在人民路。")
    save_draft(paper, by=cast.lin, at=road.at(), autosave=True, facts="地点在人民路北段。")
    save_draft(paper, by=cast.lin, at=road.at(), facts="地点在人民路北段。")

    first, second, third = paper.versions.order_by("number")
    assert [second.previous_hash, third.previous_hash] == [first.hash, second.hash]
    assert all(row.hash == row.expected_hash() for row in (first, second, third))


def test_nobody_else_writes_in_it(road, cast, refused):
    subject = road.draft()
    for who in ("zhou", "he", "wei", "feng"):
        refused(save_draft, subject, by=getattr(cast, who), at=road.at(), title="改", code="role")


def test_not_once_it_is_handed_in(road, cast, refused):
    assert "待审查" in refused(save_draft, road.submitted(), by=cast.lin, at=road.at(), title="改", code="state")
