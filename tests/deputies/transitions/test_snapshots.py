"""Points are fixed for a period, kept under a hash, and corrected by a new edition."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from deputies.models import PointScheme, PointSnapshot, PointStanding
from deputies.transitions import snapshots
from deputies.transitions.snapshots import ask_snapshot, ask_snapshot_again, build_snapshot, correct_snapshot
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.deputies.duty import AT, line

NEXT_YEAR = datetime(2027, 1, 8, 9, tzinfo=AT.tzinfo)


@pytest.fixture
def asked(cast, register):
    line(register.lin, "inspection")
    line(register.lin, "inspection", on=date(2026, 9, 1))
    line(register.deng, "voter_visit", quantity=Decimal(4))
    line(register.zhou, "inspection", on=date(2025, 5, 5))
    return ask_snapshot(by=cast.he, at=NEXT_YEAR, scheme=PointScheme.objects.get(), kind="year", year=2026)


def test_everybody_has_his_place_among_all_in_his_delegation_and_in_his_group(asked, cast, register):
    snapshot = build_snapshot(asked.pk, clock=lambda: NEXT_YEAR)

    rows = snapshot.standings.values_list("deputy__user__username", "total", "place", "place_in_delegation", "grade")
    assert list(rows) == [
        ("lin", Decimal(66), 1, 1, "基本称职"),
        ("deng", Decimal(64), 2, 2, "基本称职"),
        ("zhou", Decimal(60), 3, 1, "基本称职"),
    ]
    assert (snapshot.state, snapshot.progress_done, snapshot.progress_of) == ("fixed", 3, 3)
    assert snapshot.standings.get(deputy__user=cast.lin).detail["rules"] == [["inspection", "2.00", "6.00"]]
    assert snapshot.standings.get(deputy__user=cast.zhou).place_in_group is None
    told = set(Notice.objects.filter(kind="deputies.points_told").values_list("recipient__username", flat=True))
    assert told == {"lin", "deng", "zhou"}
    assert Notice.objects.get(kind="deputies.points_fixed").recipient == cast.he


def test_a_half_counts_its_own_months(asked, cast, register):
    scheme = PointScheme.objects.get()
    half = ask_snapshot(by=cast.he, at=NEXT_YEAR, scheme=scheme, kind="half", year=2026, number=2)
    assert build_snapshot(half.pk).standings.get(deputy__user=cast.lin).total == Decimal(63)


def test_a_quarter_has_the_share_its_scheme_says_and_keeps_it(asked, cast, register):
    PointScheme.objects.update(quarter_share=25)
    quarter = ask_snapshot(by=cast.he, at=NEXT_YEAR, scheme=PointScheme.objects.get(), kind="quarter", year=2026)

    snapshot = build_snapshot(quarter.pk)
    PointScheme.objects.update(quarter_share=30)
    year = build_snapshot(asked.pk)

    snapshot.refresh_from_db()
    assert (snapshot.share, snapshot.digest) == (Decimal(25), snapshot.expected_digest())
    rows = dict(snapshot.standings.values_list("deputy__user__username", "total"))
    assert rows == {"lin": Decimal(18), "deng": Decimal("17.5"), "zhou": Decimal(15)}
    assert snapshot.standings.get(deputy__user=cast.lin).grade == "基本称职"
    assert (year.share, year.standings.get(deputy__user=cast.lin).total) == (Decimal(100), Decimal(66))


@pytest.mark.parametrize("share", [0, Decimal("100.5")])
def test_a_share_of_the_year_is_no_nonsense(db, share):
    with pytest.raises(ValidationError):
        PointScheme(name="试行", half_share=share).full_clean()
    with pytest.raises(DatabaseError), transaction.atomic():
        PointScheme.objects.update(half_share=share)


def test_fixed_is_fixed_and_the_hash_proves_it(asked, cast):
    snapshot = build_snapshot(asked.pk)
    assert snapshot.digest == snapshot.expected_digest()
    for rows in (PointStanding.objects.all(), PointSnapshot.objects.all()):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**({"total": 99} if rows.model is PointStanding else {"reason": "改"}))
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.all()._raw_delete("default")
    assert build_snapshot(asked.pk) is None


def test_a_job_that_was_killed_goes_on_where_it_stopped(asked, monkeypatch):
    monkeypatch.setattr(snapshots, "AT_ONCE", 1)
    counted = []

    def count_and_fall(*args):
        counted.append(args[2][0].deputy.name)
        if len(counted) == 2:
            raise MemoryError
        return plain(*args)

    plain = snapshots._count
    monkeypatch.setattr(snapshots, "_count", count_and_fall)
    with pytest.raises(MemoryError):
        build_snapshot(asked.pk)
    failed = PointSnapshot.objects.get()
    assert (failed.state, failed.failure, failed.standings.count()) == ("failed", "MemoryError。", 1)
    assert Notice.objects.filter(kind="deputies.points_failed").exists()

    ask_snapshot_again(failed.pk, by=failed.asked_by, at=NEXT_YEAR)
    assert build_snapshot(asked.pk).state == "fixed"
    assert len(counted) == len(set(counted)) + 1
    assert PointStanding.objects.count() == 3


def test_a_correction_is_a_second_edition_with_its_reason(asked, cast, register):
    first = build_snapshot(asked.pk)
    line(register.zhou, "training", title="补记培训", on=date(2026, 6, 1))
    with pytest.raises(Refused, match="请写明更正理由"):
        correct_snapshot(first.pk, by=cast.he, at=NEXT_YEAR, reason=" ")

    second = build_snapshot(correct_snapshot(first.pk, by=cast.he, at=NEXT_YEAR, reason="补记一次培训").pk)

    assert (second.edition, second.corrects, str(second)) == (2, first, "2026年积分（第2版）")
    assert second.standings.get(deputy__user=cast.zhou).total == Decimal(63)
    assert first.standings.get(deputy__user=cast.zhou).total == Decimal(60)
    assert second.digest != first.digest
    with pytest.raises(Refused, match="已有更新的一版"):
        correct_snapshot(first.pk, by=cast.he, at=NEXT_YEAR, reason="再改")


@pytest.mark.parametrize(
    ("who", "facts", "sentence"),
    [
        ("lin", {}, "积分由代表联络工作机构固定和更正。"),
        ("zhao", {}, "积分由代表联络工作机构固定和更正。"),
        ("he", {"year": 2027}, "2027年还没有结束，结束后方可固定积分。"),
        ("he", {"kind": "quarter", "year": 2027}, "2027年第1季度还没有结束"),
        ("he", {}, "已经生成；需要改动的，请打开后办理更正。"),
    ],
)
def test_who_may_not_and_what_cannot_be_fixed(asked, cast, who, facts, sentence):
    given = {"scheme": PointScheme.objects.get(), "kind": "year", "year": 2026, **facts}
    with pytest.raises(Refused, match=sentence):
        ask_snapshot(by=getattr(cast, who), at=NEXT_YEAR, **given)
