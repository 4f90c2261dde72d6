"""A small road of its own to test the grammar on: a paper is drafted, submitted, sent back or filed."""

from django.db import models

from foundation.workflow import Flow, Step


class PaperState(models.TextChoices):
    DRAFT = "draft", "草稿"
    SUBMITTED = "submitted", "待审"
    SENT_BACK = "sent_back", "退回修改"
    FILED = "filed", "已立案"


PAPER_FLOW = Flow(
    "paper",
    PaperState,
    PaperState.DRAFT,
    (
        Step("submit", (PaperState.DRAFT, PaperState.SENT_BACK), PaperState.SUBMITTED, "提交", "may_submit"),
        Step("review", (PaperState.SUBMITTED,), PaperState.SENT_BACK, "审查", "may_review"),
        Step("review", (PaperState.SUBMITTED,), PaperState.FILED, "审查", "may_review"),
        Step("note", (PaperState.FILED,), PaperState.FILED, "批注", "may_note"),
    ),
    title="文件流程",
)
