"""The yearly choice: scored by the table in force, decided by a meeting within its numbers, published."""

from collections.abc import Collection
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from deputies.models import Meeting
from foundation import audit
from foundation.documents.figures import to_json
from foundation.workflow import Refused, announce, lock
from suggestions import notices, scoring
from suggestions.models import Appraisal, AppraisalScheme, Award, SuggestionMark
from suggestions.rules import may_decide_awards, may_mark, may_publish_awards, may_score
from suggestions.states import APPRAISAL_FLOW, AppraisedKind, MarkDimension
from suggestions.transitions.beats import day_of, note, open_suggestion
from suggestions.transitions.duties import enter_awarded
from suggestions.transitions.sittings import check_held
from suggestions.yearbook import Period, read
from suggestions.yearbook.appraising import score

EARLIEST = 2000


@transaction.atomic
def open_appraisal(*, by: Any, at: datetime, kind: str, year: int) -> Appraisal:
    """The office scores a year's units or suggestions by the table in force on the day.

    Refused for a year to come, a second time for the same year, and without a scoring table.
    """
    may_score(by, on=day_of(at)).require()
    if not EARLIEST <= year <= day_of(at).year:
        raise Refused(f"请填写{EARLIEST}年至{day_of(at).year}年之间的年度。", "input")
    if Appraisal.objects.filter(kind=kind, year=year).exists():
        raise Refused("该年度已有这项评选，请打开后重新计分。", "input")
    facts = {"kind": kind, "year": year, "scheme": _scheme(kind, day_of(at)), "counted_on": day_of(at)}
    appraisal = Appraisal(**facts, scored_by=by, scored_at=at)
    appraisal.content = _counted(appraisal)
    appraisal.save()
    _record("score", appraisal, "计分。", by=by, at=at)
    return appraisal


@transaction.atomic
def score_again(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Appraisal:
    """Scores anew by today's rows and the table now in force; refused once a meeting has decided."""
    appraisal = lock(Appraisal, pk, version=version)
    may_score(by, appraisal, on=day_of(at)).require()
    appraisal.scheme, appraisal.counted_on = _scheme(appraisal.kind, day_of(at)), day_of(at)
    appraisal.scored_by, appraisal.scored_at = by, at
    appraisal.content = _counted(appraisal)
    appraisal.bump("scheme", "counted_on", "scored_by", "scored_at", "content")
    _record("score", appraisal, "重新计分。", by=by, at=at)
    return appraisal


@transaction.atomic
def decide_awards(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    chosen: Collection[str],
    meeting: Meeting,
    decided_on: date,
) -> Appraisal:
    """Records whom a meeting chose; `chosen` are keys of rows of the scores. The scores are fixed with a hash.

    Refused for nobody, for more than the table allows, for whoever has no place, and for a day to come or before the
    scoring. Leaders and committees hear.
    """
    appraisal = lock(Appraisal, pk, version=version)
    may_decide_awards(by, appraisal, on=day_of(at)).require()
    if not appraisal.counted_on <= decided_on <= day_of(at):
        raise Refused("决定日期应在计分之日以后、今天以前。", "input")
    check_held(meeting, decided_on)
    rows = _chosen(appraisal, set(chosen))
    appraisal.meeting, appraisal.decided_on, appraisal.decided_by, appraisal.decided_at = meeting, decided_on, by, at
    appraisal.digest = appraisal.expected_digest()
    appraisal.state = APPRAISAL_FLOW.target("decide", appraisal.state)
    appraisal.bump("state", "meeting", "decided_on", "decided_by", "decided_at", "digest")
    for award in Award.objects.bulk_create(_award(appraisal, key, total, place) for key, total, place in rows):
        enter_awarded(award, decided_on, by=by, at=at)
    _record("decide_awards", appraisal, f"{meeting}决定{len(rows)}个{appraisal.get_kind_display()}。", by=by, at=at)
    notices.awards_decided(appraisal, by=by, at=at)
    return appraisal


@transaction.atomic
def publish_awards(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Appraisal:
    """Opens the list to the public. Units and deputies that were chosen hear of it."""
    appraisal = lock(Appraisal, pk, version=version)
    may_publish_awards(by, appraisal, on=day_of(at)).require()
    appraisal.published_at, appraisal.state = at, APPRAISAL_FLOW.target("publish", appraisal.state)
    appraisal.bump("state", "published_at")
    _record("publish_awards", appraisal, "向社会公布。", by=by, at=at, visibility="public")
    notices.awards_published(appraisal, by=by, at=at)
    return appraisal


@transaction.atomic
def mark(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, dimension: str, score: Decimal, basis: str
) -> SuggestionMark:
    """Marks the quality of a suggestion, or what the public says of its handling, from 0 to 100 with the source.

    Each person once a side; marks are added, never changed.
    """
    suggestion = open_suggestion(pk)
    may_mark(by, suggestion, on=day_of(at)).require()
    if dimension not in MarkDimension.values or not 0 <= score <= 100:
        raise Refused("请选择评分方面，并填写0至100之间的评分。", "input")
    if not basis.strip():
        raise Refused("请写明评分依据。", "input")
    if SuggestionMark.objects.filter(suggestion=suggestion, dimension=dimension, given_by=by).exists():
        raise Refused("您已经对这件建议的这一方面评过分。")
    facts = {"dimension": dimension, "score": score, "basis": basis, "given_by": by, "given_at": at}
    row = SuggestionMark.objects.create(suggestion=suggestion, **facts)
    note("mark", suggestion, f"{row}，依据：{basis}", by=by, at=at, visibility="office")
    return row


def _scheme(kind: str, on: date) -> AppraisalScheme:
    found = AppraisalScheme.objects.latest_on(on, kind=kind)
    if found is None or not found.measures():
        raise Refused("还没有生效的评分办法，请先在后台“评分办法”中设定。", "input")
    return found


def _counted(appraisal: Appraisal) -> list:
    book = read(Period.of_year(appraisal.year), appraisal.counted_on)
    return to_json([score(book, appraisal.scheme)])


def _chosen(appraisal: Appraisal, wanted: set[str]) -> list[tuple[str, str, int]]:
    sheet, scheme = appraisal.sheet, appraisal.scheme
    places = {row.key: sheet.cell(row.key, "place").value for row in sheet.rows}
    ranked = {key: place for key, place in places.items() if place is not None}
    if not wanted:
        raise Refused("请选择评选结果。", "input")
    if not wanted <= set(ranked):
        raise Refused("只能从有名次的单位或者建议中选择。", "input")
    most = scoring.most_awards(len(ranked), scheme.most_share, scheme.most)
    if len(wanted) > most:
        raise Refused(f"按评分办法最多评选{most}个，现选择了{len(wanted)}个，请减少。", "input")
    return [(key, str(sheet.cell(key, "total").value), int(ranked[key])) for key in ranked if key in wanted]


def _award(appraisal: Appraisal, key: str, total: str, place: int) -> Award:
    whom = {"unit_id": int(key)} if appraisal.kind == AppraisedKind.UNIT else {"suggestion_id": int(key)}
    return Award(appraisal=appraisal, score=Decimal(total), place=place, **whom)


def _record(
    verb: str, appraisal: Appraisal, summary: str, *, by: Any, at: datetime, visibility: str = "office"
) -> None:
    audit.record(f"suggestions.{verb}", appraisal, by=by, at=at, summary=summary, visibility=visibility)
    announce(f"suggestions.{verb}", appraisal, by=by, at=at)
