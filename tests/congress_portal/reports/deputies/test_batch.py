"""Many reports in one step: each for itself, never twice, going on where a worker was lost."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine

from congress_portal.reports.deputies.transitions import batch
from congress_portal.reports.deputies.transitions.batch import ask_batch, carry_out
from congress_portal.reports.models import BatchRun, BatchVerb, DeputyReport
from congress_portal.reports.tasks import build_waiting
from foundation.workflow import Refused
from tests.congress_portal.reports.conftest import DAY

LATER = DAY + timedelta(days=40)


@pytest.fixture
def keys(year):
    year.opened()
    return list(DeputyReport.objects.order_by("pk").values_list("pk", flat=True))


def states() -> list[str]:
    return list(DeputyReport.objects.order_by("pk").values_list("state", flat=True))


def test_every_report_is_done_for_itself(cast, year, keys):
    run = ask_batch(BatchVerb.CHECK, keys, by=cast.he, at=LATER)
    done = carry_out(run.pk, clock=lambda: LATER)
    assert (done.done, done.refused, done.done_to, states()) == (3, [], 3, ["checked"] * 3)
    assert carry_out(run.pk, clock=lambda: LATER) is None

    own = carry_out(ask_batch(BatchVerb.CONFIRM, keys, by=cast.he, at=LATER).pk, clock=lambda: LATER)
    assert (own.done, {row["reason"] for row in own.refused}) == (
        0,
        {"核对和审定须由两名工作人员分别办理，请另一名同事审定。"},
    )


def test_a_lost_worker_is_followed_by_another_that_goes_on_behind_it(cast, year, keys, monkeypatch):
    run = ask_batch(BatchVerb.CHECK, keys, by=cast.he, at=LATER)
    check, killed = batch.STEPS[BatchVerb.CHECK], SimpleNamespace(after=2)

    def dying(key, **facts):
        killed.after -= 1
        if killed.after < 0:
            raise KeyboardInterrupt
        return check(key, **facts)

    monkeypatch.setitem(batch.STEPS, BatchVerb.CHECK, dying)
    with pytest.raises(KeyboardInterrupt):
        carry_out(run.pk, clock=lambda: LATER)
    monkeypatch.undo()
    begun: list[int] = []
    monkeypatch.setattr("congress_portal.reports.tasks.carry_out_batch.delay", begun.append)

    assert BatchRun.objects.get().done_to == 2
    assert carry_out(run.pk, clock=lambda: LATER) is None, "the first one may still live"
    after = LATER + timedelta(minutes=6)
    with time_machine.travel(after):
        build_waiting()
    assert begun == [run.pk]
    done = carry_out(run.pk, clock=lambda: after)
    assert (done.done, done.refused, states()) == (3, [], ["checked"] * 3)


def test_trouble_with_one_stops_nobody_else(cast, year, keys, monkeypatch):
    run = ask_batch(BatchVerb.CHECK, keys, by=cast.he, at=LATER)
    check = batch.STEPS[BatchVerb.CHECK]

    def stumbling(key, **facts):
        if key == keys[1]:
            raise ValueError("broken")
        return check(key, **facts)

    monkeypatch.setitem(batch.STEPS, BatchVerb.CHECK, stumbling)
    done = carry_out(run.pk, clock=lambda: LATER)
    assert (done.done, [row["pk"] for row in done.refused]) == (2, [keys[1]])
    assert "单独办理" in done.refused[0]["reason"]


def test_nobody_asks_twice_or_in_somebody_elses_name(cast, year, keys):
    with pytest.raises(Refused, match="没有可以办理"):
        ask_batch(BatchVerb.CHECK, [], by=cast.he, at=LATER)
    ask_batch(BatchVerb.CHECK, keys, by=cast.he, at=LATER)
    with pytest.raises(Refused, match="还在进行"):
        ask_batch(BatchVerb.CHECK, keys, by=cast.he, at=LATER)
    cast.xu.acted_by = cast.he
    with pytest.raises(Refused, match="不能代办"):
        ask_batch(BatchVerb.CHECK, keys, by=cast.xu, at=LATER)
