"""Assignment in two steps, by way of the government office; T0 is the day of hand-over (domain 2.7)."""

import pytest

from suggestions.cards.queues import QUEUES
from suggestions.models import HandOver, Suggestion, Switch
from suggestions.states import SuggestionState, UnitRole
from suggestions.transitions.assign import assign
from suggestions.transitions.hand_over import distribute, hand_to_government, return_hand_over
from suggestions.transitions.merge import merge
from suggestions.transitions.withdraw import withdraw

pytestmark = pytest.mark.django_db
L, C, S = UnitRole.LEAD, UnitRole.CO, UnitRole.SEPARATE


@pytest.fixture(autouse=True)
def two_steps(db):
    Switch.objects.filter(key="two_steps").update(enabled=True)


@pytest.fixture
def handed(road, cast):
    """A registered paper that lies with the government office since today."""

    def make(paper=None, **facts):
        paper = paper or road.registered()
        hand_to_government(paper, by=cast.he, at=road.at(), **facts)
        return road.fresh(paper)

    return make


def test_the_government_office_hears_and_has_its_clock(road, cast, handed, clocks, heard):
    paper = handed(advice="建议由交通局主办")

    assert paper.state == SuggestionState.REGISTERED
    assert clocks(paper) == {"distribution": "2026-03-09"}
    assert heard("handed_over") == {"sun", "lin"}
    assert paper in Suggestion.objects.visible_to(cast.sun)
    assert list(QUEUES["to-distribute"].rows(cast.sun, road.day)) == [paper]
    assert not QUEUES["to-assign"].rows(cast.he, road.day).exists()
    assert not Suggestion.objects.without_clock().exists()


def test_units_get_it_later_but_the_law_counts_from_the_hand_over(road, cast, handed, clocks, heard):
    paper = handed(is_key=True)
    road.later(4)

    paper = distribute(paper, by=cast.sun, at=road.at(), units=[(cast.transport, L), (cast.education, C)])

    part = road.part(paper)
    assert (paper.state, paper.is_key) == (SuggestionState.ASSIGNED, True)
    assert (paper.first_assigned_on, part.first_assigned_on) == (HandOver.objects.get().handed_on,) * 2
    assert part.assigned_on == road.day
    assert part.through == cast.government_office
    assert clocks(part)["reply"] == "2026-06-02"  # three months from the hand-over
    assert clocks(part)["sign_in"] == "2026-03-13"  # seven days from the distribution
    assert clocks(paper) == {}
    assert heard("assigned") >= {"feng", "wu"}
    assert not QUEUES["to-distribute"].rows(cast.sun, road.day).exists()


def test_what_is_no_matter_of_the_government_comes_back(road, cast, handed, clocks, heard):
    paper = handed()

    paper = return_hand_over(paper, by=cast.sun, at=road.at(), reason="属法院职责。")

    assert heard("hand_over_returned") == {"he", "xu"}
    assert set(clocks(paper)) == {"recess_assign"}
    assert paper not in Suggestion.objects.visible_to(cast.sun)
    assert assign(paper, by=cast.he, at=road.at(), units=[(cast.court, L)]).state == SuggestionState.ASSIGNED


def test_a_returned_paper_may_be_handed_over_again(road, cast, handed):
    paper = handed()
    return_hand_over(paper, by=cast.sun, at=road.at(), reason="请补充。")

    handed(road.fresh(paper))

    assert HandOver.objects.filter(returned_at=None).count() == 1


def test_bodies_outside_the_government_are_reached_directly_and_the_others_not(road, cast, refused):
    at = {"by": cast.he, "at": road.at()}

    assert "转政府办公室" in refused(assign, road.registered(), units=[(cast.transport, L)], **at, code="input")
    assert assign(road.registered(), units=[(cast.court, L)], **at).assignments.get().through is None


def test_the_government_office_distributes_among_its_own(road, cast, handed, refused):
    paper = handed()
    for units in ([(cast.court, L)], [], [(cast.transport, L), (cast.transport, C)], [(cast.transport, C)]):
        refused(distribute, paper, by=cast.sun, at=road.at(), units=units, code="input")


def test_only_where_the_switch_is_on(road, cast, refused):
    Switch.objects.filter(key="two_steps").update(enabled=False)

    refused(hand_to_government, road.registered(), by=cast.he, at=road.at(), code="state")


def test_by_whom_and_only_once(road, cast, handed, refused):
    waiting, paper = road.registered(), handed()
    units = [(cast.transport, L)]
    for who in ("lin", "gao", "sun", "feng", "chen", "stranger"):
        refused(hand_to_government, waiting, by=getattr(cast, who), at=road.at(), code="role")
    for who in ("lin", "he", "feng", "chen", "stranger"):
        refused(distribute, paper, by=getattr(cast, who), at=road.at(), units=units, code="role")
        refused(return_hand_over, paper, by=getattr(cast, who), at=road.at(), reason="不属。", code="role")
    refused(distribute, waiting, by=cast.sun, at=road.at(), units=units, code="state")
    refused(hand_to_government, paper, by=cast.he, at=road.at(), code="state")
    refused(assign, paper, by=cast.he, at=road.at(), units=[(cast.court, L)], code="state")
    distribute(paper, by=cast.sun, at=road.at(), units=units)
    refused(distribute, paper, by=cast.sun, at=road.at(), units=units, code="state")
    refused(return_hand_over, paper, by=cast.sun, at=road.at(), reason="不属。", code="state")


def test_bad_input(road, cast, handed, refused):
    refused(hand_to_government, road.registered(), by=cast.he, at=road.at(), handed_on=road.at(1).date(), code="input")
    refused(return_hand_over, handed(), by=cast.sun, at=road.at(), reason="　", code="input")


def test_merged_papers_are_distributed_together(road, cast, handed):
    main, member = road.registered(), road.registered()
    merge(main, by=cast.he, at=road.at(), members=[member], reason="内容相近。")
    paper = handed(road.fresh(main))
    assert not Suggestion.objects.without_clock().exists()

    distribute(paper, by=cast.sun, at=road.at(), units=[(cast.transport, L)])

    assert road.fresh(member).state == SuggestionState.ASSIGNED


def test_handed_over_is_assigned_for_withdrawal(road, cast, handed, refused):
    assert "交办" in refused(withdraw, handed(), by=cast.lin, at=road.at(), reason="解决了。", code="date")
