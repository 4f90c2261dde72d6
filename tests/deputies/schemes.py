"""Point schemes of three places (domain 3.4), written as rows and nothing else."""

from decimal import Decimal
from typing import Any

from deputies.models import DutyKind, PointGrade, PointPart, PointRule, PointScheme


def scheme(name: str, parts: tuple[tuple[str, Any], ...] = (), **facts: Any) -> PointScheme:
    """A scheme with parts of a name and a cap; `facts` are those of the scheme."""
    made = PointScheme(name=name, **{field: _decimal(value) for field, value in facts.items()})
    made.full_clean()
    made.save()
    for part, cap in parts:
        row = PointPart(scheme=made, name=part, cap=_decimal(cap))
        row.full_clean()
        row.save()
    return made


def rule(made: PointScheme, code: str, points: Any, part: str = "", **facts: Any) -> PointRule:
    """One rule, checked the way the administration checks it."""
    row = PointRule(scheme=made, kind=DutyKind.objects.get(code=code), points=_decimal(points))
    row.part = made.parts.get(name=part) if part else None
    for field, value in facts.items():
        setattr(row, field, _decimal(value))
    row.full_clean()
    row.save()
    return row


def dongbao() -> PointScheme:
    """荆门东宝区 2018: sixty for everybody, points for what is required and for merit, no ceiling."""
    made = scheme("东宝区代表履职积分", (("必做项目", None), ("加分项目", None)), base=60)
    for code, points in (("session_half_day", 2), ("inspection", 3), ("group_activity", 2), ("report_to_voters", 5)):
        rule(made, code, points, "必做项目")
    rule(made, "suggestion_lead", 3, "必做项目", minimum=1, short=2)
    rule(made, "suggestion_excellent", 5, "加分项目")
    rule(made, "good_deed", 2, "加分项目")
    rule(made, "honour", 10, "加分项目")
    return made


def sunan() -> PointScheme:
    """肃南马蹄乡 2018: forty for the session, sixty for the recess, and a bonus besides."""
    made = scheme("代表履职百分制", (("会议期间", 40), ("闭会期间", 60), ("加分", None)))
    rule(made, "session_half_day", 8, "会议期间", cap=40)
    rule(made, "suggestion_lead", 10, "会议期间", first=1, more=5, cap=20)
    rule(made, "session_absent", -10, "会议期间")
    rule(made, "group_activity", 20, "闭会期间", first=4, together=True)
    rule(made, "voter_visit", 2, "闭会期间", first=10, cap=20)
    rule(made, "reception_day", 10, "闭会期间", cap=20)
    rule(made, "report_to_voters", 20, "闭会期间", first=1)
    rule(made, "honour", 5, "加分")
    for name, at_least in (("优秀", 90), ("合格", 60), ("不合格", 0)):
        PointGrade.objects.create(scheme=made, name=name, at_least=at_least)
    return made


def bishan() -> PointScheme:
    """重庆璧山区, 江北区: running totals with half points; three for a suggestion, one off for half a day of leave."""
    made = scheme("璧山区、江北区代表履职积分", step="0.5")
    for code in ("suggestion_lead", "inspection", "research", "enforcement_inspection"):
        rule(made, code, 3)
    rule(made, "suggestion_cosign", "0.5", cap=5)
    rule(made, "voter_visit", "1.5", first=20, more="0.5")
    rule(made, "group_activity", "2.5")
    rule(made, "session_leave", -1)
    rule(made, "session_absent", "-2.5", cap=10)
    return made


def _decimal(value: Any) -> Any:
    return Decimal(str(value)) if isinstance(value, int | float | str) and not isinstance(value, bool) else value
