import pytest
from django.db import DatabaseError, transaction

from foundation.accounts.models import Membership
from foundation.accounts.roles import Role
from foundation.audit import timeline
from foundation.deadlines.models import Deadline
from foundation.notices.models import Notice
from suggestions import notices
from suggestions.models import Rating, Round, Threshold
from suggestions.states import Grade, SuggestionState
from suggestions.transitions.rate import rate

pytestmark = pytest.mark.django_db

FOLLOWING = [f"suggestions.{verb}" for verb in ("rehandle", "mediate", "track", "close")]
TOLD = [f"suggestions.{key}" for key in ("rated", "rehandled", "mediation_opened", "tracked", "closed")]
GOOD = {"attitude": Grade.SATISFIED, "result": Grade.SATISFIED}
BAD = {"attitude": Grade.SATISFIED, "result": Grade.DISSATISFIED, "reason": "站点没有增设。"}


def test_satisfied_it_is_closed(road, cast, heard, clocks):
    paper = road.replied()
    assert not Rating.objects.exists()

    rating = rate(paper, by=cast.lin, at=road.at(), version=paper.version, **GOOD)

    paper = road.fresh(paper)
    assert (paper.state, paper.ending, rating.round.number) == (SuggestionState.CLOSED, "rated", 1)
    assert rating.round.closed_at is not None
    assert clocks(paper) == {}
    assert heard("rated") == {"he", "xu", "feng", "chen"}
    assert heard("closed") == {"lin", "feng", "chen"}


@pytest.mark.parametrize("stop", ["dissatisfied", "mediation", "tracking", "closed"])
def test_no_message_event_or_clock_that_a_unit_can_open_names_who_rated(road, cast, stop):
    paper = getattr(road, stop)()

    events = timeline(paper, visibility={"public", "parties"}).filter(verb__in=FOLLOWING)
    assert events.exists()
    assert not events.filter(actor=cast.lin).exists()
    for unit in (cast.feng, cast.chen):
        told = Notice.objects.filter(recipient=unit, kind__in=TOLD)
        assert told.exists()
        assert not told.filter(sent_by=cast.lin).exists()
    clocks = Deadline.objects.filter(kind__in=("re_reply", "mediation"))
    assert all("林晓梅" not in str(clock.derivation) for clock in clocks)


@pytest.mark.parametrize("grades", [BAD, {"attitude": "dissatisfied", "result": "satisfied", "reason": "态度冷淡。"}])
def test_dissatisfied_in_either_dimension_opens_the_next_round_at_once(road, cast, grades, heard, clocks):
    paper = road.replied()

    rate(paper, by=cast.lin, at=road.at(), **grades)

    paper, part = road.fresh(paper), road.part(paper)
    assert (paper.state, part.state) == (SuggestionState.REHANDLING, "acknowledged")
    assert [row.number for row in paper.rounds.order_by("number")] == [1, 2]
    assert grades["reason"] in paper.current_round().because
    assert clocks(part) == {"re_reply": "2026-04-02"}
    assert heard("rehandled") == {"feng", "chen", "he", "xu"}
    assert part.replies.get().round.number == 1


def test_the_second_time_it_goes_to_mediation(road, cast, heard, clocks):
    paper = road.replied_again()

    rate(paper, by=cast.lin, at=road.at(), **BAD)

    paper = road.fresh(paper)
    assert paper.state == SuggestionState.MEDIATION
    assert paper.rounds.count() == paper.ratings.count() == 2
    assert clocks(paper) == {"mediation": "2026-04-02"}
    assert heard("mediation_opened") >= {"he", "xu", "feng", "chen"}


def test_after_how_many_times_is_a_row(road, cast):
    Threshold.objects.filter(key="mediation_after").update(amount=3)

    assert road.dissatisfied(road.replied_again()).state == SuggestionState.REHANDLING


def test_a_promise_is_tracked(road, heard):
    assert road.tracking().state == SuggestionState.TRACKING
    assert heard("tracked") >= {"feng", "chen", "he", "xu"}


def test_units_hear_grades_and_reason_but_no_name(road, cast):
    paper = road.replied()
    rate(paper, by=cast.lin, at=road.at(), **BAD)

    texts = [f"{row.title}{row.body}" for row in Notice.objects.filter(recipient=cast.feng, kind__endswith="rated")]
    assert texts
    assert all("林晓梅" not in text for text in texts)
    assert any("站点没有增设" in text for text in texts)


def test_only_by_the_lead_deputy(road, cast, refused):
    subject = road.replied()
    for who in ("zhou", "he", "gao", "zhao", "sun", "feng", "chen", "shen", "stranger"):
        refused(rate, subject, by=getattr(cast, who), at=road.at(), code="role", **GOOD)


def test_not_by_somebody_acting_for_him(road, cast, refused):
    paper = road.replied()
    cast.lin.acted_by = cast.zhou

    refused(rate, paper, by=cast.lin, at=road.at(), code="role", **GOOD)


def test_not_by_a_deputy_who_works_in_the_unit(road, cast, refused):
    paper = road.replied()
    Membership.objects.create(user=cast.lin, organisation=cast.transport, role=Role.UNIT_OFFICER, from_date=road.day)

    refused(rate, paper, by=road.fresh(cast.lin), at=road.at(), code="role", **GOOD)


@pytest.mark.parametrize(
    "grades",
    [
        {"attitude": "", "result": "satisfied"},
        {"attitude": "satisfied", "result": "excellent"},
        {**BAD, "reason": "  "},
    ],
)
def test_both_grades_and_a_reason_where_dissatisfied(road, cast, refused, grades):
    refused(rate, road.replied(), by=cast.lin, at=road.at(), code="input", **grades)


def test_not_before_the_reply_and_not_twice(road, cast, refused):
    refused(rate, road.signed(), by=cast.lin, at=road.at(), code="state", **GOOD)
    refused(rate, road.closed(), by=cast.lin, at=road.at(), code="state", **GOOD)


def test_late_is_still_heard(road, cast):
    paper = road.replied()

    assert rate(paper, by=cast.lin, at=road.at(days=60), **GOOD).is_dissatisfied is False


def test_if_telling_fails_nothing_has_happened(road, cast, monkeypatch):
    paper = road.replied()
    before = (Deadline.objects.open().count(), Notice.objects.count())

    def fail(*args, **kwargs):
        raise RuntimeError("no ink")

    monkeypatch.setattr(notices, "rehandled", fail)
    with pytest.raises(RuntimeError):
        rate(paper, by=cast.lin, at=road.at(), **BAD)

    assert road.fresh(paper).state == SuggestionState.REPLIED
    assert (Rating.objects.count(), Round.objects.count()) == (0, 1)
    assert (Deadline.objects.open().count(), Notice.objects.count()) == before


def test_a_rating_is_never_changed(road):
    rating = road.closed().ratings.get()

    for act in (lambda: Rating.objects.filter(pk=rating.pk).update(result="basically"), rating.delete):
        with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
            act()
