"""Who sees which rows, person by person. Everything not named here is closed."""

import pytest
from django.contrib.auth.models import AnonymousUser

from deputies.models import Area, AreaKind, Delegation
from foundation.accounts.models import Membership, Organisation
from foundation.accounts.roles import OrganisationKind, Role
from foundation.workflow import Refused
from suggestions.models import (
    Category,
    Commitment,
    ContactRecord,
    CoOpinion,
    Cosigner,
    PaperRating,
    Rating,
    Reply,
    Suggestion,
)
from suggestions.states import CheckPoint, SuggestionState, UnitRole
from suggestions.transitions.create_draft import create_draft
from suggestions.transitions.invite_cosigners import invite_cosigners
from suggestions.transitions.publish import publish
from suggestions.transitions.register import register as register_it
from suggestions.transitions.submit import submit
from tests.deputies_cast import add_mandate
from tests.suggestions.road import TEXT

pytestmark = pytest.mark.django_db

OFFICE = {"he", "xu", "gao"}
LEADERS = {"fang", "zhao", "qian", "luo"}
DEPUTIES = {"lin", "zhou", "deng"}


@pytest.fixture(autouse=True)
def _supervised(cast):
    """What the road files is supervised by the committee in which fang works."""
    Category.objects.filter(code="urban").update(supervising_committee=cast.urban_committee)


@pytest.fixture
def who_sees(cast):
    """Names in the cast of those who may see a row."""

    def names(row):
        model = type(row)
        return {key for key, user in cast.people().items() if model.objects.visible_to(user).filter(pk=row.pk).exists()}

    return names


def test_a_draft_is_the_lead_deputys_alone(road, who_sees):
    assert who_sees(road.draft()) == {"lin"}


def test_an_invited_deputy_reads_what_he_is_asked_to_sign(road, who_sees):
    assert who_sees(road.cosigning()) == {"lin", "zhou"}


def test_handed_in_it_is_the_offices_too(road, who_sees):
    assert who_sees(road.submitted()) == {"lin"} | OFFICE


def test_registered_it_is_open_to_deputies_and_leaders(road, who_sees):
    assert who_sees(road.registered()) == DEPUTIES | OFFICE | LEADERS


def test_a_committee_sees_what_it_supervises_alone(road, cast, who_sees):
    paper = road.registered()
    assert "fang" in who_sees(paper)

    Suggestion.objects.filter(pk=paper.pk).update(supervising_committee=cast.deputies_committee)
    assert "fang" not in who_sees(paper)


def test_the_head_of_a_districts_delegation_has_no_say_in_a_township(road, cast, register, who_sees):
    """Both sit under the same area's name; the congresses are two."""
    Membership.objects.create(user=cast.deng, role=Role.DELEGATION_HEAD, from_date=road.day)
    cast.deng.forget_memberships()
    seat = add_mandate(register, "镇代表", register.qingshi, level="township", user=cast.stranger)
    paper = submit(create_draft(seat, by=cast.stranger, at=road.at(), **TEXT), by=cast.stranger, at=road.at())

    assert who_sees(paper) == {"stranger", "wei"}


def test_deputies_of_two_townships_kept_in_one_register_are_no_colleagues(road, cast, register, who_sees):
    elsewhere = Organisation.objects.create(name="白石镇人大主席团", kind=OrganisationKind.TOWNSHIP_CONGRESS)
    area = Area.objects.create(name="白石镇", kind=AreaKind.TOWNSHIP, organisation=elsewhere)
    baishi = Delegation.objects.create(term=register.term, name="白石镇", area=area)
    own = add_mandate(register, "镇代表", register.qingshi, level="township", user=cast.stranger)
    other = add_mandate(register, "邻镇代表", baishi, level="township", user=cast.jiang)
    draft = create_draft(own, by=cast.stranger, at=road.at(), **TEXT)
    with pytest.raises(Refused, match="不是本届同级"):
        invite_cosigners(draft, by=cast.stranger, at=road.at(), mandates=[other], until=road.day)

    paper = submit(draft, by=cast.stranger, at=road.at())
    register_it(paper, by=cast.wei, at=road.at(), category=Category.objects.get(code="urban"))
    assert who_sees(paper) == {"stranger", "wei"}


def test_assigned_it_is_on_the_desks_of_its_units(road, who_sees):
    paper = road.assigned()

    assert who_sees(paper) == DEPUTIES | OFFICE | LEADERS | {"sun", "feng", "chen"}
    assert who_sees(paper.assignments.get()) == who_sees(paper)


def test_a_released_unit_sees_it_no_more(road, who_sees):
    paper = road.assigned()
    paper.assignments.update(state="released")

    assert not who_sees(paper) & {"feng", "chen", "sun"}


def test_a_draft_given_up_is_nobodys_business(road, cast, who_sees):
    paper = road.draft()
    Suggestion.objects.filter(pk=paper.pk).update(state=SuggestionState.WITHDRAWN)

    assert who_sees(paper) == {"lin"}


def test_the_head_of_the_delegation_sees_what_his_deputies_handed_in(road, cast, who_sees):
    Membership.objects.create(user=cast.deng, role=Role.DELEGATION_HEAD, from_date=road.day)
    paper, draft = road.submitted(), road.draft()
    cast.deng.forget_memberships()

    assert "deng" in who_sees(paper)
    assert "deng" not in who_sees(draft)


def test_strangers_see_what_is_published_and_agreed_to(road, cast):
    paper = road.replied()
    seen = Suggestion.objects.visible_to(AnonymousUser())
    assert not seen.exists()

    publish(paper, by=cast.he, at=road.at(), secrecy_note="不涉密。", checked=CheckPoint.values)
    assert seen.get() == paper
    assert Reply.objects.visible_to(AnonymousUser()).count() == 1
    Suggestion.objects.update(agree_to_publish=False)
    assert not seen.exists()
    for model in (ContactRecord, Rating, Cosigner, PaperRating, Commitment, CoOpinion):
        assert not model.objects.visible_to(AnonymousUser()).exists()


def test_another_township_is_another_house(road, cast, register, who_sees):
    elsewhere = Organisation.objects.create(name="白石镇人大主席团", kind=OrganisationKind.TOWNSHIP_CONGRESS)
    seat = add_mandate(register, "镇代表", register.qingshi, level="township", user=cast.stranger)
    paper = create_draft(seat, by=cast.stranger, at=road.at(), **TEXT)
    submit(paper, by=cast.stranger, at=road.at())
    assert paper.township == cast.township

    assert who_sees(paper) == {"stranger", "wei"}
    Suggestion.objects.filter(pk=paper.pk).update(township=elsewhere)
    assert who_sees(paper) == {"stranger"}


def test_a_reply_leaves_the_unit_step_by_step(road, cast, who_sees):
    paper = road.drafted()
    reply = road.part(paper).replies.get()
    assert who_sees(reply) == {"feng", "chen"}

    road.signed(paper)
    assert who_sees(reply) == {"feng", "chen", "sun", "he", "xu"}

    road.replied(road.fresh(paper))
    assert who_sees(reply) == DEPUTIES | OFFICE | LEADERS | {"sun", "feng", "chen"}


def test_contacts_are_between_those_concerned(road, who_sees):
    contact = road.part(road.contacted()).contacts.get()

    assert who_sees(contact) == {"lin", "feng", "chen", "sun"} | OFFICE | LEADERS


def test_a_lead_unit_reads_its_co_units_opinion_not_the_other_way_round(road, who_sees):
    paper = road.drafted(road.contacted(road.handling(road.with_co_unit())))

    assert {"feng", "wu"} <= who_sees(CoOpinion.objects.get())
    assert "wu" not in who_sees(road.part(paper).contacts.get())
    assert "wu" not in who_sees(road.part(paper).replies.get())


def test_separate_units_do_not_read_each_others_papers(road, who_sees):
    paper = road.drafted(road.contacted(road.handling(road.separately())))
    transport = paper.assignments.get(unit=road.cast.transport)

    assert "wu" not in who_sees(transport.contacts.get()) | who_sees(transport.replies.get())


def test_a_paper_rating_never_reaches_a_unit(road, cast, who_sees):
    paper = road.replied()
    row = PaperRating.objects.create(
        suggestion=paper,
        round=paper.current_round(),
        attitude="satisfied",
        result="satisfied",
        entered_by=cast.he,
        entered_at=road.at(),
    )

    assert who_sees(row) == {"he", "xu"}


def test_questions_an_official_asks(road, cast):
    part = road.part(road.handling())
    paper = part.suggestion

    assert Suggestion.objects.waiting_for(cast.transport).get() == paper
    assert not Suggestion.objects.waiting_for(cast.education).exists()
    assert Suggestion.objects.handled_by(cast.transport).led_by_unit(cast.transport).get() == paper
    assert not Suggestion.objects.overdue_on(road.day).exists()
    assert Suggestion.objects.overdue_on(road.later(100).day).get() == paper
    assert Suggestion.objects.due_within(30, road.later(-20).day).get() == paper
    assert not Suggestion.objects.due_within(3, road.day).exists()


def test_a_unit_that_delivered_is_not_waited_for(road, cast):
    road.replied()

    assert not Suggestion.objects.waiting_for(cast.transport).exists()


def test_lists_cost_the_same_for_one_row_and_for_three(road, cast, django_assert_num_queries):
    for count in (1, 3):
        while Suggestion.objects.count() < count:
            road.assigned(units=[(cast.transport, UnitRole.LEAD), (cast.education, UnitRole.CO)])
        for who in ("he", "wu", "zhao", "sun"):
            user = road.fresh(getattr(cast, who))
            user.has_role(Role.CLERK)
            # The rows, and whether the person is a deputy at all.
            with django_assert_num_queries(2):
                assert len(Suggestion.objects.visible_to(user).with_names()[:20]) == count
