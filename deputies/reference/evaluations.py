"""The scheme of the yearly evaluation a district starts with (domain 3.4), for the office to edit."""

from deputies.models import (
    DutyKind,
    EvaluationConsequence,
    EvaluationGrade,
    EvaluationItem,
    EvaluationScheme,
)

NAME = "代表年度考核（参考方案）"
ITEMS = (("会议期间履职", 40), ("闭会期间履职", 40), ("自身形象", 20))
GRADES = (("优秀", 90), ("称职", 75), ("基本称职", 60), ("不称职", 0))
VETOES = ("session_absent", "discipline")
# grade, years running, what the office is reminded of
CONSEQUENCES = (("优秀", 3, "研究通报表扬"), ("不称职", 1, "约谈"), ("不称职", 2, "研究劝其辞职"))


def load() -> None:
    """Adds the scheme where there is none at all."""
    if EvaluationScheme.objects.exists():
        return
    scheme = EvaluationScheme.objects.create(name=NAME)
    scheme.vetoes.set(DutyKind.objects.filter(code__in=VETOES))
    EvaluationItem.objects.bulk_create(
        EvaluationItem(scheme=scheme, name=name, full=full, order=order) for order, (name, full) in enumerate(ITEMS, 1)
    )
    EvaluationGrade.objects.bulk_create(
        EvaluationGrade(scheme=scheme, name=name, at_least=at_least) for name, at_least in GRADES
    )
    EvaluationConsequence.objects.bulk_create(
        EvaluationConsequence(scheme=scheme, grade=grade, years=years, what=what) for grade, years, what in CONSEQUENCES
    )
