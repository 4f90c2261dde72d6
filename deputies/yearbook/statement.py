"""A first draft of a statement to voters out of the performance file: headings as usual, facts as recorded."""

from datetime import date

from deputies.models import DutyEntry, VoterReport
from deputies.states import DutyBlock
from foundation.web.chinese import date_text

# heading (domain 3.5), blocks of the file that belong under it, what the deputy adds
SECTIONS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("一、学习宣传法律和决议", (DutyBlock.TRAINING,), "学习了什么、向群众宣传了什么。"),
    ("二、会议期间工作", (DutyBlock.MEETINGS, DutyBlock.SUGGESTIONS), "审议发言、提出议案建议和办理情况。"),
    ("三、闭会期间活动", (DutyBlock.INSPECTION, DutyBlock.GROUP), "参加视察、调研和代表小组活动的收获。"),
    ("四、联系选民、为群众办实事", (DutyBlock.VOTERS, DutyBlock.HONOURS), "反映了哪些意见，解决了哪些问题。"),
    ("五、存在的不足和下一步打算", (), "实事求是，逐条说明。"),
)
MOST = 12


def draft_of(report: VoterReport) -> str:
    """Headings with what the file holds of the twelve months up to the planned day; one query."""
    last = report.planned_on
    first = date(last.year - 1, last.month, min(last.day, 28))
    rows = DutyEntry.objects.counting().filter(deputy=report.mandate.deputy_id).in_period(first, last)
    by_block: dict[str, list[str]] = {}
    for entry in rows.select_related("kind").order_by("on", "pk"):
        by_block.setdefault(entry.kind.block, []).append(f"{date_text(entry.on)}，{entry.title}。")
    return "\n\n".join(_section(*section, by_block) for section in SECTIONS)


def _section(heading: str, blocks: tuple[str, ...], hint: str, by_block: dict[str, list[str]]) -> str:
    facts = [line for block in blocks for line in by_block.get(block, [])]
    more = [f"（另有{len(facts) - MOST}项，见履职档案。）"] if len(facts) > MOST else []
    return "\n".join([heading, *facts[:MOST], *more, f"（{hint}请补充，并删去本行。）"])
