from datetime import date

import pytest

from deputies.models import Meeting
from suggestions.states import Channel, Origin, SuggestionState
from suggestions.transitions.create_draft import create_draft
from tests.suggestions.road import IN_SESSION, TEXT, Road, moment

pytestmark = pytest.mark.django_db


def test_a_deputy_begins_a_paper_of_his_own(road, cast, register, told):
    paper = create_draft(register.lin, by=cast.lin, at=road.at(), **TEXT)

    assert paper.state == SuggestionState.DRAFT
    assert (paper.lead, paper.term, paper.delegation) == (register.lin, register.term, register.qingshi)
    assert (paper.channel, paper.meeting, paper.origin) == (Channel.RECESS, register.session, Origin.SUGGESTION)
    assert told(paper) == ["create_draft"]


def test_in_session_it_belongs_to_the_session(cast, register):
    paper = create_draft(register.lin, by=cast.lin, at=moment(IN_SESSION), **TEXT)

    assert (paper.channel, paper.meeting) == (Channel.SESSION, register.session)


def test_a_session_not_yet_opened_is_not_the_last_one(road, cast, register):
    Meeting.objects.create(term=register.term, number=6, opens_on=date(2027, 1, 11), closes_on=date(2027, 1, 14))

    assert road.draft().meeting == register.session


def test_nobody_writes_in_another_name(road, cast, register, refused):
    for who in ("zhou", "he", "feng", "shen", "stranger"):
        refused(create_draft, register.lin, by=getattr(cast, who), at=road.at(), code="role", **TEXT)


def test_not_while_the_mandate_is_suspended(road, cast, register, refused):
    register.lin.changes.create(
        from_status="serving", to_status="suspended", reason="detained", effective_on=road.day, at=road.at()
    )

    assert "暂停" in refused(create_draft, register.lin, by=cast.lin, at=road.at(), code="role", **TEXT)


def test_not_before_the_term(cast, register, refused):
    refused(create_draft, register.lin, by=cast.lin, at=moment(date(2021, 12, 31)), **TEXT)


def test_only_words_of_the_deputy_are_taken(road, cast, register):
    with pytest.raises(TypeError):
        create_draft(register.lin, by=cast.lin, at=road.at(), **TEXT, state="closed")


def test_a_seat_of_another_level_has_no_paper_here(road: Road, cast, register, refused):
    register.lin.level = "city"
    register.lin.save()

    assert "上级" in refused(create_draft, register.lin, by=cast.lin, at=road.at(), **TEXT)
