"""Kinds of activities a district starts with (domain 3.3)."""

from collections.abc import Mapping
from typing import Any

from deputies.models import ActivityKind
from deputies.models.dated import UNSOURCED
from deputies.reference.adding import LAW, add
from deputies.states import LeaveApprover

LAW13, LAW28, LAW29, LAW33 = (f"{LAW}第{n}条" for n in ("十三", "二十八", "二十九", "三十三"))
SESSION: dict[str, Any] = {
    "leave_approver": LeaveApprover.SC_LEADERS,
    "approver_in_session": LeaveApprover.DELEGATION_HEAD,
    "leave_duty": "session_leave",
    "absence_duty": "session_absent",
    "counts_days": False,
    "warns_of_absence": True,
    "opens_before": 90,
}
# code, name, duty entered, days of notice, legal basis, what else differs; the duties are codes of DutyKind
ACTIVITY_KINDS: tuple[tuple[str, str, str, int, str, dict[str, Any]], ...] = (
    ("session", "代表大会会议", "session_half_day", 30, LAW13, SESSION),
    ("sc_meeting", "常委会会议", "", 7, UNSOURCED, {"counts_days": False}),
    ("sit_in", "列席常委会会议", "sc_meeting_seat_in", 7, LAW33, {}),
    ("inspection", "视察", "inspection", 7, LAW29, {}),
    ("research", "专题调研", "research", 7, LAW29, {}),
    ("enforcement_inspection", "执法检查", "enforcement_inspection", 7, LAW33, {}),
    ("inquiry", "专题询问", "inquiry", 7, LAW33, {}),
    ("training", "学习培训", "training", 7, UNSOURCED, {}),
    ("study", "小组学习", "study", 3, UNSOURCED, {}),
    ("group_activity", "代表小组活动", "group_activity", 5, LAW28, {}),
    ("reception_day", "常委会代表接待日", "forum", 7, UNSOURCED, {}),
    ("forum", "座谈会", "forum", 3, UNSOURCED, {}),
    ("station_duty", "联络站值班接待", "reception_day", 3, UNSOURCED, {}),
    ("report_to_voters", "向选民述职", "report_to_voters", 10, UNSOURCED, {}),
    ("case_session", "案例交流", "training", 5, UNSOURCED, {}),
    ("other", "其他活动", "group_activity", 3, UNSOURCED, {}),
)


def load() -> None:
    """Adds the kinds that are missing."""
    add(ActivityKind, "code", (_activity_kind(i, *row) for i, row in enumerate(ACTIVITY_KINDS, 1)))


def _activity_kind(
    order: int, code: str, name: str, duty: str, days: int, basis: str, more: Mapping[str, Any]
) -> dict[str, Any]:
    facts = {"absence_duty": "activity_absent", **more} if duty else dict(more)
    named = {"code": code, "name": name, "duty_kind": duty, "notice_days": days, "legal_basis": basis}
    return {**named, "order": order, **facts}
