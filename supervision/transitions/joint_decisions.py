"""What a joint meeting has agreed on enters the issue ledger, where it is followed until it is struck off."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation.accounts.models import Organisation
from foundation.accounts.roles import OrganisationKind
from foundation.workflow import lock
from supervision.models import JointDecision, Undertaking
from supervision.rules import inspection as rules
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions.problems import find_problem


@transaction.atomic
def record_decision(
    pk: Any, *, text: str, unit: Organisation, due_on: date, by: Any, at: datetime, version: int | None = None
) -> JointDecision:
    """One thing agreed on: handed at once to the unit that carries it out."""
    row = lock(Undertaking, pk, version=version)
    rules.may_record_decision(by, row, on=day_of(at)).require()
    words = filled(text, "请写明议定的事项。", "text")
    followed = row.committee if row.committee.kind == OrganisationKind.SC_COMMITTEE else None
    problem = find_problem(
        title=words[:100],
        text=words,
        source=row,
        source_words=f"联席会议议定事项：{row}",
        committee=followed,
        unit=unit,
        due_on=due_on,
        by=by,
        at=at,
    )
    decision = JointDecision.objects.create(
        undertaking=row, number=row.decisions.count() + 1, text=words, problem=problem
    )
    note("record_decision", row, f"登记{decision}，由{unit}落实。", by=by, at=at)
    return decision
