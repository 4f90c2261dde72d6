"""Lead, co-signers and office act on one joint paper at the same moment, on real connections."""

import pytest

from foundation.workflow import Refused
from suggestions.models import CosignerWord, Rating, Suggestion
from suggestions.transitions.agree_withdrawal import agree_withdrawal
from suggestions.transitions.ask_cosigners import ask_cosigners
from suggestions.transitions.ask_withdrawal import ask_withdrawal
from suggestions.transitions.give_word import give_word
from suggestions.transitions.rate import rate
from suggestions.transitions.split import answer_split, propose_split
from suggestions.transitions.withdraw import withdraw
from tests.cast import assemble
from tests.deputies_cast import seat
from tests.suggestions.road import Road
from tests.suggestions.transitions.test_concurrency import at_once
from tests.suggestions.transitions.test_split import WHY

pytestmark = pytest.mark.django_db(transaction=True)

GOOD = {"attitude": "satisfied", "result": "satisfied"}


@pytest.fixture
def road() -> Road:
    """Committed rows, which other connections can see."""
    cast = assemble()
    return Road(cast, seat(cast))


def refusals(results):
    """Of what came back; anything else that went wrong fails the test."""
    assert not [one for one in results if isinstance(one, Exception) and not isinstance(one, Refused)], results
    return [one for one in results if isinstance(one, Refused)]


def test_asking_twice_asks_once(road):
    paper, moments = road.on(road.joint(), "replied"), [road.at(), road.at()]

    results = at_once(*(lambda at=at: ask_cosigners(paper.pk, by=road.cast.lin, at=at) for at in moments))

    assert len(refusals(results)) == 1
    assert CosignerWord.objects.count() == 1


def test_both_co_signers_answer_and_the_lead_rates_meanwhile(road):
    cast, paper = road.cast, road.on(road.cosigned_by(road.draft(), 2), "replied")
    words = ask_cosigners(paper, by=cast.lin, at=road.at())
    moments = [road.at(8) for _ in range(3)]
    acts = [
        lambda word=word, at=at: give_word(word.pk, by=word.cosigner.mandate.deputy.user, at=at, **GOOD)
        for word, at in zip(words, moments[:2], strict=True)
    ]

    results = at_once(*acts, lambda: rate(paper.pk, by=cast.lin, at=moments[2], **GOOD))

    late, rating = len(refusals(results)), Rating.objects.get()
    answered = CosignerWord.objects.exclude(answered_at=None).count()
    assert answered == 2 - late == rating.cosigners_same
    assert rating.cosigners_silent == late


def test_agreeing_twice_takes_apart_once(road):
    cast, paper = road.cast, road.registered()
    split = propose_split(paper, by=cast.he, at=road.at(), **WHY)
    moments = [road.at(), road.at()]

    results = at_once(*(lambda at=at: answer_split(split.pk, by=cast.lin, at=at, agree=True) for at in moments))

    assert len(refusals(results)) == 1
    assert Suggestion.objects.count() == 3


def test_one_withdraws_while_the_other_takes_his_consent_away(road):
    cast, paper = road.cast, road.submitted(road.cosigned_by(road.draft(), 2))
    ask_withdrawal(paper, by=cast.lin, at=road.at(), reason="已解决。")
    rows = {row.mandate: row for row in paper.cosigners.all()}
    agree_withdrawal(rows[road.seats.zhou], by=cast.zhou, at=road.at())
    moments, deng = [road.at(), road.at()], rows[road.seats.deng]

    results = at_once(
        lambda: agree_withdrawal(deng.pk, by=cast.deng, at=moments[0], agree=False, words="问题还在。"),
        lambda: withdraw(paper.pk, by=cast.lin, at=moments[1], reason="已解决。"),
    )

    assert len(refusals(results)) == 1
    assert road.fresh(paper).state == "submitted"
