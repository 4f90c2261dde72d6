"""Kinds of station a district starts with (domain 5.1)."""

from deputies.models.dated import UNSOURCED
from deputies.reference.adding import LAW, add
from liaison_stations.models import StationKind

# code, name, run by the standing committee itself
KINDS = (
    ("ordinary", "人大代表联络站", False),
    ("government_hall", "政务服务联络站", True),
    ("legislation", "立法联系点", False),
    ("enterprise", "企业（园区）联络站", False),
    ("trade", "行业（专业）联络站", False),
)


def load() -> None:
    """Adds the kinds of which there is no row yet."""
    add(
        StationKind,
        "code",
        (
            {
                "code": code,
                "name": name,
                "run_by_office": own,
                "order": 10 * place,
                "legal_basis": f"{LAW}第二十五条至第二十八条" if code == "ordinary" else UNSOURCED,
            }
            for place, (code, name, own) in enumerate(KINDS, 1)
        ),
    )
