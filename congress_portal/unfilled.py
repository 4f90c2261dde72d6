"""Rows that stand for a local rule nobody has named yet (本级规定（待填）): which, where, in what order to fill them.

docs/local_rules.md tells the same to people.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.db.models import Model, Q
from django.urls import reverse
from pghistory.models import Event

FIELD = "legal_basis"
OPEN = "待填"
# Step by step: what begins to work first is named first.
STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "一、启用建议办理以前",
        (
            "deadlines.timelimit", "suggestions.threshold", "suggestions.switch", "suggestions.refusalground",
            "suggestions.numberformat", "suggestions.category", "suggestions.resultclass", "suggestions.replytemplate",
            "suggestions.progresscolour", "suggestions.fundexclusion", "suggestions.appraisalscheme",
        ),
    ),
    (
        "二、登记代表履职以前",
        (
            "deputies.activitykind", "deputies.dutykind", "deputies.dutytarget", "deputies.contactstandard",
            "deputies.pointscheme", "deputies.evaluationscheme", "deputies.structureline",
        ),
    ),
    (
        "三、开通联络站和代表信箱以前",
        (
            "liaison_stations.mailboxrule", "liaison_stations.letterground", "intake.intakelimit",
            "liaison_stations.spamsign", "liaison_stations.matterword", "liaison_stations.consultationrule",
            "liaison_stations.stationkind", "liaison_stations.wallitem", "liaison_stations.scoretable",
            "liaison_stations.streetstandard",
        ),
    ),
    (
        "四、开展监督、测评和表决以前",
        (
            "ballots.ballotrule", "supervision.undertakingkind", "supervision.kindstep", "supervision.ledgerstandard",
            "supervision.questionterm", "supervision.initiatorrule", "supervision.projectstandard",
            "supervision.projectfield", "supervision.localstandard", "supervision.examrule",
            "supervision.ballotconsequence", "supervision.expertfield", "supervision.clueapprover",
        ),
    ),
    ("五、其余各项，随时可以填写", ("files.fileformat", "notices.deliverywindow")),
)  # fmt: skip


@dataclass(frozen=True)
class Unfilled:
    """One kind of rows: where in the admin, how many there are in force, and those that name no rule."""

    step: str
    label: str
    name: str
    place: str
    total: int
    rows: list[str]


def unfilled(on: date) -> list[Unfilled]:
    """Every kind with a row in force on `on` that names no rule, in the order in which to fill them."""
    steps = {label: (number, place) for number, (_, labels) in enumerate(STEPS) for place, label in enumerate(labels)}
    last = len(STEPS) - 1
    found = [
        kind for model in _models() if (kind := _of(model, STEPS[steps.get(_label(model), (last, 0))[0]][0], on)).rows
    ]
    return sorted(found, key=lambda kind: (*steps.get(kind.label, (last, 99)), kind.label))


def _models() -> Iterator[type[Model]]:
    for model in apps.get_models():
        names = {field.name for field in model._meta.local_concrete_fields}
        if FIELD in names and not issubclass(model, Event):
            yield model


def _of(model: type[Model], step: str, on: date) -> Unfilled:
    rows = model._default_manager.all()
    if any(field.name == "valid_until" for field in model._meta.fields):
        rows = rows.filter(Q(valid_until=None) | Q(valid_until__gte=on))
    names = [str(row) for row in rows.filter(**{f"{FIELD}__contains": OPEN})]
    return Unfilled(step, _label(model), str(model._meta.verbose_name), place_of(model), rows.count(), names)


def _label(model: type[Model]) -> str:
    return model._meta.label_lower


def place_of(model: Any) -> str:
    """The list in the admin: the model's own, or of what its rows are edited with; "" where there is none."""
    keeper = keeper_of(model)
    return reverse(f"admin:{keeper._meta.app_label}_{keeper._meta.model_name}_changelist") if keeper else ""


def keeper_of(model: Any) -> Any:
    """The model whose page in the admin edits these rows: their own, or what they are lines of."""
    owners = [field.related_model for field in model._meta.fields if field.many_to_one]
    return next((one for one in (model, *owners) if one in admin.site._registry), None)
