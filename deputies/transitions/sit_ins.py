"""A deputy asks to sit in on a meeting of the standing committee; he is asked to come, or told why not."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies.models import Meeting, SitInApplication
from deputies.notices import sit_ins as notices
from deputies.rules.sit_ins import may_apply_sit_in, may_decline_sit_in, may_withdraw_sit_in
from deputies.states.contact import ApplicationState
from foundation.audit import record
from foundation.workflow import Refused, lock


@transaction.atomic
def apply_sit_in(*, by: Any, at: datetime, meeting: Meeting, text: str) -> SitInApplication:
    """Asks; the office hears. Refused: no serving deputy, a meeting gone by or with its list fixed, twice, no words."""
    chosen = lock(Meeting, meeting)
    may_apply_sit_in(by, chosen, on=timezone.localdate(at)).require()
    if not text.strip():
        raise Refused("请写明关注的议题和理由。", "input", field="text")
    mine = SitInApplication.objects.filter(meeting=chosen, deputy=by.deputy)
    if mine.exclude(state=ApplicationState.WITHDRAWN).exists():
        raise Refused("您已申请列席这次会议。", "state", field="meeting")
    row = SitInApplication.objects.create(meeting=chosen, deputy=by.deputy, text=text.strip(), asked_at=at)
    record("deputies.apply_sit_in", row, by=by, at=at, summary=f"{row}。", visibility="office")
    notices.sit_in_asked(row, by=by, at=at)
    return row


@transaction.atomic
def withdraw_sit_in(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> SitInApplication:
    """The deputy does not want to come any more. Refused once it is settled."""
    row = lock(SitInApplication, pk, version=version)
    may_withdraw_sit_in(by, row, on=timezone.localdate(at)).require()
    _settle(row, ApplicationState.WITHDRAWN, "", at)
    record("deputies.withdraw_sit_in", row, by=by, at=at, summary=f"撤回：{row}。", visibility="office")
    return row


@transaction.atomic
def decline_sit_in(pk: Any, *, by: Any, at: datetime, answer: str, version: int | None = None) -> SitInApplication:
    """The office cannot ask him this time, and says why; he hears."""
    row = lock(SitInApplication, pk, version=version)
    may_decline_sit_in(by, row, on=timezone.localdate(at)).require()
    if not answer.strip():
        raise Refused("请写明未安排的理由。", "input", field="answer")
    _decline(row, answer.strip(), by=by, at=at)
    return row


def settle_applications(
    rows: Iterable[SitInApplication], chosen: Collection[int], reason: str, *, by: Any, at: datetime
) -> None:
    """The list of a meeting is fixed: who asked and is on it hears by the invitation, the others why not."""
    for row in rows:
        if row.deputy_id in chosen:
            _settle(row, ApplicationState.ACCEPTED, "", at)
        else:
            _decline(row, reason, by=by, at=at)


def _decline(row: SitInApplication, answer: str, *, by: Any, at: datetime) -> None:
    _settle(row, ApplicationState.DECLINED, answer, at)
    record("deputies.decline_sit_in", row, by=by, at=at, summary=f"未安排：{row}。{answer}", visibility="office")
    notices.sit_in_declined(row, by=by, at=at)


def _settle(row: SitInApplication, state: ApplicationState, answer: str, at: datetime) -> None:
    row.state, row.answer, row.settled_at = state, answer, at
    row.bump("state", "answer", "settled_at")
