"""What is told once there is a reply: rating, next rounds, promises, the end."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from suggestions.models import Assignment, Commitment, Cosigner, Mediation, PaperRating, Rating, Round, Suggestion
from suggestions.notices.telling import tell_of
from suggestions.rules.words import day_word


def rating_asked(suggestion: Suggestion, due_on: date, *, by: Any, at: datetime) -> None:
    body = f"各承办单位均已答复，请于{day_word(due_on)}前对办理态度和办理结果作出评价。"
    tell_of("rating_asked", suggestion, f"请您评价：{suggestion}", by=by, at=at, body=body)


def rating_urged(suggestion: Suggestion, *, by: Any, at: datetime) -> None:
    body = "答复已送达，您尚未评价。请登录对办理态度和办理结果作出评价；未评价的不计入满意率。"
    tell_of("rating_urged", suggestion, f"请尽快评价：{suggestion}", by=by, at=at, body=body)


def rated(rating: Rating, *, by: Any, at: datetime) -> None:
    """Grades and reasons, never the name of who gave them."""
    body = f"办理态度：{rating.get_attitude_display()}；办理结果：{rating.get_result_display()}。{rating.reason}"
    tell_of("rated", rating.suggestion, f"代表已评价：{rating.suggestion}", by=by, at=at, body=body)


def rehandled(turn: Round, due_on: date, *, by: Any, at: datetime) -> None:
    paper = turn.suggestion
    body = f"{turn.because}\n请重新办理，于{day_word(due_on)}前再次答复代表。"
    tell_of("rehandled", paper, f"重新办理（第{turn.number}轮）：{paper}", by=by, at=at, body=body)


def mediation_opened(mediation: Mediation, *, by: Any, at: datetime) -> None:
    paper = mediation.suggestion
    tell_of("mediation_opened", paper, f"进入协调评估：{paper}", by=by, at=at, body=mediation.because)


def mediation_resolved(mediation: Mediation, *, by: Any, at: datetime) -> None:
    paper = mediation.suggestion
    title = f"协调评估结果为{mediation.get_resolution_display()}：{paper}"
    tell_of("mediation_resolved", paper, title, by=by, at=at, body=mediation.record)


def tracked(suggestion: Suggestion, *, by: Any, at: datetime) -> None:
    body = "答复中的承诺事项已列入台账，请按承诺时限落实，完成后报告兑现情况。"
    tell_of("tracked", suggestion, f"承诺事项跟踪：{suggestion}", by=by, at=at, body=body)


def fulfilment_reported(commitment: Commitment, *, by: Any, at: datetime) -> None:
    paper = commitment.suggestion
    body = f"承诺事项：{commitment.text}\n兑现情况：{commitment.evidence}"
    tell_of("fulfilment_reported", paper, f"承诺兑现待确认：{paper}", by=by, at=at, body=body, mark=f"p{commitment.pk}")


def fulfilment_checked(commitment: Commitment, *, by: Any, at: datetime) -> None:
    paper = commitment.suggestion
    title = f"承诺事项{commitment.get_state_display()}：{paper}"
    part, note = commitment.assignment, commitment.check_note
    tell_of("fulfilment_checked", paper, title, by=by, at=at, body=note, assignment=part, mark=f"p{commitment.pk}")


def closed(suggestion: Suggestion, *, by: Any, at: datetime) -> None:
    title = f"已办结（{suggestion.get_ending_display()}）：{suggestion}"
    tell_of("closed", suggestion, title, by=by, at=at)


def withdrawal_asked(suggestion: Suggestion, *, by: Any, at: datetime) -> None:
    body = f"领衔代表提请撤回“{suggestion.title}”，原因：{suggestion.withdrawal_reason}。是否同意，请登录答复。"
    tell_of("withdrawal_asked", suggestion, f"撤回建议征求意见：{suggestion}", by=by, at=at, body=body)


def withdrawal_agreed(cosigner: Cosigner, *, by: Any, at: datetime) -> None:
    title = f"{cosigner.mandate.deputy}代表同意撤回：{cosigner.suggestion}"
    tell_of("withdrawal_agreed", cosigner.suggestion, title, by=by, at=at, cosigner=cosigner)


def withdrawal_declined(cosigner: Cosigner, words: str, *, by: Any, at: datetime) -> None:
    title = f"{cosigner.mandate.deputy}代表不同意撤回：{cosigner.suggestion}"
    body = f"理由：{words}\n建议继续办理；仍要撤回的，请与联名代表商量后重新征求意见。"
    tell_of("withdrawal_declined", cosigner.suggestion, title, by=by, at=at, body=body, cosigner=cosigner)


def withdrawn(suggestion: Suggestion, released: Iterable[Assignment], *, by: Any, at: datetime) -> None:
    body = f"原因：{suggestion.withdrawal_reason}"
    told = f"{body}\n请停止办理；本件在系统中不能再打开。"
    for part in released:
        tell_of("released", suggestion, f"建议已撤回，停止办理：{suggestion}", by=by, at=at, body=told, assignment=part)
    tell_of("withdrawn", suggestion, f"建议已撤回：{suggestion}", by=by, at=at, body=body)


def published(suggestion: Suggestion, *, by: Any, at: datetime) -> None:
    tell_of("published", suggestion, f"已向社会公开：{suggestion}", by=by, at=at)


def copy_renewed(suggestion: Suggestion, *, by: Any, at: datetime) -> None:
    tell_of("copy_renewed", suggestion, f"公开内容已更新：{suggestion}", by=by, at=at)


def unpublished(suggestion: Suggestion, reason: str, *, by: Any, at: datetime) -> None:
    tell_of("unpublished", suggestion, f"已撤下公开：{suggestion}", by=by, at=at, body=reason)


def paper_entered(paper: PaperRating, *, by: Any, at: datetime) -> None:
    body = "请另一名工作人员对照扫描件核对后确认。"
    tell_of("paper_entered", paper.suggestion, f"纸质评价待核对：{paper.suggestion}", by=by, at=at, body=body)


def paper_rejected(paper: PaperRating, *, by: Any, at: datetime) -> None:
    body = f"核对不符：{paper.check_note}。请重新录入。"
    tell_of("paper_rejected", paper.suggestion, f"纸质评价核对不符：{paper.suggestion}", by=by, at=at, body=body)
