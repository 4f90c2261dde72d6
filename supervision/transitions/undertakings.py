"""A supervision as a whole: entered, given its meeting, begun, concluded, published, or cancelled with a reason."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from deputies.models import Meeting
from deputies.models.meeting import MeetingKind
from deputies.transitions.record_duty import record_duty
from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.accounts.roles import SC_KINDS
from foundation.workflow import Refused, lock
from supervision.models import Undertaking, UndertakingBody, UndertakingKind
from supervision.notices import undertakings as notices
from supervision.rules import undertakings as rules
from supervision.rules.house import BODIES, leads
from supervision.states.undertaking import UNDERTAKING_FLOW, HearingLevel, StepActor, UndertakingState
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions._steps import CLOCK, copy_steps, schedule

FITTING: dict[str, tuple[str, ...]] = {
    HearingLevel.STANDING_COMMITTEE: (MeetingKind.STANDING_COMMITTEE, MeetingKind.JOINT, MeetingKind.SESSION),
    HearingLevel.COUNCIL: (MeetingKind.COUNCIL, MeetingKind.JOINT),
    HearingLevel.COMMITTEE: (),
}
TWICE = "本年度已登记同名的监督事项，请核对。"


@transaction.atomic
def plan_undertaking(
    *,
    kind: UndertakingKind,
    year: int,
    title: str,
    committee: Organisation,
    bodies: Sequence[Organisation],
    reason: str = "",
    level: str = "",
    meeting: Meeting | None = None,
    meeting_on: date | None = None,
    hidden_until: date | None = None,
    by: Any,
    at: datetime,
) -> Undertaking:
    """Enters a supervision with the steps of its kind; days that follow from the meeting are known from now on."""
    on = day_of(at)
    rules.may_plan_undertaking(by, on=on).require()
    if not leads(by, committee.pk, on):
        raise Refused("只能登记本工作委员会负责的监督事项。", "input", field="committee")
    _check_kind(kind, committee, bodies, hidden_until, on)
    facts = {"title": filled(title, "请填写监督事项。", "title")[:120], "reason": reason.strip(), "created_at": at}
    row = Undertaking(kind=kind, year=year, level=level or kind.level, committee=committee, **facts)
    row.hidden_until = hidden_until
    _take_meeting(row, meeting, meeting_on)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        if "undertaking_once" not in str(error):
            raise
        raise Refused(TWICE, "input", field="title") from error
    UndertakingBody.objects.bulk_create(UndertakingBody(undertaking=row, organisation=body) for body in bodies)
    copy_steps(row, [body.pk for body in bodies])
    schedule(row, by=by, at=at)
    note("plan_undertaking", row, f"登记监督事项，形式为{kind}。", by=by, at=at, visibility="office")
    notices.planned(row, by=by, at=at)
    return row


@transaction.atomic
def set_meeting(
    pk: Any,
    *,
    meeting: Meeting | None = None,
    meeting_on: date | None = None,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Undertaking:
    """The meeting that hears it; every day that is counted from it moves, and whoever is bound by one is told."""
    row = _opened("set_meeting", pk, by, at, version)
    before = row.day_of_meeting
    _take_meeting(row, meeting, meeting_on)
    if row.day_of_meeting is None:
        raise Refused("请选择会议或者填写会议日期。", "input", field="meeting_on")
    row.bump("meeting", "meeting_on")
    schedule(row, by=by, at=at)
    note("set_meeting", row, f"会议定于{row.day_of_meeting}。", by=by, at=at)
    if row.state == UndertakingState.UNDER_WAY and before != row.day_of_meeting:
        notices.moved(row, by=by, at=at)
    return row


@transaction.atomic
def begin_undertaking(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Undertaking:
    """It begins: the clocks run, and the bodies are told unless they are not to know yet."""
    row = _opened("begin_undertaking", pk, by, at, version)
    row.started_on = day_of(at)
    _move(row, "begin_undertaking", "started_on")
    schedule(row, by=by, at=at)
    note("begin_undertaking", row, "启动监督。", by=by, at=at)
    notices.begun(row, by=by, at=at)
    return row


@transaction.atomic
def conclude_undertaking(pk: Any, *, outcome: str, by: Any, at: datetime, version: int | None = None) -> Undertaking:
    """Nothing is left open; what came of it is written down, and deputies who took part have it in their file."""
    row = _opened("conclude_undertaking", pk, by, at, version)
    row.outcome = filled(outcome, "请写明监督结果：解决了什么、还有什么。", "outcome")
    row.concluded_on = day_of(at)
    _move(row, "conclude_undertaking", "outcome", "concluded_on")
    _credit(row, by=by, at=at)
    note("conclude_undertaking", row, "监督事项办结。", by=by, at=at)
    notices.concluded(row, by=by, at=at)
    return row


@transaction.atomic
def cancel_undertaking(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Undertaking:
    """Not carried out, or broken off; the clocks end and whoever knew of it is told."""
    row = _opened("cancel_undertaking", pk, by, at, version)
    row.cancel_reason = filled(reason, "请写明取消的理由。", "reason")[:300]
    known = row.state == UndertakingState.UNDER_WAY
    _move(row, "cancel_undertaking", "cancel_reason")
    for step in row.steps.all():
        deadlines.cancel(CLOCK, step, at=at, reason=row.cancel_reason)
    note("cancel_undertaking", row, f"取消：{row.cancel_reason}", by=by, at=at)
    if known:
        notices.cancelled(row, by=by, at=at)
    return row


@transaction.atomic
def publish_undertaking(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Undertaking:
    """Anybody may read it from now on (监督法第十条)."""
    row = _opened("publish_undertaking", pk, by, at, version)
    row.published_at = at
    row.bump("published_at")
    note("publish_undertaking", row, "向社会公开。", by=by, at=at, visibility="public")
    return row


def _credit(row: Undertaking, *, by: Any, at: datetime) -> None:
    """Deputies of the team have it in their performance file."""
    if not (row.kind.duty_kind and row.concluded_on):
        return
    for member in row.team.filter(left_at__isnull=True).select_related("deputy"):
        if member.deputy:
            record_duty(
                member.deputy, row.kind.duty_kind, on=row.concluded_on, title=row.title, source=row, by=by, at=at
            )


def _check_kind(
    kind: UndertakingKind, committee: Organisation, bodies: Sequence[Organisation], hidden_until: date | None, on: date
) -> None:
    if not UndertakingKind.objects.on(on).filter(pk=kind.pk).exists():
        raise Refused("这种监督形式没有启用。", "input", field="kind")
    if committee.kind not in SC_KINDS or not committee.is_active:
        raise Refused("请选择在用的工作委员会。", "input", field="committee")
    if any(not body.is_active or body.kind not in BODIES for body in bodies):
        raise Refused("请选择在用的政府部门、监察司法机关或者乡镇、街道。", "input", field="bodies")
    if not bodies and kind.steps.filter(is_active=True, actor=StepActor.BODY).exists():
        raise Refused("请选择被监督单位。", "input", field="bodies")
    if hidden_until and not kind.may_be_unannounced:
        raise Refused("这种监督形式须事先通知，请不要填写此日期。", "input", field="hidden_until")


def _take_meeting(row: Undertaking, meeting: Meeting | None, meeting_on: date | None) -> None:
    if meeting and meeting.kind not in FITTING[row.level]:
        raise Refused(f"该事项由{row.get_level_display()}听取，请选择相应的会议。", "input", field="meeting")
    row.meeting, row.meeting_on = meeting, (meeting.opens_on if meeting and meeting.opens_on else meeting_on)


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> Undertaking:
    row = lock(Undertaking, pk, version=version)
    getattr(rules, f"may_{verb}")(by, row, on=day_of(at)).require()
    return row


def _move(row: Undertaking, verb: str, *fields: str) -> None:
    row.state = UNDERTAKING_FLOW.target(verb, row.state)
    row.bump("state", *fields)
