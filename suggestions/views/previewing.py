"""What each receiver of a reply will get, side by side, before it is signed (F29)."""

from dataclasses import dataclass
from typing import Any

from foundation.documents.writing import plain
from suggestions import notices
from suggestions.letters import reply_letter
from suggestions.letters.wording import proposers
from suggestions.models import Reply

DRAFT = "草稿"


@dataclass(frozen=True)
class Preview:
    """The letter as plain values, the message, and what the public will read."""

    paper: dict[str, Any]
    subject: str
    body: str
    hearers: str
    public: str
    shown: bool
    blanks: list[str]

    @property
    def blanks_text(self) -> str:
        return f"请先填写：{'、'.join(self.blanks)}。"


def preview_of(reply: Reply) -> Preview:
    """The three texts of a reply that is being written or looked at."""
    paper = reply.assignment.suggestion
    subject, body = notices.delivered_words(reply)
    shown = bool(reply.publish and paper.agree_to_publish)
    return Preview(
        paper=plain(reply_letter(reply, draft="" if reply.delivered_at else DRAFT)),
        subject=subject,
        body=body,
        hearers="、".join(proposers(paper)),
        public=public_words(reply),
        shown=shown,
        blanks=reply.blanks(),
    )


def public_words(reply: Reply) -> str:
    """Whether and when this reply will be read by everybody, in a sentence."""
    if reply.assignment.suggestion.agree_to_publish is not True:
        return "领衔代表没有同意公开，建议和答复都不向社会公开。"
    if reply.publish is None:
        return "尚未选择答复是否公开，请在起草页面选择。"
    if not reply.publish:
        return "答复不公开，公开页面只写明“答复不公开”。"
    return "经代表工作机构保密审查后公开下列内容：号码遮盖，不含联系电话；附件只公开经审查的图片。"
