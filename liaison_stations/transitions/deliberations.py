"""A topical deliberation: called, held, what it raised handed over, settled when everything was told back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies.models import Deputy
from deputies.transitions.record_duty import record_duty
from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.web.chinese import datetime_text
from foundation.workflow import Refused, lock
from liaison_stations.models import CouncilOpinion, Deliberation, DeliberationSeat, Station
from liaison_stations.notices import council_opinions as opinion_notices
from liaison_stations.notices import deliberations as notices
from liaison_stations.rules import deliberations as rules
from liaison_stations.rules.stations import may_keep
from liaison_stations.states.deliberation import DELIBERATION_FLOW
from liaison_stations.transitions._council import day_of, filled, note
from liaison_stations.transitions.council_opinions import HAND

DUTY = "forum"


@transaction.atomic
def plan_deliberation(
    *,
    station: Station,
    topic: str,
    background: str,
    starts_at: datetime,
    place: str,
    agenda: str = "",
    deputies: Sequence[Deputy] = (),
    bodies: Sequence[Organisation] = (),
    guests: Sequence[str] = (),
    by: Any,
    at: datetime,
) -> Deliberation:
    """Calls people to one table about one topic. Deputies and bodies are told; residents the station tells itself.

    Refused: a station one does not keep, an empty topic, nobody at the table, no deputy among them.
    """
    may_keep(by, station, on=day_of(at)).require()
    if not deputies:
        raise Refused("专题议事由代表参加，请至少选择一位代表。", "input", field="deputies")
    row = Deliberation.objects.create(
        station=station,
        topic=filled(topic, "请填写议题。", "topic"),
        background=filled(background, "请写明为什么议这个题。", "background"),
        agenda=agenda.strip(),
        starts_at=starts_at,
        place=filled(place, "请填写地点。", "place"),
        planned_by=by,
        planned_at=at,
    )
    seats = [DeliberationSeat(deliberation=row, deputy=deputy) for deputy in deputies]
    seats += [DeliberationSeat(deliberation=row, body=body) for body in bodies]
    names = dict.fromkeys(name.strip()[:60] for name in guests if name.strip())
    DeliberationSeat.objects.bulk_create([*seats, *(DeliberationSeat(deliberation=row, name=name) for name in names)])
    note("plan_deliberation", row, f"安排于{datetime_text(starts_at)}在{row.place}议事。", by=by, at=at)
    notices.deliberation_planned(row, by=by, at=at)
    return row


@transaction.atomic
def hold_deliberation(
    pk: Any,
    *,
    present: Sequence[DeliberationSeat],
    minutes: str,
    conclusion: str,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Deliberation:
    """Who came, what was said, what was agreed. Deputies who came have it in their files."""
    row = lock(Deliberation, pk, version=version)
    rules.may_hold_deliberation(by, row, on=day_of(at)).require()
    row.minutes = filled(minutes, "请填写议事情况。", "minutes")
    row.conclusion = filled(conclusion, "请填写形成的意见。", "conclusion")
    came = {seat.pk for seat in present}
    day = timezone.localdate(row.starts_at)
    for seat in row.seats.select_related("deputy"):
        seat.is_present = seat.pk in came
        seat.save(update_fields=["is_present"])
        if seat.deputy and seat.is_present:
            record_duty(seat.deputy, DUTY, on=day, title=f"参加专题议事：{row}", source=seat, by=by, at=at)
    _move(row, "hold_deliberation", "minutes", "conclusion")
    note("hold_deliberation", row, f"{len(came)}方到场，形成意见。", by=by, at=at)
    notices.deliberation_held(row, by=by, at=at)
    return row


@transaction.atomic
def cancel_deliberation(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Deliberation:
    row = lock(Deliberation, pk, version=version)
    rules.may_cancel_deliberation(by, row, on=day_of(at)).require()
    row.cancel_reason = filled(reason, "请写明取消的理由。", "reason")[:200]
    _move(row, "cancel_deliberation", "cancel_reason")
    note("cancel_deliberation", row, f"取消议事：{row.cancel_reason}", by=by, at=at)
    notices.deliberation_cancelled(row, by=by, at=at)
    return row


@transaction.atomic
def raise_at_deliberation(
    pk: Any,
    *,
    seat: DeliberationSeat,
    title: str,
    text: str,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> CouncilOpinion:
    """One opinion of somebody at the table; it is handed over and answered like those of a street congress."""
    row = lock(Deliberation, pk)
    rules.may_raise_at_deliberation(by, row, on=day_of(at)).require()
    if seat.deliberation_id != row.pk:
        raise Refused("请选择参加这次议事的人员或者单位。", "input", field="seat")
    opinion = CouncilOpinion.objects.create(
        deliberation=row,
        raised_by=str(seat.deputy.name if seat.deputy else seat)[:60],
        title=filled(title, "请填写标题。", "title"),
        text=filled(text, "请写明意见和建议。", "text"),
        raised_at=at,
    )
    deadlines.start(HAND, opinion, on=day_of(at), organisation=opinion.convener_id, by=by, at=at)
    note("raise_opinion", opinion, f"{opinion.raised_by}在“{row}”专题议事中提出。", by=by, at=at)
    opinion_notices.opinion_raised(opinion, by=by, at=at)
    return opinion


@transaction.atomic
def close_deliberation(pk: Any, *, result: str, by: Any, at: datetime, version: int | None = None) -> Deliberation:
    """What became of it, told to everybody at the table. Refused while an opinion is on its way."""
    row = lock(Deliberation, pk, version=version)
    rules.may_close_deliberation(by, row, on=day_of(at)).require()
    row.result = filled(result, "请写明办理结果。", "result")
    row.closed_at = at
    _move(row, "close_deliberation", "result", "closed_at")
    note("close_deliberation", row, "办结，结果告知参加人员。", by=by, at=at)
    notices.deliberation_closed(row, by=by, at=at)
    return row


def _move(row: Deliberation, verb: str, *fields: str) -> None:
    row.state = DELIBERATION_FLOW.target(verb, row.state)
    row.bump("state", *fields)
