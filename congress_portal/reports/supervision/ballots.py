"""Ballots of the year and what they came to (表决、测评)."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast

from congress_portal.reports.supervision.kinds import BALLOT
from congress_portal.reports.supervision.shape import grouped, ledger, nothing, on_days
from foundation.documents.figures import Cell, Sheet
from foundation.web.chinese import date_text
from suggestions.yearbook import Period, word
from supervision.models import Ballot, BallotLine, DutyReport, Nominee, Undertaking
from supervision.querysets.undertakings import not_hidden
from supervision.states.ballots import BallotState

S = BallotState
OF_PEOPLE = "appointees"
FIGURES = (
    ("count", "组织表决测评（次）", lambda row: row.state != S.CANCELLED),
    ("announced", "已公布结果", lambda row: row.state == S.ANNOUNCED),
    ("void", "表决无效", lambda row: row.state == S.VOID),
    ("waiting", "尚未表决或者公布", lambda row: row.state in (S.PLANNED, S.OPEN, S.CLOSED)),
    ("cancelled", "已取消", lambda row: row.state == S.CANCELLED),
)
LABELS = ("表决事项", "表决项", "表决日期", "表决方式", "结果")


def tables(period: Period, on: date) -> list[Sheet]:
    """By the rule they were held under, and each announced line with its votes."""
    rows = on_days(Ballot.objects.with_names(), "held_on", period).exclude(**_about_hidden(on))
    found = list(rows.defer("record").prefetch_related("lines").order_by("held_on", "pk"))
    if not found:
        return [nothing("ballots", "表决测评情况", "本年度没有组织表决和测评。")]
    rules = sorted({row.rule.code: row.rule.name for row in found}.items())
    groups = [(code, name, [row for row in found if row.rule.code == code]) for code, name in rules]
    note = "按表决日期统计；取消的不计入组织次数。"
    return [
        grouped("ballots", "表决测评情况", "表决办法", FIGURES, groups, found, BALLOT, note),
        _results(found),
    ]


def _about_hidden(on: date) -> dict[str, object]:
    """Ballots on supervision the bodies must not know of yet."""
    hidden: QuerySet[Undertaking] = Undertaking.objects.exclude(not_hidden(on)).order_by()
    keys = hidden.annotate(key=Cast("pk", CharField())).values("key")
    return {"subject_type": ContentType.objects.get_for_model(Undertaking), "subject_id__in": keys}


def _results(found: Sequence[Ballot]) -> Sheet:
    note = "对人员的表决测评，结果没有向社会公开的只计次数，不列名单。"
    rows = [(line.pk, _line(line)) for line in _told(found)]
    if not rows:
        return nothing("ballot_results", "表决测评结果", "本年度没有可以列出的表决测评结果。")
    return ledger("ballot_results", "表决测评结果", LABELS, rows, note)


def _told(found: Sequence[Ballot]) -> Iterator[BallotLine]:
    """Every announced line, those about people only where the result is public."""
    people = {ContentType.objects.get_for_model(model).pk for model in (Nominee, DutyReport)}
    for ballot in found:
        if ballot.state == S.ANNOUNCED:
            for line in ballot.lines.all():
                if ballot.is_published or (line.target_type_id not in people and ballot.rule.code != OF_PEOPLE):
                    yield line


def _line(line: BallotLine) -> list[Cell]:
    ballot = line.ballot
    votes = "、".join(f"{grade}{number}票" for grade, number, _ in line.rows)
    score = f"，得分{line.score}" if line.score is not None else ""
    return [
        word(ballot.topic, ballot.pk, BALLOT),
        word(line.name),
        word(date_text(ballot.held_on)),
        word(ballot.get_mode_display()),
        word(f"{line.outcome or '无效'}（{votes}{score}）"),
    ]
