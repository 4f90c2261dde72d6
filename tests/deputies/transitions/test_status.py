"""Suspending, restoring and ending a mandate: allowed once, refused by role, state, date, ground, and twice."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from deputies.models import Mandate
from deputies.transitions.end import end
from deputies.transitions.restore import restore
from deputies.transitions.suspend import suspend
from foundation.audit import timeline
from foundation.workflow import Refused, StaleVersion, after
from foundation.workflow import listeners as listening

AT = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
PAPER = {"announcement_no": "示人常〔2026〕3号", "announced_on": date(2026, 3, 1)}
GONE = {"effective_on": date(2026, 2, 28), "reason": "resigned", **PAPER}
HELD = {"effective_on": date(2026, 2, 1), "reason": "detained", **PAPER}


def test_suspended_restored_ended(cast, register):
    seat = suspend(register.lin.pk, by=cast.he, at=AT, **HELD)
    assert (seat.status, seat.reason, seat.status_since) == ("suspended", "detained", date(2026, 2, 1))
    seat = restore(seat.pk, by=cast.he, at=AT, effective_on=date(2026, 2, 20), **PAPER)
    assert (seat.status, seat.reason) == ("serving", "")
    seat = end(seat.pk, by=cast.he, at=AT, **GONE)
    assert (seat.status, seat.announcement_no) == ("ended", "示人常〔2026〕3号")
    rows = seat.changes.order_by("pk").values_list("from_status", "to_status", "by", "announcement_no")
    assert list(rows) == [
        ("serving", "suspended", cast.he.pk, "示人常〔2026〕3号"),
        ("suspended", "serving", cast.he.pk, "示人常〔2026〕3号"),
        ("serving", "ended", cast.he.pk, "示人常〔2026〕3号"),
    ]


def test_each_is_recorded_in_a_sentence(cast, register):
    end(register.lin.pk, by=cast.he, at=AT, **GONE)
    event = timeline(register.lin).get()
    assert event.verb == "deputies.end"
    assert event.summary == (
        "林晓梅终止代表资格，自2026年2月28日起，原因：辞职被接受（示人常〔2026〕3号，2026年3月1日）。"
    )


def test_rooms_above_hear_it(cast, register, monkeypatch):
    heard = []
    monkeypatch.setattr(listening, "_listeners", {})
    after("deputies.end")(lambda seat, **facts: heard.append((seat.pk, facts["change"].reason)))
    end(register.lin.pk, by=cast.he, at=AT, **GONE)
    assert heard == [(register.lin.pk, "resigned")]


@pytest.mark.parametrize("person", ["lin", "zhao", "wei", "stranger"])
def test_only_the_office_may(cast, register, person):
    with pytest.raises(Refused, match="代表联络工作机构"):
        end(register.lin.pk, by=getattr(cast, person), at=AT, **GONE)
    assert Mandate.objects.get(pk=register.lin.pk).status == "serving"


def test_ending_twice_is_refused(cast, register):
    end(register.lin.pk, by=cast.he, at=AT, **GONE)
    with pytest.raises(Refused, match="代表资格终止"):
        end(register.lin.pk, by=cast.he, at=AT, **GONE)


def test_an_ended_mandate_is_not_restored(cast, register):
    end(register.lin.pk, by=cast.he, at=AT, **GONE)
    with pytest.raises(Refused):
        restore(register.lin.pk, by=cast.he, at=AT, effective_on=date(2026, 3, 1), **PAPER)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"reason": ""}, "reason"),
        ({"reason": "detained"}, "reason"),
        ({"effective_on": date(2026, 3, 3)}, "effective_on"),
        ({"announcement_no": " "}, "announcement_no"),
        ({"announced_on": None}, "announced_on"),
        ({"announced_on": date(2026, 3, 3)}, "announced_on"),
    ],
)
def test_what_the_law_asks_for_must_be_there(cast, register, change, field):
    with pytest.raises(ValidationError) as caught:
        end(register.lin.pk, by=cast.he, at=AT, **(GONE | change))
    assert list(caught.value.message_dict) == [field]
    assert not register.lin.changes.exists()


def test_a_change_before_the_last_one_is_refused(cast, register):
    suspend(register.lin.pk, by=cast.he, at=AT, **HELD)
    with pytest.raises(ValidationError, match="不能早于上一次变动"):
        restore(register.lin.pk, by=cast.he, at=AT, effective_on=date(2026, 1, 31), **PAPER)


def test_a_page_opened_before_a_colleagues_change_is_stale(cast, register):
    suspend(register.lin.pk, by=cast.he, at=AT, version=1, **HELD)
    with pytest.raises(StaleVersion):
        end(register.lin.pk, by=cast.xu, at=AT, version=1, **GONE)
