from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.workflow import StaleVersion
from suggestions import notices
from suggestions.models import Cosigner
from suggestions.models.text_version import text_hash
from suggestions.rules import may_answer_cosign
from suggestions.states import CosignerState
from suggestions.transitions.beats import day_of, note, open_paper


@transaction.atomic
def answer_cosign(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, agree: bool, reason: str = ""
) -> Cosigner:
    """An invited deputy confirms that the paper is his will too, or declines; `pk` is the Cosigner.

    `version` is the suggestion's: nobody signs a text that changed while he read it. Refused after the day agreed and
    to everybody else. The lead hears of it.
    """
    cosigner = open_paper(Cosigner, pk)
    _same_text(cosigner, version)
    may_answer_cosign(by, cosigner, on=day_of(at)).require()
    cosigner.state = CosignerState.CONFIRMED if agree else CosignerState.DECLINED
    cosigner.answered_at, cosigner.reason = at, reason
    cosigner.text_hash = text_hash(cosigner.suggestion) if agree else ""
    cosigner.save(update_fields=["state", "answered_at", "reason", "text_hash"])
    word = "确认联名" if agree else "谢绝联名"
    note("answer_cosign", cosigner.suggestion, f"{cosigner.mandate.deputy}{word}。", by=by, at=at, cosigner=cosigner.pk)
    notices.cosign_answered(cosigner, by=by, at=at)
    return cosigner


def _same_text(cosigner: Cosigner, version: int | None) -> None:
    if version is not None and cosigner.suggestion.version != int(version):
        raise StaleVersion("文本刚刚有修改，请刷新后阅读最新文本再答复。")
