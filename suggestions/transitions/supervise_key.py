"""What is done with an item of key supervision: held, reported, ended, taken off, published."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies.models import Meeting
from foundation import deadlines
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import KeySupervision, SupervisionEvent, SupervisionReport
from suggestions.rules import (
    may_end_supervision,
    may_publish_key,
    may_record_supervision,
    may_remove_key,
    may_report_supervision,
    may_unpublish_key,
)
from suggestions.states import KeyState, SupervisionKind
from suggestions.transitions.beats import chinese_day, day_of, note, open_paper
from suggestions.transitions.choose_key import check_council
from suggestions.transitions.clocks import stop
from suggestions.transitions.duties import take_out_key


@transaction.atomic
def record_supervision(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    kind: str,
    held_on: date,
    place: str,
    participants: str,
    record: str,
    result: str,
    public_summary: str = "",
) -> SupervisionEvent:
    """Office or committee writes down what was held; `pk` is the KeySupervision. Leader, units and deputy hear.

    Refused for a day to come or before the item was chosen by its meeting, and without record or result.
    """
    key = open_paper(KeySupervision, pk)
    may_record_supervision(by, key, on=day_of(at)).require()
    if kind not in SupervisionKind.values or not record.strip() or not result.strip():
        raise Refused("请选择督办形式，并写明情况和结果。", "input")
    if held_on > day_of(at):
        raise Refused("督办日期不能晚于今天。", "input")
    if key.meeting.opens_on and held_on < key.meeting.opens_on:
        raise Refused(f"督办日期不能早于确定督办的主任会议（{chinese_day(key.meeting.opens_on)}）。", "input")
    event = SupervisionEvent.objects.create(
        key=key,
        suggestion=key.suggestion,
        kind=kind,
        held_on=held_on,
        place=place,
        participants=participants,
        record=record,
        result=result,
        public_summary=public_summary,
        recorded_by=by,
        recorded_at=at,
    )
    summary = f"{chinese_day(held_on)}{event.get_kind_display()}：{result}"
    note("record_supervision", key.suggestion, summary, by=by, at=at, key=key.pk, event=event.pk)
    notices.supervision_held(event, by=by, at=at)
    return event


@transaction.atomic
def report_supervision(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, meeting: Meeting, text: str, opinion: str
) -> SupervisionReport:
    """What was reported to the council of chairpersons and what it said; `pk` is the KeySupervision."""
    key = open_paper(KeySupervision, pk)
    may_report_supervision(by, key, on=day_of(at)).require()
    check_council(meeting, at)
    if not text.strip() or not opinion.strip():
        raise Refused("请写明报告内容和主任会议意见。", "input")
    if key.meeting.opens_on and meeting.opens_on < key.meeting.opens_on:
        raise Refused("听取报告的主任会议不能早于确定督办的主任会议。", "input")
    if key.reports.filter(meeting=meeting).exists():
        raise Refused("这次主任会议已听取过该事项的报告。", "input")
    facts = {"key": key, "suggestion": key.suggestion, "recorded_by": by, "recorded_at": at}
    report = SupervisionReport.objects.create(meeting=meeting, text=text, opinion=opinion, **facts)
    summary = f"{meeting}听取督办情况报告：{opinion}"
    note("report_supervision", key.suggestion, summary, by=by, at=at, key=key.pk, report=report.pk)
    notices.supervision_reported(report, by=by, at=at)
    return report


@transaction.atomic
def end_supervision(pk: Any, *, by: Any, at: datetime, version: int | None = None, conclusion: str) -> KeySupervision:
    """The office ends the supervision after the report, with a conclusion. The item stays on the list of its year."""
    key = open_paper(KeySupervision, pk)
    may_end_supervision(by, key, on=day_of(at)).require()
    if not conclusion.strip():
        raise Refused("请写明督办结论。", "input")
    key.state, key.ended_at, key.conclusion = KeyState.ENDED, at, conclusion
    key.save(update_fields=["state", "ended_at", "conclusion"])
    deadlines.meet("key_supervision", key, at=at)
    note("end_supervision", key.suggestion, f"重点督办结束：{conclusion}", by=by, at=at, key=key.pk)
    notices.supervision_ended(key, by=by, at=at)
    return key


@transaction.atomic
def remove_key(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, meeting: Meeting, reason: str
) -> KeySupervision:
    """The council of chairpersons takes an item off its list, with a reason; the row and what was held stay."""
    key = open_paper(KeySupervision, pk)
    may_remove_key(by, key, on=day_of(at)).require()
    check_council(meeting, at)
    if not reason.strip():
        raise Refused("请写明移出的原因。", "input")
    key.state, key.removed_at, key.removal_meeting, key.removal_reason = KeyState.REMOVED, at, meeting, reason
    key.published_at = None
    key.save(update_fields=["state", "removed_at", "removal_meeting", "removal_reason", "published_at"])
    stop(key, at=at, reason="已移出重点督办")
    suggestion = key.suggestion
    suggestion.is_key = suggestion.key_supervisions.standing().exists()
    suggestion.bump("is_key")
    note("remove_key", suggestion, f"{meeting}决定移出重点督办：{reason}", by=by, at=at, key=key.pk)
    take_out_key(key, by=by, at=at)
    notices.key_removed(key, by=by, at=at)
    return key


@transaction.atomic
def publish_key(pk: Any, *, by: Any, at: datetime, version: int | None = None, secrecy_note: str) -> KeySupervision:
    """The item goes on the public list: number, title, leaders, committee, and the summaries meant for everybody."""
    key = open_paper(KeySupervision, pk)
    may_publish_key(by, key, on=day_of(at)).require()
    if not secrecy_note.strip():
        raise Refused("请写明保密审查意见。", "input")
    key.published_at, key.secrecy_note = at, secrecy_note
    key.save(update_fields=["published_at", "secrecy_note"])
    note("publish_key", key.suggestion, "在公开网站公布为重点督办建议。", by=by, at=at, key=key.pk)
    notices.key_published(key, by=by, at=at)
    return key


@transaction.atomic
def unpublish_key(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str) -> KeySupervision:
    """The item leaves the public list, with a reason."""
    key = open_paper(KeySupervision, pk)
    may_unpublish_key(by, key, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明撤下的原因。", "input")
    key.published_at = None
    key.save(update_fields=["published_at"])
    note("unpublish_key", key.suggestion, f"从公开的重点督办名单撤下：{reason}", by=by, at=at, key=key.pk)
    notices.key_unpublished(key, reason, by=by, at=at)
    return key
