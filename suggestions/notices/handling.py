"""What units, offices and deputies hear while a suggestion is handled."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from suggestions.models import (
    Appeal,
    Assignment,
    ContactRecord,
    CoOpinion,
    Extension,
    HandlingPlan,
    Objection,
    Reply,
    Suggestion,
)
from suggestions.notices.telling import tell_of
from suggestions.rules.words import day_word


def assigned(suggestion: Suggestion, due_on: date, *, by: Any, at: datetime) -> None:
    """The units must act; the proposers and the committee learn who handles it and until when."""
    rows = suggestion.assignments.select_related("unit").order_by("pk")
    names = "，".join(f"{row.get_role_display()}：{row.unit}" for row in rows)
    body = f"{suggestion}，{names}；交办日期{day_word(suggestion.first_assigned_on)}，答复期限{day_word(due_on)}。"
    if members := suggestion.followers:
        body += f"并案办理：{'；'.join(str(member) for member in members)}，须分别联系各件代表。"
    tell_of("assigned", suggestion, f"新交办：{suggestion}", by=by, at=at, body=f"{body}\n请承办单位尽快签收。")
    tell_of("assignment_told", suggestion, f"已交办：{suggestion}", by=by, at=at, body=body)


def acknowledged(assignment: Assignment, *, by: Any, at: datetime) -> None:
    paper = assignment.suggestion
    body = f"{assignment.unit}已签收{paper}，经办人{assignment.person_in_charge or '未填'}。"
    tell_of("acknowledged", paper, f"{assignment.unit}已签收：{paper}", by=by, at=at, body=body, assignment=assignment)


def objection_raised(objection: Objection, *, by: Any, at: datetime) -> None:
    part = objection.assignment
    body = f"{part.unit}申请改由{objection.proposed_unit}承办。依据：{objection.legal_basis}。理由：{objection.reason}"
    tell_of(
        "objection_raised", part.suggestion, f"申请调整：{part.suggestion}", by=by, at=at, body=body, assignment=part
    )


def objection_refused(objection: Objection, *, by: Any, at: datetime) -> None:
    part = objection.assignment
    body = f"理由：{objection.decision_note}\n请签收并继续办理，答复期限不变。"
    tell_of(
        "objection_refused",
        part.suggestion,
        f"调整申请未获同意：{part.suggestion}",
        by=by,
        at=at,
        body=body,
        assignment=part,
    )


def reassigned(old: Assignment, new: Assignment, reason: str, due_on: date | None, *, by: Any, at: datetime) -> None:
    """The old unit is relieved, the new one starts, the proposers learn of it."""
    paper = new.suggestion
    days = f"首次交办{day_word(new.first_assigned_on)}，本次交办{day_word(new.assigned_on)}，期限{day_word(due_on)}"
    told = f"{reason}\n本件已不由{old.unit}承办，无需再办，系统中不能再打开。"
    tell_of("released", paper, f"已改派，无需再办：{paper}", by=by, at=at, body=told, assignment=old)
    body = f"{paper}由{old.unit}改为{new.unit}{new.get_role_display()}。{days}。"
    tell_of("assigned_anew", paper, f"改派交办：{paper}", by=by, at=at, body=f"{body}\n请尽快签收。", assignment=new)
    tell_of("reassigned", paper, f"承办单位已调整：{paper}", by=by, at=at, body=body, mark=new.pk)


def appeal_raised(appeal: Appeal, *, by: Any, at: datetime) -> None:
    tell_of(
        "appeal_raised", appeal.suggestion, f"代表对交办提出异议：{appeal.suggestion}", by=by, at=at, body=appeal.reason
    )


def appeal_decided(appeal: Appeal, *, by: Any, at: datetime) -> None:
    word = "成立" if appeal.accepted else "不成立"
    title = f"您对交办的异议{word}：{appeal.suggestion}"
    tell_of("appeal_decided", appeal.suggestion, title, by=by, at=at, body=appeal.decision_note)


def contact_recorded(contact: ContactRecord, *, by: Any, at: datetime) -> None:
    part = contact.assignment
    body = f"{part.unit}登记了{day_word(contact.held_on)}{contact.get_method_display()}的情况，请核对是否属实。"
    tell_of(
        "contact_recorded",
        part.suggestion,
        f"请确认联系记录：{part.suggestion}",
        by=by,
        at=at,
        body=body,
        mark=f"c{contact.pk}",
    )


def contact_answered(contact: ContactRecord, *, by: Any, at: datetime) -> None:
    part = contact.assignment
    word = "属实" if contact.confirmed else "不属实，请核实后重新登记"
    title = f"代表确认联系记录{word}：{part.suggestion}"
    tell_of(
        "contact_answered",
        part.suggestion,
        title,
        by=by,
        at=at,
        body=contact.answer_note,
        assignment=part,
        mark=f"c{contact.pk}",
    )


def plan_made(plan: HandlingPlan, steps: Sequence[dict[str, Any]], *, by: Any, at: datetime) -> None:
    """The proposers read what will be done, by whom and by when."""
    part = plan.assignment
    lines = [f"{day_word(step['due_on'])}前：{step['what']}（{step['who']}）" for step in steps]
    body = "\n".join([f"{part.unit}的办理方案：", *lines])
    title = f"办理方案：{part.suggestion}"
    tell_of("plan_made", part.suggestion, title, by=by, at=at, body=body, assignment=part, mark=f"h{plan.pk}")


def co_opinion_given(opinion: CoOpinion, *, by: Any, at: datetime) -> None:
    part = opinion.assignment
    title = f"{part.unit}已提出会办意见：{part.suggestion}"
    tell_of("co_opinion_given", part.suggestion, title, by=by, at=at, assignment=part)


def co_opinion_bounced(opinion: CoOpinion, *, by: Any, at: datetime) -> None:
    part = opinion.assignment
    body = f"主办单位退回理由：{opinion.bounce_reason}\n请在期限内重新提出。"
    tell_of(
        "co_opinion_bounced",
        part.suggestion,
        f"会办意见退回：{part.suggestion}",
        by=by,
        at=at,
        body=body,
        assignment=part,
    )


def extension_requested(extension: Extension, *, by: Any, at: datetime) -> None:
    part = extension.assignment
    body = f"{part.unit}申请将答复期限延至{day_word(extension.until)}。理由：{extension.reason}"
    tell_of(
        "extension_requested", part.suggestion, f"延期申请：{part.suggestion}", by=by, at=at, body=body, assignment=part
    )


def extension_decided(extension: Extension, *, by: Any, at: datetime) -> None:
    """The unit gets its answer; a longer period is told to the deputies (QD21)."""
    part, paper = extension.assignment, extension.assignment.suggestion
    word = f"同意延至{day_word(extension.granted_until)}" if extension.accepted else "不同意延期"
    title = f"延期申请：{word}：{paper}"
    tell_of("extension_decided", paper, title, by=by, at=at, body=extension.decision_note, assignment=part)
    if extension.accepted:
        extension_told(part, extension, by=by, at=at)


def extension_told(part: Assignment, extension: Extension, *, by: Any, at: datetime) -> None:
    """The proposers of `part`, or of a paper merged into the one that was extended."""
    paper = part.suggestion
    body = f"{part.unit}的答复期限延至{day_word(extension.granted_until)}。原因：{extension.reason}"
    tell_of("extension_told", paper, f"办理期限延长：{paper}", by=by, at=at, body=body, assignment=part)


def reply_signed(assignment: Assignment, *, by: Any, at: datetime) -> None:
    paper = assignment.suggestion
    body = f"{assignment.unit}已签发对{paper}的答复，请审核。"
    tell_of("reply_signed", paper, f"答复待审核：{paper}", by=by, at=at, body=body, assignment=assignment)


def reply_returned(assignment: Assignment, reason: str, *, by: Any, at: datetime) -> None:
    paper = assignment.suggestion
    body = f"退回理由：{reason}\n请修改后重新签发。"
    tell_of("reply_returned", paper, f"答复退回修改：{paper}", by=by, at=at, body=body, assignment=assignment)


def reply_delivered(reply: Reply, *, by: Any, at: datetime) -> None:
    """Every proposer gets the reply (ZJ16 18)."""
    part = reply.assignment
    title, body = delivered_words(reply)
    tell_of("reply_delivered", part.suggestion, title, by=by, at=at, body=body, assignment=part)


def delivered_words(reply: Reply) -> tuple[str, str]:
    """(title, text) of the message every proposer gets with the reply; shown to the unit before it signs (F29)."""
    part = reply.assignment
    result = f"，{reply.result_class}" if reply.result_class else ""
    body = f"{part.unit}已答复{part.suggestion}{result}，请登录查看全文、下载答复函。"
    return f"已答复：{part.suggestion}", body
