import pytest

from foundation.workflow import StaleVersion
from suggestions.models.text_version import text_hash
from suggestions.states import CosignerState
from suggestions.transitions.answer_cosign import answer_cosign
from suggestions.transitions.save_draft import save_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(road):
    return road.cosigning().cosigners.get()


def test_a_deputy_confirms_the_text_he_has_read(road, cast, row, heard):
    answer_cosign(row, by=cast.zhou, at=road.at(), version=row.suggestion.version, agree=True)

    row.refresh_from_db()
    assert (row.state, row.text_hash) == (CosignerState.CONFIRMED, text_hash(row.suggestion))
    assert heard("cosign_answered") == {"lin"}


def test_he_may_decline(road, cast, row, heard):
    answer_cosign(row, by=cast.zhou, at=road.at(), agree=False, reason="已另提建议。")

    assert road.fresh(row).state == CosignerState.DECLINED
    assert heard("cosign_answered") == {"lin"}


def test_nobody_signs_a_text_that_changed_while_he_read(road, cast, row):
    seen = row.suggestion.version
    save_draft(row.suggestion, by=cast.lin, at=road.at(), facts="另一件事。")

    with pytest.raises(StaleVersion):
        answer_cosign(row, by=cast.zhou, at=road.at(), version=seen, agree=True)
    assert road.fresh(row).state == CosignerState.INVITED


def test_nobody_answers_for_another(road, cast, row, refused):
    for who in ("lin", "deng", "he", "stranger"):
        refused(answer_cosign, row, by=getattr(cast, who), at=road.at(), agree=True, code="role")


def test_the_last_day_still_counts_the_day_after_does_not(road, cast, row, refused):
    refused(answer_cosign, row, by=cast.zhou, at=road.at(days=8), agree=True, code="date")

    answer_cosign(row, by=cast.zhou, at=road.at(days=7), agree=True)


def test_not_twice(road, cast, row, refused):
    answer_cosign(row, by=cast.zhou, at=road.at(), agree=False)

    refused(answer_cosign, row, by=cast.zhou, at=road.at(), agree=True, code="state")
