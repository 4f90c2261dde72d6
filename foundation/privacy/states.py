"""Erasing what is due: looked at, asked for by one person, confirmed by another, done, kept in a ledger."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class PurgeState(TextChoices):
    """Where one purge stands."""

    DUE = "due", "待提请"
    ASKED = "asked", "待另一人确认"
    CONFIRMED = "confirmed", "正在清除"
    DONE = "done", "已清除"


_P = PurgeState
PURGE_FLOW = register(
    Flow(
        name="purge",
        title="到期个人信息清除流程",
        states=PurgeState,
        start=_P.DUE,
        steps=(
            Step("ask_purge", (_P.DUE,), _P.ASKED, "提请清除", "联络工作人员、委员会秘书；核对试算结果"),
            Step("return_purge", (_P.ASKED,), _P.DUE, "退回", "写明理由"),
            Step("confirm_purge", (_P.ASKED,), _P.CONFIRMED, "确认清除", "提请人以外的另一人"),
            Step("carry_out_purge", (_P.CONFIRMED,), _P.DONE, "清除", "系统逐条清除，留下删除记录"),
        ),
    )
)
