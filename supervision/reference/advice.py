"""Fields of knowledge experts are kept under, to begin with."""

from deputies.models.dated import UNSOURCED
from deputies.reference.adding import add
from supervision.models import ExpertField

FIELDS = (
    ("law", "法律"),
    ("finance", "财政经济、审计"),
    ("urban", "城乡建设、环境资源"),
    ("agriculture", "农业农村"),
    ("education", "教育科技文化卫生"),
    ("society", "社会建设、基层治理"),
    ("digital", "数字技术"),
)


def load() -> None:
    """Adds what there is no row of yet."""
    rows = ({"code": c, "name": n, "order": 10 * i, "legal_basis": UNSOURCED} for i, (c, n) in enumerate(FIELDS, 1))
    add(ExpertField, "code", rows)
