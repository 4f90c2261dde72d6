"""The grades of a round are published; what follows from them is put before the office, and nothing done by itself."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from deputies import notices
from deputies.models import Evaluation, EvaluationFollowUp, EvaluationRound
from deputies.rules import may_publish_round, may_settle_follow_up, may_show_grades
from deputies.states import EvaluationState
from deputies.transitions._evaluation import WINDOW, day_of, note
from foundation import deadlines
from foundation.workflow import Refused, lock

MOST_NAMES = 5


@transaction.atomic
def publish_evaluations(
    pk: Any, *, adopted_by: str, is_public: bool = False, by: Any, at: datetime, version: int | None = None
) -> EvaluationRound:
    """Every grade of the round, also on the deputies' public pages where `is_public`. Each deputy hears; reminders are
    written for the office.

    Refused: without the meeting that adopted them, while somebody is not marked, objects, or may still object.
    """
    row = lock(EvaluationRound, pk, version=version)
    on = day_of(at)
    may_publish_round(by, row, on=on).require()
    if not adopted_by.strip():
        raise Refused("请写明通过考核结果的会议。", "input", field="adopted_by")
    people = list(Evaluation.objects.filter(round=row).select_for_update(of=("self",)).with_names().order_by("pk"))
    _all_ready(people, on)
    row.adopted_by, row.published_at = adopted_by.strip()[:120], at
    row.is_public = is_public
    row.bump("adopted_by", "published_at", "is_public")
    Evaluation.objects.filter(round=row).update(state=EvaluationState.PUBLISHED, version=F("version") + 1)
    for person in people:
        deadlines.meet(WINDOW, person, at=at)
    _remind(row, people)
    where = "，等次同时在代表风采公开" if is_public else ""
    note("publish_evaluations", row, f"公布{row}结果，{row.adopted_by}通过{where}。", by=by, at=at)
    notices.evaluations_published(row, people, by=by, at=at)
    return row


@transaction.atomic
def show_grades(pk: Any, *, is_public: bool, by: Any, at: datetime, version: int | None = None) -> EvaluationRound:
    """The grades of a published round are put on the deputies' public pages, or taken off them. The deputies hear."""
    row = lock(EvaluationRound, pk, version=version)
    may_show_grades(by, row, on=day_of(at)).require()
    if row.is_public == is_public:
        raise Refused("没有改动。", "input", field="is_public")
    row.is_public = is_public
    row.bump("is_public")
    note("show_grades", row, f"{row}的等次{'改为在' if is_public else '不再在'}代表风采公开。", by=by, at=at)
    people = Evaluation.objects.filter(round=row).exclude(mandate__deputy__user=None)
    notices.grades_shown(row, people.values_list("mandate__deputy__user", flat=True), by=by, at=at)
    return row


def _all_ready(people: list[Evaluation], on: Any) -> None:
    waiting = [row for row in people if row.state != EvaluationState.SHOWN]
    if waiting:
        raise Refused(f"{_names(waiting)}还没有审核完毕或者异议没有答复，不能公布。")
    running = [row for row in people if not row.objection and row.objection_ends_on and on <= row.objection_ends_on]
    if running:
        raise Refused(f"{_names(running)}的公示期还没有满，期满后再公布。", "date")


def _names(rows: list[Evaluation]) -> str:
    more = f"等{len(rows)}人" if len(rows) > MOST_NAMES else ""
    return "、".join(row.mandate.deputy.name for row in rows[:MOST_NAMES]) + more


def _remind(row: EvaluationRound, people: list[Evaluation]) -> None:
    """One reminder for every consequence whose grade, and years running, this deputy has come to."""
    found = []
    consequences = list(row.scheme.consequences.all())
    earlier = _grades_before(row, people, max((one.years for one in consequences), default=1))
    for person in people:
        grades = [person.grade, *earlier.get(person.mandate.deputy_id, [])]
        for one in consequences:
            if grades[: one.years] == [one.grade] * one.years:
                ground = f"{one.grade}" if one.years == 1 else f"连续{one.years}年{one.grade}"
                found.append(EvaluationFollowUp(evaluation=person, what=one.what, ground=ground))
    EvaluationFollowUp.objects.bulk_create(found)


def _grades_before(row: EvaluationRound, people: list[Evaluation], years: int) -> dict[int, list[str]]:
    """Deputy's key → grades of the years before, the latest first; a year without one ends the run."""
    known = {person.mandate.deputy_id for person in people}
    rows = Evaluation.objects.filter(
        state=EvaluationState.PUBLISHED,
        mandate__deputy__in=known,
        round__scheme__level=row.scheme.level,
        round__year__range=(row.year - years + 1, row.year - 1),
    )
    by_year = {
        (deputy, year): grade for deputy, year, grade in rows.values_list("mandate__deputy", "round__year", "grade")
    }
    span = range(row.year - 1, row.year - years, -1)
    return {deputy: [by_year.get((deputy, year), "") for year in span] for deputy in known}


@transaction.atomic
def settle_follow_up(
    pk: Any, *, done: bool, remarks: str, by: Any, at: datetime, version: int | None = None
) -> EvaluationFollowUp:
    """The office says what it did, or why it did nothing."""
    row = lock(EvaluationFollowUp, pk, version=version)
    may_settle_follow_up(by, row, on=day_of(at)).require()
    if not remarks.strip():
        raise Refused("请写明办理情况；不办理的，写明理由。", "input", field="remarks")
    row.done, row.note, row.settled_by, row.settled_at = done, remarks.strip()[:300], by, at
    row.bump("done", "note", "settled_by", "settled_at")
    word = "已办理" if done else "不办理"
    note("settle_follow_up", row.evaluation, f"考核结果运用“{row.what}”：{word}。{row.note}", by=by, at=at)
    return row
