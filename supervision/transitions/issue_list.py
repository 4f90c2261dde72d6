"""The deputies' list (代表问题清单): an issue listed, reworded, or not taken."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from foundation.accounts.models import Organisation
from foundation.workflow import Refused, lock
from supervision.models import QuestionSession, SessionIssue, SessionSeat
from supervision.notices import session_issues as notices
from supervision.rules import session_issues as rules
from supervision.rules.house import BODIES
from supervision.rules.questions import runs
from supervision.states.questions import SeatDuty
from supervision.states.session_issues import SESSION_ISSUE_FLOW
from supervision.transitions._beats import day_of, filled, note


@transaction.atomic
def list_issue(
    pk: Any,
    *,
    title: str,
    facts: str,
    wanted: str,
    body: Organisation,
    source: str,
    source_note: str = "",
    place: str = "",
    seat: SessionSeat | None = None,
    is_public: bool = True,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> SessionIssue:
    """One line of the deputies' list; a deputy who is to ask lists his own."""
    session = lock(QuestionSession, pk)
    rules.may_list_issue(by, session, on=day_of(at)).require()
    _check_body(body)
    if not runs(by, session, day_of(at)):
        seat = session.seats.filter(deputy__user=by.pk, duty=SeatDuty.ASKS).first()
    if seat is not None and seat.session_id != session.pk:
        raise Refused("请选择参加这次问政的代表。", "input", field="seat")
    issue = SessionIssue.objects.create(
        session=session,
        number=(session.issues.aggregate(last=Max("number"))["last"] or 0) + 1,
        title=filled(title, "请填写问题。", "title")[:100],
        facts=filled(facts, "请写明情况。", "facts"),
        wanted=filled(wanted, "请写明代表要求。", "wanted"),
        body=body,
        source=source,
        source_note=source_note.strip()[:200],
        place=place.strip()[:120],
        raised_by=seat,
        is_public=is_public,
        listed_at=at,
    )
    note("list_issue", issue, f"列入问题清单，责任单位{body}。", by=by, at=at)
    notices.issue_listed(issue, by=by, at=at)
    return issue


@transaction.atomic
def change_issue(
    pk: Any,
    *,
    title: str,
    facts: str,
    wanted: str,
    body: Organisation,
    source_note: str = "",
    place: str = "",
    is_public: bool = True,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> SessionIssue:
    """Wording and body, while the issue is on the list and nowhere else."""
    issue = lock(SessionIssue, pk, version=version)
    rules.may_change_issue(by, issue, on=day_of(at)).require()
    _check_body(body)
    issue.title = filled(title, "请填写问题。", "title")[:100]
    issue.facts = filled(facts, "请写明情况。", "facts")
    issue.wanted = filled(wanted, "请写明代表要求。", "wanted")
    issue.body, issue.is_public = body, is_public
    issue.source_note, issue.place = source_note.strip()[:200], place.strip()[:120]
    issue.bump("title", "facts", "wanted", "body", "is_public", "source_note", "place")
    note("change_issue", issue, "修改问题清单。", by=by, at=at)
    return issue


@transaction.atomic
def drop_issue(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> SessionIssue:
    """Not taken onto the list; the deputy hears why."""
    issue = lock(SessionIssue, pk, version=version)
    rules.may_drop_issue(by, issue, on=day_of(at)).require()
    issue.drop_reason = filled(reason, "请写明不列入的理由。", "reason")[:200]
    issue.state = SESSION_ISSUE_FLOW.target("drop_issue", issue.state)
    issue.bump("state", "drop_reason")
    note("drop_issue", issue, f"不列入：{issue.drop_reason}", by=by, at=at)
    notices.issue_dropped(issue, by=by, at=at)
    return issue


def _check_body(body: Organisation) -> None:
    if not body.is_active or body.kind not in BODIES:
        raise Refused("请选择在用的政府部门、监察司法机关或者乡镇、街道。", "input", field="body")
