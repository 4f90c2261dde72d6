"""What citizens, deputies and bodies propose as a livelihood project, until whoever proposed it knows the outcome."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class IdeaChannel(TextChoices):
    WEB = "web", "网上征集"
    PAPER = "paper", "现场、来电"
    LETTER = "letter", "群众来信"
    SUGGESTION = "suggestion", "代表建议"
    DEPUTY = "deputy", "代表提出"
    UNIT = "unit", "部门、乡镇提出"


class IdeaState(TextChoices):
    POSTED = "posted", "待筛选"
    ADOPTED = "adopted", "纳入项目"
    DECLINED = "declined", "未采纳"
    WITHDRAWN = "withdrawn", "提出人撤回"


_I = IdeaState
PROJECT_IDEA_FLOW = register(
    Flow(
        name="project_idea",
        title="民生实事征集意见办理流程",
        states=IdeaState,
        start=_I.POSTED,
        steps=(
            Step("adopt_idea", (_I.POSTED,), _I.ADOPTED, "纳入项目", "选定所纳入的项目"),
            Step("decline_idea", (_I.POSTED,), _I.DECLINED, "不采纳", "写明理由，理由公开"),
            Step("reopen_idea", (_I.ADOPTED, _I.DECLINED), _I.POSTED, "重新筛选", "筛选论证期间"),
            Step("withdraw_idea", (_I.POSTED, _I.DECLINED), _I.WITHDRAWN, "撤回", "提出人凭编号和查询码"),
        ),
    )
)


def number_words(number: str) -> str:
    """ "征〔2026〕12" of the number as it is kept, "2026-000012"."""
    year, _, serial = number.partition("-")
    return f"征〔{year}〕{int(serial or 0)}"
