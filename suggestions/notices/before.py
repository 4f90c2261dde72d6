"""What deputies and the office hear until a paper is numbered."""

from datetime import datetime
from typing import Any

from suggestions.models import Cosigner, Suggestion
from suggestions.notices.telling import tell_of
from suggestions.rules.words import day_word


def cosign_asked(cosigner: Cosigner, *, by: Any, at: datetime) -> None:
    paper = cosigner.suggestion
    title = f"请您确认是否联名：{paper.title}"
    until = day_word(paper.cosign_until)
    body = f"{paper.lead.deputy}代表邀请您联名提出“{paper.title}”，请于{until}前登录阅读全文并答复。"
    tell_of("cosign_asked", paper, title, by=by, at=at, body=body, cosigner=cosigner)


def cosign_asked_again(cosigner: Cosigner, *, by: Any, at: datetime) -> None:
    paper = cosigner.suggestion
    body = f"您确认联名后，领衔代表修改了“{paper.title}”的文本，原确认已失效，请阅读修改后的全文并再次确认。"
    tell_of(
        "cosign_asked_again",
        paper,
        f"文本已修改，请再次确认联名：{paper.title}",
        by=by,
        at=at,
        body=body,
        cosigner=cosigner,
    )


def cosign_answered(cosigner: Cosigner, *, by: Any, at: datetime) -> None:
    title = f"{cosigner.mandate.deputy}代表{cosigner.get_state_display()}联名：{cosigner.suggestion.title}"
    tell_of("cosign_answered", cosigner.suggestion, title, by=by, at=at, body=cosigner.reason, cosigner=cosigner)


def cosign_dropped(cosigner: Cosigner, *, by: Any, at: datetime) -> None:
    title = f"您已不在联名名单中：{cosigner.suggestion.title}"
    body = "这件建议不再需要您办理。如有疑问，请与领衔代表联系。"
    tell_of("cosign_dropped", cosigner.suggestion, title, by=by, at=at, body=body, cosigner=cosigner)


def cosign_left(cosigner: Cosigner, *, by: Any, at: datetime) -> None:
    title = f"{cosigner.mandate.deputy}代表退出联名：{cosigner.suggestion.title}"
    tell_of("cosign_left", cosigner.suggestion, title, by=by, at=at, body=cosigner.reason, cosigner=cosigner)


def submitted(suggestion: Suggestion, *, by: Any, at: datetime) -> None:
    body = f"{suggestion.lead.deputy}代表提交了{suggestion.get_kind_display()}“{suggestion.title}”，请审查立案。"
    tell_of("submitted", suggestion, f"待审查：{suggestion.title}", by=by, at=at, body=body)


def sent_back(suggestion: Suggestion, *, by: Any, at: datetime) -> None:
    body = f"退回理由：{suggestion.review_note}\n请修改后重新提交。"
    tell_of("sent_back", suggestion, f"建议退回修改：{suggestion.title}", by=by, at=at, body=body)


def refused(suggestion: Suggestion, *, by: Any, at: datetime) -> None:
    ground = suggestion.refusal_ground
    body = f"情形：{ground.sourced}；{suggestion.get_refusal_result_display()}。\n{suggestion.review_note}"
    tell_of("refused", suggestion, f"建议不予立案：{suggestion.title}", by=by, at=at, body=body)


def registered(suggestion: Suggestion, *, by: Any, at: datetime) -> None:
    body = f"您提出的“{suggestion.title}”已立案，编号{suggestion.number_text}，类别{suggestion.category}。"
    tell_of("registered", suggestion, f"已立案：{suggestion}", by=by, at=at, body=body)


def converted(suggestion: Suggestion, reason: str, *, by: Any, at: datetime) -> None:
    body = f"您领衔的议案“{suggestion.title}”按代表建议办理。原因：{reason}"
    tell_of("converted", suggestion, f"议案转建议：{suggestion.title}", by=by, at=at, body=body)
