"""Proves that nothing recorded was changed, removed or slipped in."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Any

from django.db import connection
from django.db.models import Max
from django.utils import timezone

from foundation.audit.chain import SEALED_COLUMNS, START, link
from foundation.audit.models import Event, Seal

# The sealing job runs every minute; an event unsealed for an hour means it does not.
SEALED_WITHIN = timedelta(hours=1)


@dataclass(frozen=True)
class Problem:
    """What is wrong, where, in Chinese. `kind`: gap, altered, unchained, cut, seal, unsealed, unguarded, anchor."""

    kind: str
    text: str
    seq: int | None = None


@dataclass
class Report:
    """The result of one verification. `head` is (number, hash) to be kept outside of the database."""

    checked: int = 0
    unsealed: int = 0
    head: tuple[int, str] = (0, START)
    problems: list[Problem] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.problems

    def as_dict(self) -> dict[str, Any]:
        return {"ok": self.ok, **asdict(self), "head": {"seq": self.head[0], "hash": self.head[1]}}


def verify(anchor: tuple[int, str] | None = None) -> Report:
    """Recomputes the whole chain. `anchor` is a head noted earlier: its event must still be there, unchanged."""
    report = Report(unsealed=Event.objects.filter(seq=None).count())
    report.problems.extend(_chain_problems(report, anchor))
    report.problems.extend(_seal_problems(report.head))
    report.problems.extend(_guard_problems())
    report.problems.extend(_late_problems())
    return report


def _chain_problems(report: Report, anchor: tuple[int, str] | None) -> Iterator[Problem]:
    seals = dict(Seal.objects.values_list("last_seq", "head_hash"))
    expected, before = 1, START
    for row in _sealed_rows():
        seq = row["seq"]
        if seq != expected:
            yield Problem("gap", f"第{expected}号至第{seq - 1}号记录缺失。", expected)
        elif row["prev_hash"] != before:
            yield Problem("unchained", f"第{seq}号记录与前一条不衔接。", seq)
        if link(row["prev_hash"], seq, row) != row["hash"]:
            yield Problem("altered", f"第{seq}号记录的内容被改动。", seq)
        if seals.get(seq, row["hash"]) != row["hash"]:
            yield Problem("seal", f"第{seq}号记录与封存时的校验值不符。", seq)
        if anchor and anchor[0] == seq and anchor[1] != row["hash"]:
            yield Problem("anchor", f"第{seq}号记录与留存的校验值不符。", seq)
        expected, before = seq + 1, row["hash"]
        report.checked += 1
        report.head = (seq, row["hash"])
    if anchor and anchor[0] >= expected:
        yield Problem("anchor", f"留存校验值对应的第{anchor[0]}号记录已不存在。", anchor[0])


def _sealed_rows() -> Iterator[dict[str, Any]]:
    rows = Event.objects.exclude(seq=None).order_by("seq")
    return rows.values(*SEALED_COLUMNS, "seq", "prev_hash", "hash").iterator(chunk_size=2000)


def _seal_problems(head: tuple[int, str]) -> Iterator[Problem]:
    last = Seal.objects.aggregate(last=Max("last_seq"))["last"] or 0
    if last > head[0]:
        yield Problem("cut", f"封存至第{last}号，现存只到第{head[0]}号，末尾的记录缺失。", head[0] + 1)
    elif last < head[0]:
        yield Problem("seal", f"第{last + 1}号至第{head[0]}号记录没有对应的封存记录。", last + 1)


def _late_problems() -> Iterator[Problem]:
    late = Event.objects.filter(seq=None, recorded_at__lt=timezone.now() - SEALED_WITHIN).count()
    if late:
        yield Problem("unsealed", f"有{late}条记录超过1小时未封存，请检查定时任务 audit.seal。")


def _guard_problems() -> Iterator[Problem]:
    for model in (Event, Seal):
        missing = len(model._meta.triggers) - _active_guards(model._meta.db_table)
        if missing > 0:
            yield Problem("unguarded", f"表 {model._meta.db_table} 有{missing}个防篡改触发器缺失或被停用。")


def _active_guards(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_trigger WHERE tgrelid = %s::regclass AND tgname LIKE 'pgtrigger_no\\_%%'"
            " AND tgenabled IN ('O', 'A')",
            [table],
        )
        return cursor.fetchone()[0]
