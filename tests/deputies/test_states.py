"""Every edge of the mandate's flow, and every non-edge, in rows and in the database's own guard."""

from datetime import date

import pytest
from django.db import ProgrammingError, transaction

from deputies.models import Mandate
from deputies.states import MANDATE_FLOW, REASONS, MandateStatus

DATED = {"status_since": date(2026, 3, 1)}
REASON = {MandateStatus.SERVING: "", MandateStatus.SUSPENDED: "detained", MandateStatus.ENDED: "died"}


def test_the_flow_is_what_the_law_allows():
    assert MANDATE_FLOW.edges() == {
        ("suspend", "serving", "suspended"),
        ("restore", "suspended", "serving"),
        ("end", "serving", "ended"),
        ("end", "suspended", "ended"),
    }
    assert MANDATE_FLOW.unreachable() == set()


@pytest.mark.parametrize("source", MandateStatus.values)
@pytest.mark.parametrize("target", MandateStatus.values)
def test_the_database_knows_the_same_edges(register, source, target):
    seat = Mandate.objects.filter(pk=register.lin.pk)
    seat.delete()
    fields = {"deputy": register.lin.deputy, "term": register.term, **DATED}
    made = Mandate.objects.create(status=source, reason=REASON[source], **fields)
    change = Mandate.objects.filter(pk=made.pk)
    allowed = source == target or (source, target) in MANDATE_FLOW.moves()
    if allowed:
        assert change.update(status=target, reason=REASON[target]) == 1
    else:
        with pytest.raises(ProgrammingError), transaction.atomic():
            change.update(status=target, reason=REASON[target])


def test_serving_needs_no_reason_and_the_others_have_the_laws_own():
    assert [len(REASONS[status]) for status in MandateStatus] == [0, 2, 8]
