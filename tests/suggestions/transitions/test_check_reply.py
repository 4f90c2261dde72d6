from datetime import date

import pytest
from django.db import DatabaseError, transaction

from suggestions.states import AssignmentState, SuggestionState
from suggestions.transitions.check_reply import check_reply

pytestmark = pytest.mark.django_db


def test_passed_the_reply_reaches_every_proposer(road, cast, heard, clocks):
    paper = road.on(road.joint(), "signed")
    part = road.part(paper)

    check_reply(part, by=cast.sun, at=road.at(), version=part.version, passed=True)

    paper = road.fresh(paper)
    assert (road.fresh(part).state, paper.state) == (AssignmentState.DELIVERED, SuggestionState.REPLIED)
    assert paper.current_round().replied_at is not None
    assert clocks(part) == {}
    assert clocks(paper) == {"rating": "2026-03-23"}
    assert heard("reply_delivered") == {"lin", "zhou"}
    assert heard("rating_asked") == {"lin"}


def test_separate_units_answer_one_by_one(road, cast, clocks):
    paper = road.on(road.separately(), "signed")
    one, two = paper.assignments.order_by("pk")

    check_reply(one, by=cast.he, at=road.at(), passed=True)
    assert road.fresh(paper).state == SuggestionState.HANDLING
    check_reply(two, by=cast.he, at=road.at(), passed=True)
    assert road.fresh(paper).state == SuggestionState.REPLIED


def test_a_promise_goes_on_the_ledger_with_its_clock(road, clocks):
    promise = road.promised().commitments.get()

    assert (promise.text, promise.due_on) == ("年底前建成候车亭。", date(2026, 12, 31))
    assert clocks(promise) == {"commitment": "2026-12-31", "promise_progress": "2026-04-02"}


def test_returned_with_a_reason_it_is_drafted_again(road, cast, heard, refused, clocks):
    part = road.part(road.signed())
    refused(check_reply, part, by=cast.sun, at=road.at(), passed=False, reason=" ", code="input")

    check_reply(part, by=cast.sun, at=road.at(), passed=False, reason="未逐条答复。")

    reply = part.replies.get()
    assert road.fresh(part).state == AssignmentState.RETURNED
    assert (reply.signed_at, reply.checks.get().reason) == (None, "未逐条答复。")
    assert set(clocks(part)) == {"reply"}
    assert heard("reply_returned") == {"feng", "chen"}
    assert road.replied(road.signed(road.drafted(part.suggestion))).state == SuggestionState.REPLIED


def test_a_delivered_reply_can_never_be_changed(road):
    reply = road.part(road.replied()).replies.get()

    for act in (lambda: type(reply).objects.filter(pk=reply.pk).update(body="改"), reply.delete):
        with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
            act()


def test_only_by_the_checking_offices(road, cast, refused):
    subject = road.part(road.signed())
    for who in ("lin", "feng", "chen", "wei", "gao", "zhao", "stranger"):
        refused(check_reply, subject, by=getattr(cast, who), at=road.at(), passed=True, code="role")


def test_not_unsigned_and_not_twice(road, cast, refused):
    refused(check_reply, road.part(road.drafted()), by=cast.he, at=road.at(), passed=True, code="state")
    refused(check_reply, road.part(road.replied()), by=cast.he, at=road.at(), passed=True, code="state")
