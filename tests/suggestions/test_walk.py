"""A random walk through the verbs: no round, reply or rating is ever lost, and every open case has a clock."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foundation.workflow import Refused
from suggestions.models import Rating, Reply, Round, Suggestion, TextVersion
from suggestions.states import Grade
from suggestions.transitions.acknowledge import acknowledge
from suggestions.transitions.appeal_assignment import appeal_assignment
from suggestions.transitions.check_reply import check_reply
from suggestions.transitions.decide_appeal import decide_appeal
from suggestions.transitions.draft_reply import draft_reply
from suggestions.transitions.mediate import mediate
from suggestions.transitions.rate import rate
from suggestions.transitions.record_contact import record_contact
from suggestions.transitions.resolve_mediation import resolve_mediation
from suggestions.transitions.sign_reply import sign_reply
from suggestions.transitions.withdraw import withdraw

pytestmark = pytest.mark.django_db


class Walk:
    """Each method tries one verb on the one suggestion; refusals are part of life."""

    def __init__(self, road, paper):
        self.road, self.paper, self.cast = road, paper, road.cast

    def part(self):
        return self.paper.assignments.exclude(state="released").order_by("pk").first()

    def sign_in(self):
        acknowledge(self.part(), by=self.road.officer(self.part()), at=self.road.at())

    def talk(self):
        record_contact(self.part(), by=self.road.officer(self.part()), at=self.road.at(), **self.road.talk())

    def write(self):
        draft_reply(self.part(), by=self.road.officer(self.part()), at=self.road.at(), **self.road.reply_content())

    def promise(self):
        content = {**self.road.reply_content(), **self.road.promise()}
        draft_reply(self.part(), by=self.road.officer(self.part()), at=self.road.at(), **content)

    def sign(self):
        sign_reply(self.part(), by=self.road.head(self.part()), at=self.road.at())

    def deliver(self):
        check_reply(self.part(), by=self.cast.he, at=self.road.at(), passed=True)

    def give_back(self):
        check_reply(self.part(), by=self.cast.sun, at=self.road.at(), passed=False, reason="不完整。")

    def praise(self):
        rate(self.paper, by=self.cast.lin, at=self.road.at(), attitude=Grade.SATISFIED, result=Grade.BASICALLY)

    def blame(self):
        grades = {"attitude": Grade.DISSATISFIED, "result": Grade.DISSATISFIED, "reason": "没有变化。"}
        rate(self.paper, by=self.cast.lin, at=self.road.at(), **grades)

    def call_in(self):
        mediate(self.paper, by=self.cast.he, at=self.road.at(), reason="分歧。")

    def settle(self):
        meeting = {"held_on": self.road.day, "participants": "双方", "record": "继续。", "resolution": "rehandle"}
        resolve_mediation(self.paper, by=self.cast.he, at=self.road.at(), **meeting)

    def move_on(self):
        other = self.cast.education if self.part().unit_id == self.cast.transport.pk else self.cast.transport
        appeal = appeal_assignment(self.paper, by=self.cast.lin, at=self.road.at(), reason="换。")
        decide_appeal(appeal, by=self.cast.he, at=self.road.at(), accept=True, unit=other, note="好。")

    def take_back(self):
        withdraw(self.paper, by=self.cast.lin, at=self.road.at(), reason="撤。")


VERBS = [name for name in vars(Walk) if not name.startswith("_") and name != "part"]
# The straight road is rare among random words; walks start on it and go on as they like.
STRAIGHT = ["sign_in", "talk", "write", "sign", "deliver", "blame"]


def kept():
    """Everything that may only grow, as it was."""
    return {
        "rounds": dict(Round.objects.values_list("pk", "number")),
        "replies": dict(Reply.objects.delivered().values_list("pk", "body")),
        "ratings": dict(Rating.objects.values_list("pk", "reason")),
        "texts": dict(TextVersion.objects.values_list("pk", "hash")),
    }


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(head=st.integers(0, 6), words=st.lists(st.sampled_from(VERBS), max_size=14))
def test_nothing_is_lost_on_the_way(road, head, words):
    with transaction.atomic():
        walk = Walk(road, road.assigned())
        before = kept()
        for word in STRAIGHT[:head] + words:
            try:
                with transaction.atomic():
                    getattr(walk, word)()
            except Refused:
                assert kept() == before
            after = kept()
            assert all(before[name].items() <= after[name].items() for name in before), word
            assert not Suggestion.objects.without_clock().exists(), word
            before = after
        numbers = list(walk.paper.rounds.order_by("number").values_list("number", flat=True))
        assert numbers == list(range(1, len(numbers) + 1))
        assert walk.paper.ratings.count() <= len(numbers)
        transaction.set_rollback(True)
