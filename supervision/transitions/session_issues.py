"""An issue from the deputies' list to the body's remedy; every step stands on its public timeline."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from foundation import deadlines
from foundation.files.keeping import keep
from foundation.web.chinese import date_text
from foundation.workflow import Refused, lock
from supervision.models import IssueNote, IssueRound, QuestionSession, SessionIssue
from supervision.notices import session_issues as notices
from supervision.rules import session_issues as rules
from supervision.states.session_issues import BODY_NOTES, SESSION_ISSUE_FLOW, IssueState, NoteKind
from supervision.transitions import issue_ledger
from supervision.transitions._beats import day_of, filled, note

PLAN, AGREE, REVIEW = "question_plan", "question_agree", "question_review"
REMEDY, SECOND, REDO = "question_remedy", "question_second", "question_redo"


@transaction.atomic
def hand_issues(
    pk: Any, *, hand_note: str = "", by: Any, at: datetime, version: int | None = None
) -> list[SessionIssue]:
    """The list goes to the bodies: plan and remedy have their time from this day. Refused when nothing waits."""
    session = lock(QuestionSession, pk, version=version)
    rules.may_hand_issues(by, session, on=day_of(at)).require()
    waiting = list(session.issues.filter(state=IssueState.LISTED).select_related("body", "session"))
    if not waiting:
        raise Refused("没有待交办的问题。", "state")
    for issue in waiting:
        hand_issue(issue.pk, hand_note=hand_note.strip(), by=by, at=at)
    session.bump()
    note("hand_issues", session, f"交办问题清单，共{len(waiting)}个问题。", by=by, at=at)
    return waiting


@transaction.atomic
def hand_issue(pk: Any, *, hand_note: str = "", by: Any, at: datetime, version: int | None = None) -> SessionIssue:
    """One issue of the list with its two clocks; with it goes its row of the ledger of problems."""
    return give(_opened("hand_issue", pk, by, at, version), hand_note, by=by, at=at)


def give(issue: SessionIssue, hand_note: str = "", *, by: Any, at: datetime) -> SessionIssue:
    """The hand-over itself, also of an issue that comes of a ballot; the issue is locked by the caller."""
    issue.handed_at = at
    _move(issue, "hand_issue", "handed_at")
    IssueRound.objects.get_or_create(issue=issue, number=issue.round_number)
    deadlines.start(PLAN, issue, on=day_of(at), organisation=issue.body_id, by=by, at=at)
    clock = deadlines.start(REMEDY, issue, on=day_of(at), organisation=issue.body_id, by=by, at=at)
    text = f"交{issue.body}整改。{hand_note}"
    write(issue, NoteKind.HANDED, text, by=by, at=at)
    note("hand_issue", issue, text, by=by, at=at)
    notices.issue_handed(issue, hand_note, by=by, at=at)
    issue_ledger.enter(issue, due_on=clock.due_on, by=by, at=at)
    return issue


@transaction.atomic
def recall_issue(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> SessionIssue:
    """Taken back from a body whose business it is not; the list is corrected and handed over anew."""
    issue = _opened("recall_issue", pk, by, at, version)
    why = filled(reason, "请写明收回的理由。", "reason")
    _move(issue, "recall_issue")
    for clock in (PLAN, REMEDY):
        deadlines.cancel(clock, issue, at=at, reason=why)
    write(issue, NoteKind.RETURNED, f"从{issue.body}收回：{why}", by=by, at=at)
    note("recall_issue", issue, f"从{issue.body}收回：{why}", by=by, at=at)
    notices.issue_recalled(issue, why, by=by, at=at)
    issue_ledger.leave(issue, why, by=by, at=at)
    return issue


@transaction.atomic
def plan_remedy(
    pk: Any, *, measures: str, person: str, due_on: date, by: Any, at: datetime, version: int | None = None
) -> SessionIssue:
    """What the body will do, who answers for it, by when: within the limit that runs."""
    issue = _opened("plan_remedy", pk, by, at, version)
    limit = deadlines.clock_of(clock_of_round(issue), issue)
    if due_on < day_of(at):
        raise Refused("完成时限不能早于今天。", "input", field="due_on")
    if limit is not None and due_on > limit.due_on:
        raise Refused(f"完成时限不能晚于{date_text(limit.due_on)}。", "input", field="due_on")
    turn = _round(issue)
    turn.measures = filled(measures, "请填写整改措施。", "measures")
    turn.person = filled(person, "请写明责任人的姓名和职务。", "person")[:60]
    turn.due_on, turn.planned_at = due_on, at
    turn.save(update_fields=["measures", "person", "due_on", "planned_at"])
    _move(issue, "plan_remedy")
    deadlines.meet(PLAN, issue, at=at)
    deadlines.start(AGREE, issue, on=day_of(at), organisation=issue.session.organiser_id, by=by, at=at)
    note("plan_remedy", issue, f"{issue.body}报送整改方案，责任人{turn.person}。", by=by, at=at)
    notices.plan_reported(issue, by=by, at=at)
    issue_ledger.plan(issue, person=turn.person, measure=turn.measures, by=by, at=at)
    return issue


@transaction.atomic
def return_plan(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> SessionIssue:
    """A plan that does not do goes back; the body's clock begins anew."""
    issue = _opened("return_plan", pk, by, at, version)
    why = filled(reason, "请写明哪里不行。", "reason")
    _move(issue, "return_plan")
    deadlines.cancel(AGREE, issue, at=at, reason=why)
    deadlines.start(PLAN, issue, on=day_of(at), organisation=issue.body_id, by=by, at=at)
    write(issue, NoteKind.RETURNED, f"退回方案：{why}", by=by, at=at)
    note("return_plan", issue, f"退回方案：{why}", by=by, at=at)
    notices.plan_returned(issue, why, by=by, at=at)
    return issue


@transaction.atomic
def agree_plan(
    pk: Any,
    *,
    talked_with: str,
    talked_on: date,
    talk_note: str,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> SessionIssue:
    """The plan was talked over with deputies or the people concerned; it is published with the session from now on."""
    issue = _opened("agree_plan", pk, by, at, version)
    turn = _round(issue)
    turn.talked_with = filled(talked_with, "请写明听取了哪些代表或者群众的意见。", "talked_with")[:200]
    turn.talk_note = filled(talk_note, "请写明意见和采纳情况。", "talk_note")
    if talked_on > day_of(at):
        raise Refused("听取意见的日期不能晚于今天。", "input", field="talked_on")
    turn.talked_on, turn.agreed_at = talked_on, at
    turn.save(update_fields=["talked_with", "talk_note", "talked_on", "agreed_at"])
    _move(issue, "agree_plan")
    deadlines.meet(AGREE, issue, at=at)
    lines = (
        f"整改措施：{turn.measures}",
        f"责任人：{turn.person}；完成时限：{date_text(turn.due_on)}。",
        f"听取{turn.talked_with}意见：{turn.talk_note}",
    )
    write(issue, NoteKind.AGREED, "\n".join(lines), by=by, at=at)
    note("agree_plan", issue, f"听取{turn.talked_with}意见后商定方案。", by=by, at=at)
    notices.plan_agreed(issue, by=by, at=at)
    return issue


@transaction.atomic
def note_issue(
    pk: Any,
    *,
    kind: str,
    text: str,
    files: Sequence[UploadedFile] = (),
    by: Any,
    at: datetime,
    version: int | None = None,
) -> IssueNote:
    """Progress, the reason for a delay, or whether somebody was held to account."""
    issue = lock(SessionIssue, pk)
    rules.may_note_issue(by, issue, on=day_of(at)).require()
    if kind not in BODY_NOTES:
        raise Refused("请选择填写的内容。", "input", field="kind")
    row = write(issue, NoteKind(kind), filled(text, "请填写说明。", "text"), by=by, at=at)
    keep(row, files, by=by, at=at)
    issue.bump()
    note("note_issue", issue, f"{row.get_kind_display()}：{row.text[:300]}", by=by, at=at)
    notices.issue_noted(issue, row, by=by, at=at)
    return row


@transaction.atomic
def report_result(
    pk: Any,
    *,
    result: str,
    account: str,
    files: Sequence[UploadedFile] = (),
    by: Any,
    at: datetime,
    version: int | None = None,
) -> SessionIssue:
    """What was put right, with its evidence, and whether anybody was held to account. Refused without evidence."""
    issue = _opened("report_result", pk, by, at, version)
    if not files:
        raise Refused("请上传整改前后的照片、文件等证明材料，没有证明材料不能报送结果。", "input", field="files")
    turn = _round(issue)
    turn.result = filled(result, "请填写整改结果。", "result")
    turn.account = filled(account, "请写明问责情况；没有需要问责的，写明“没有”。", "account")[:300]
    turn.reported_at = at
    turn.save(update_fields=["result", "account", "reported_at"])
    _move(issue, "report_result")
    deadlines.meet(clock_of_round(issue), issue, at=at)
    deadlines.start(REVIEW, issue, on=day_of(at), organisation=issue.session.organiser_id, by=by, at=at)
    row = write(issue, NoteKind.RESULT, f"{turn.result}\n问责情况：{turn.account}", by=by, at=at)
    keep(row, files, by=by, at=at)
    note("report_result", issue, f"{issue.body}报送整改结果。", by=by, at=at)
    notices.result_reported(issue, by=by, at=at)
    issue_ledger.claim(issue, text=row.text, files=files, by=by, at=at)
    return issue


@transaction.atomic
def return_result(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> SessionIssue:
    """A result that is none goes back, under a clock of its own."""
    issue = _opened("return_result", pk, by, at, version)
    why = filled(reason, "请写明哪里没有做到。", "reason")
    _move(issue, "return_result")
    deadlines.cancel(REVIEW, issue, at=at, reason=why)
    clock = deadlines.start(REDO, issue, on=day_of(at), organisation=issue.body_id, by=by, at=at)
    write(issue, NoteKind.RETURNED, f"退回继续整改：{why}", by=by, at=at)
    note("return_result", issue, f"退回继续整改：{why}", by=by, at=at)
    notices.result_returned(issue, why, by=by, at=at)
    issue_ledger.again(issue, why, due_on=clock.due_on, by=by, at=at)
    return issue


def clock_of_round(issue: SessionIssue) -> str:
    """The clock of the remedy that runs: the second one, and one that was sent back, have their own."""
    return next((key for key in (REDO, SECOND) if deadlines.clock_of(key, issue)), REMEDY)


def write(issue: SessionIssue, kind: NoteKind, text: str, *, by: Any, at: datetime) -> IssueNote:
    """One line of the timeline."""
    facts: dict[str, Any] = {"organisation_id": issue.body_id if kind in (*BODY_NOTES, NoteKind.RESULT) else None}
    return IssueNote.objects.create(
        issue=issue, round_number=issue.round_number, kind=kind, text=text, by=by, at=at, **facts
    )


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> SessionIssue:
    issue = lock(SessionIssue, pk, version=version)
    getattr(rules, f"may_{verb}")(by, issue, on=day_of(at)).require()
    return issue


def _round(issue: SessionIssue) -> IssueRound:
    return issue.rounds.get(number=issue.round_number)


def _move(issue: SessionIssue, verb: str, *fields: str) -> None:
    issue.state = SESSION_ISSUE_FLOW.target(verb, issue.state)
    issue.bump("state", *fields)
