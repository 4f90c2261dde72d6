"""Projects chosen by deputies on their own devices: more candidates than places, a tie at the edge, void, the end."""

import pytest

from deputies.models import Mandate
from foundation.accounts.models import User
from foundation.workflow import Refused
from supervision.models import Ballot, ProjectVote
from supervision.states.project import ProjectState
from supervision.states.project_vote import LineOutcome, VoteState
from supervision.transitions import ballots as act
from supervision.transitions import project_votes
from tests.supervision import project_hand as hand
from tests.supervision.ballot_hand import cast_by

YES, NO = "赞成", "反对"
LATER = hand.LATER


def planned(year, cast, mode="secret"):
    facts = {"held_on": LATER.date(), "meeting_name": "区五届人大六次会议", "mode": mode}
    return project_votes.plan_choice(year.pk, by=cast.he, at=LATER, **facts).ballot


def held(ballot, cast, *papers):
    """Everybody came; each deputy in turn one of the papers."""
    rows = list(ballot.electors.select_related("user"))
    act.open_ballot(ballot.pk, present=rows, by=cast.he, at=LATER)
    for row, paper in zip(rows, papers, strict=True):
        cast_by(ballot, row.user, *paper)
    act.close_ballot(ballot.pk, by=cast.zhao, at=LATER)
    return act.announce_ballot(ballot.pk, by=cast.zhao, at=LATER)


def outcomes(vote):
    return [line.outcome for line in vote.lines.order_by("project__number")]


def test_chosen_by_all_deputies_and_a_tie_is_voted_on_again(cast, register):
    year = hand.listed(cast)
    ballot = planned(year, cast)
    vote = ballot.project_vote
    assert (ballot.all_members, ballot.electors.count(), ballot.cap) == (3, 3, 2)
    assert ballot.lines.first().name == "1. 东街社区加装电梯"
    with pytest.raises(Refused, match="电子表决，公布结果时自动记入"):
        hand.entered(vote, cast.he, [(3, 0, 0)] * 4)
    rows = list(ballot.electors.select_related("user"))
    act.open_ballot(ballot.pk, present=rows, by=cast.he, at=LATER)
    with pytest.raises(Refused, match="至多选择2项“赞成”，您选了3项"):
        cast_by(ballot, rows[0].user, YES, YES, YES, NO)
    # The first has all three; the next two have one each, so none of these passes.
    papers = ((YES, YES, NO, NO), (YES, NO, YES, NO), (YES, NO, NO, NO))
    for row, paper in zip(rows, papers, strict=True):
        cast_by(ballot, row.user, *paper)
    act.close_ballot(ballot.pk, by=cast.zhao, at=LATER)
    act.announce_ballot(ballot.pk, by=cast.zhao, at=LATER)
    vote.refresh_from_db()
    assert (vote.state, vote.returned, vote.settled_at) == (VoteState.SETTLED, 3, LATER)
    assert outcomes(vote) == [LineOutcome.CHOSEN, *[LineOutcome.FAILED] * 3]
    assert vote.explanation == "应选2项，通过1项，3项赞成未达到规定。"


def test_equal_at_the_edge(cast, register):
    year = hand.listed(cast, places=1, names=hand.NAMES[:2])
    first = planned(year, cast, "named")
    done = held(first, cast, (YES, NO), (YES, NO), (NO, YES))
    assert done.project_vote.explanation.startswith("应选1项，通过1项")
    more = hand.listed(cast, places=2, names=hand.NAMES[:3], year=2028)
    ballot = planned(more, cast)
    held(ballot, cast, (YES, YES, NO), (YES, NO, YES), (NO, YES, YES))
    vote = ballot.project_vote
    vote.refresh_from_db()
    # Two marks each: three projects with two votes of three deputies, for two places.
    assert outcomes(vote) == [LineOutcome.TIED] * 3
    again = planned(more, cast)
    assert (again.topic.endswith("（并列项目再次表决）"), again.cap, again.lines.count()) == (True, 2, 3)
    held(again, cast, (YES, YES, NO), (YES, YES, NO), (YES, NO, NO))
    run_off = again.project_vote
    run_off.refresh_from_db()
    assert outcomes(run_off) == [LineOutcome.CHOSEN, LineOutcome.CHOSEN, LineOutcome.PASSED_OVER]
    assert more.projects.filter(state=ProjectState.CHOSEN).count() == 2


def test_each_for_itself_has_no_limit_and_the_end_is_balloted(cast, register):
    year = hand.listed(cast, way="each", places=None, names=hand.NAMES[:2])
    ballot = planned(year, cast)
    assert ballot.cap is None
    held(ballot, cast, (YES, YES), (YES, YES), (YES, NO))
    assert outcomes(ballot.project_vote) == [LineOutcome.CHOSEN] * 2
    hand.project_years.announce_projects(year.pk, announcement="区人大公告〔2026〕2号", by=cast.he, at=LATER)
    for project in year.projects.order_by("number"):
        hand.accepted(project, cast)
    facts = {"held_on": LATER.date(), "meeting_name": "区五届人大七次会议", "mode": "secret"}
    end = project_votes.plan_end_ballot(year.pk, by=cast.he, at=LATER, **facts).ballot
    held(end, cast, ("满意", "不满意"), ("满意", "不满意"), ("满意", "满意"))
    states = year.projects.order_by("number").values_list("state", flat=True)
    assert list(states) == [ProjectState.CLOSED, ProjectState.UNDER_WAY]


def test_void_or_cancelled_it_is_arranged_anew(cast, register):
    year = hand.listed(cast)
    first = planned(year, cast)
    act.cancel_ballot(first.pk, reason="改用纸质票。", by=cast.he, at=LATER)
    vote = ProjectVote.objects.get(ballot=first)
    assert (vote.state, vote.explanation) == (VoteState.VOID, "改用纸质票。")
    assert hand.planned(year, cast.he).ballot is None


def test_who_cannot_vote_so(cast, register):
    year = hand.listed(cast)
    seat = Mandate.objects.at_home().serving_on(LATER.date()).first()
    User.objects.filter(pk=seat.deputy.user_id).update(is_active=False)
    with pytest.raises(Refused, match="有1名在任代表还没有可以使用的账号") as refusal:
        planned(year, cast)
    assert (refusal.value.field, Ballot.objects.count(), ProjectVote.objects.count()) == ("mode", 0, 0)
