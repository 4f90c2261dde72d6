"""The point scheme and the yearly targets a district starts with; both are for the office to edit (domain 3.2, 3.4)."""

from decimal import Decimal
from typing import Any

from deputies.models import DutyKind, DutyTarget, PointGrade, PointRule, PointScheme
from deputies.models.dated import UNSOURCED
from deputies.reference.adding import LAW
from deputies.states import CountedBy, Level, TargetSpan

NAME = "代表履职积分（参考方案）"
NOTE = "参考各地做法拟定的初始方案，不是本级规定。请按本级办法修改分值和等次，并写明依据后使用。"
BASE = Decimal(60)
# code of the kind, points; then the most of a year, or that it decides the grade
RULES: tuple[tuple[Any, ...], ...] = (
    ("session_half_day", "4"),
    ("session_leave", "0"),
    ("session_absent", "-5"),
    ("sc_meeting_seat_in", "3"),
    ("inspection", "3"),
    ("research", "3"),
    ("enforcement_inspection", "3"),
    ("inquiry", "3"),
    ("training", "3"),
    ("group_activity", "2"),
    ("reception_day", "2"),
    ("voter_visit", "1", {"cap": Decimal(10)}),
    ("suggestion_lead", "3"),
    ("suggestion_cosign", "0.5", {"cap": Decimal(5)}),
    ("suggestion_excellent", "5"),
    ("suggestion_key", "3"),
    ("reply_rated", "1"),
    ("report_to_voters", "5"),
    ("letter_handled", "1"),
    ("discipline", "0", {"veto": True}),
)
GRADES = (("优秀", 90), ("称职", 75), ("基本称职", 60), ("不称职", 0))
IN_RECESS = (
    "sc_meeting_seat_in", "inspection", "research", "enforcement_inspection", "inquiry", "training", "group_activity",
    "reception_day", "voter_visit", "voters_contact", "report_to_voters", "forum", "handling_joined",
)  # fmt: skip
LAW58 = f"{LAW}第五十八条"
# name, level, kinds, least amount, how it counts, span, legal basis
TARGETS: tuple[tuple[Any, ...], ...] = (
    ("闭会期间履职时间", Level.DISTRICT, IN_RECESS, 15, CountedBy.DAYS, TargetSpan.YEAR, UNSOURCED),
    ("闭会期间履职时间", Level.TOWNSHIP, IN_RECESS, 7, CountedBy.DAYS, TargetSpan.YEAR, UNSOURCED),
    ("代表小组活动", Level.DISTRICT, ("group_activity",), 3, CountedBy.QUANTITY, TargetSpan.YEAR, UNSOURCED),
    ("代表接待日", Level.DISTRICT, ("reception_day",), 2, CountedBy.QUANTITY, TargetSpan.YEAR, UNSOURCED),
    ("向选民述职", Level.DISTRICT, ("report_to_voters",), 1, CountedBy.QUANTITY, TargetSpan.TERM, LAW58),
)


def load() -> None:
    """Adds the scheme where there is none at all, and the targets whose name and level nobody has entered."""
    kinds = {kind.code: kind for kind in DutyKind.objects.all()}
    if not PointScheme.objects.exists():
        _scheme(kinds)
    known = set(DutyTarget.objects.values_list("name", "level"))
    for order, (name, level, codes, amount, how, span, basis) in enumerate(TARGETS, 1):
        if (name, level) not in known:
            facts = {"amount": amount, "counted_by": how, "span": span, "legal_basis": basis, "order": order}
            target = DutyTarget.objects.create(name=name, level=level, **facts)
            target.kinds.set(kinds[code] for code in codes if code in kinds)


def _scheme(kinds: dict[str, DutyKind]) -> None:
    scheme = PointScheme.objects.create(name=NAME, base=BASE, floor=Decimal(0), note=NOTE)
    PointRule.objects.bulk_create(
        PointRule(scheme=scheme, kind=kinds[code], points=Decimal(points), order=order, **(more[0] if more else {}))
        for order, (code, points, *more) in enumerate(RULES, 1)
        if code in kinds
    )
    PointGrade.objects.bulk_create(PointGrade(scheme=scheme, name=name, at_least=at_least) for name, at_least in GRADES)
