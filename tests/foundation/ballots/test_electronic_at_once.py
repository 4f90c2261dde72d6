"""Members voting at the same moment, one voting twice, the chair closing meanwhile: on real connections."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection

from foundation.ballots import electronic, slips
from foundation.workflow import Refused
from tests.cast import Cast, assemble
from tests.foundation.ballots.test_electronic import AT, closed, opened, vote

pytestmark = pytest.mark.django_db(transaction=True)
VOTERS = ("zhao", "qian", "luo", "lin", "zhou", "deng")


@pytest.fixture
def cast() -> Cast:
    """Committed rows, which other connections can see."""
    return assemble()


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Starts every act on its own connection at the same moment; answers what each returned or raised."""
    barrier, results = Barrier(len(acts)), [None] * len(acts)

    def run(place: int, act: Callable[[], Any]) -> None:
        connection.ensure_connection()
        barrier.wait()
        try:
            results[place] = act()
        except Exception as error:  # noqa: BLE001  (handed to the test)
            results[place] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return results


def by(ballot: Any, user: Any, choice: str = "满意", token: str = "") -> Callable[[], Any]:
    return lambda: vote(ballot, user, choice, choice, token=token)


def test_two_members_at_the_same_millisecond_and_one_member_twice(cast):
    ballot = opened(cast)
    results = at_once(by(ballot, cast.zhao), by(ballot, cast.qian, "不满意"))
    assert [type(result) for result in results] == [electronic.Receipt] * 2
    # On two devices; and pressing the button of one page twice.
    assert {type(result) for result in at_once(by(ballot, cast.luo), by(ballot, cast.luo, "不满意"))} == {
        electronic.Receipt,
        Refused,
    }
    token = slips.new_token()
    pressed = at_once(by(ballot, cast.lin, token=token), by(ballot, cast.lin, token=token))
    assert sorted(result.again for result in pressed) == [False, True]
    assert len({result.code for result in pressed}) == 1
    done = closed(ballot, cast)
    assert {result.code for result in (*results, *pressed)} <= set(done.receipts)
    assert [sum(line.values()) for line in electronic.counts(done)] == [4, 4]


def test_the_chair_closes_while_everybody_votes(cast):
    ballot = opened(cast, voters=[getattr(cast, name) for name in VOTERS])
    acts = [by(ballot, getattr(cast, name)) for name in VOTERS]
    acts.insert(3, lambda: electronic.close_ballot(ballot.pk, by=cast.he, at=AT))
    results = at_once(*acts)
    done = results.pop(3)
    counted = [result for result in results if isinstance(result, electronic.Receipt)]
    refused = [result for result in results if isinstance(result, Refused)]
    assert len(counted) + len(refused) == len(VOTERS)
    assert {result.reason for result in refused} <= {electronic.CLOSED}
    assert done.receipts == sorted(result.code for result in counted)
    assert done.papers == done.slips.filter(line=0).count() == len(counted)
    came = set(done.voters.filter(has_voted=True).values_list("user__username", flat=True))
    assert came == {name for name, result in zip(VOTERS, results, strict=True) if result in counted}
