"""Kinds of duty the performance file starts with (domain 3.2, 3.4)."""

from typing import Any

from deputies.models import DutyKind
from deputies.models.dated import UNSOURCED
from deputies.reference.adding import LAW, add
from deputies.states import Approver, DutyBlock, DutyUnit

LAW13, LAW24, LAW29 = f"{LAW}第十三条", f"{LAW}第二十四条", f"{LAW}第二十九条"
LAW33, LAW51, LAW52 = f"{LAW}第三十三条", f"{LAW}第五十一条", f"{LAW}第五十二条"
LAW58, LAW62 = f"{LAW}第五十八条", f"{LAW}第六十二条"
HALF_DAY, TIME, PIECE = DutyUnit.HALF_DAY, DutyUnit.TIME, DutyUnit.PIECE
OFFICE, GROUP = Approver.OFFICE, Approver.GROUP

# code, name, counted in, legal basis; then, where a deputy reports it himself: who confirms, whether with evidence
KINDS: dict[str, tuple[tuple[Any, ...], ...]] = {
    DutyBlock.MEETINGS: (
        ("session_half_day", "出席代表大会会议", HALF_DAY, LAW13),
        ("session_leave", "经批准请假（代表大会会议）", HALF_DAY, LAW13),
        ("session_absent", "未经批准缺席代表大会会议", HALF_DAY, LAW62),
        ("sc_meeting_seat_in", "列席常委会会议", TIME, LAW33),
        ("forum", "参加座谈会、征求意见会", TIME, UNSOURCED),
    ),
    DutyBlock.INSPECTION: (
        ("inspection", "参加视察", TIME, LAW29),
        ("research", "参加专题调研", TIME, UNSOURCED),
        ("enforcement_inspection", "参加执法检查", TIME, LAW33),
        ("inquiry", "参加专题询问", TIME, LAW33),
    ),
    DutyBlock.TRAINING: (
        ("training", "参加学习培训", TIME, UNSOURCED),
        ("study", "自学履职知识", TIME, UNSOURCED, OFFICE, False),
    ),
    DutyBlock.GROUP: (
        ("group_activity", "参加代表小组活动", TIME, UNSOURCED, GROUP, False),
        ("circle_answer", "专业代表小组咨询答复", PIECE, UNSOURCED),
    ),
    DutyBlock.SUGGESTIONS: (
        ("suggestion_lead", "领衔提出议案、建议", PIECE, LAW24),
        ("suggestion_cosign", "联名提出议案、建议", PIECE, LAW24),
        ("suggestion_key", "建议列为重点督办", PIECE, LAW52),
        ("suggestion_excellent", "建议评为优秀", PIECE, UNSOURCED),
        ("reply_rated", "按时评价建议办理情况", PIECE, UNSOURCED),
        ("handling_joined", "参与建议办理", TIME, LAW51),
    ),
    DutyBlock.VOTERS: (
        ("reception_day", "参加代表接待日", TIME, UNSOURCED, OFFICE, False),
        ("voter_visit", "走访选民", TIME, UNSOURCED, GROUP, False),
        ("voters_contact", "固定联系选民", TIME, UNSOURCED, GROUP, False),
        ("report_to_voters", "向选民述职", TIME, LAW58),
        ("letter_handled", "按期办理选民来信", PIECE, UNSOURCED),
        ("public_feeling", "反映社情民意", PIECE, UNSOURCED),
    ),
    DutyBlock.HONOURS: (
        ("honour", "受到表彰", TIME, UNSOURCED, OFFICE, True),
        ("good_deed", "为群众办实事好事", PIECE, UNSOURCED, GROUP, True),
        ("activity_absent", "未经批准缺席履职活动", TIME, UNSOURCED),
        ("discipline", "受到处分、处罚", TIME, UNSOURCED),
    ),
}
# What is held against somebody is for the file; the public page counts what was done.
NOT_PUBLIC = frozenset({"session_leave", "session_absent", "activity_absent", "discipline"})


def load() -> None:
    """Adds the kinds whose code nobody has entered yet."""
    rows = [(block, row) for block, lines in KINDS.items() for row in lines]
    add(DutyKind, "code", (_kind(order, block, *row) for order, (block, row) in enumerate(rows, 1)))


def _kind(order: int, block: str, code: str, name: str, unit: str, basis: str, *self_report: Any) -> dict[str, Any]:
    approver, evidence = self_report or (OFFICE, False)
    facts: dict[str, Any] = {"is_public": code not in NOT_PUBLIC}
    facts |= {"self_reported": bool(self_report), "needs_evidence": evidence, "approver": approver, "order": order}
    return {"code": code, "name": name, "block": block, "unit": unit, "legal_basis": basis, **facts}
