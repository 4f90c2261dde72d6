"""The database's own guard of a flow: an UPDATE that is no edge of it is refused whoever sends it."""

from typing import TYPE_CHECKING

import pgtrigger

if TYPE_CHECKING:
    from foundation.workflow.flow import Flow


def fsm_trigger(flow: "Flow", field: str) -> pgtrigger.FSM:
    """A trigger for `Meta.triggers` of the model whose `field` holds the state of `flow`.

    Inserts are free, so that imported history may start anywhere; a wrong UPDATE raises
    django.db.ProgrammingError, as every RAISE EXCEPTION of a trigger does.
    """
    return pgtrigger.FSM(name=f"{flow.name}_{field}_flow"[:43], field=field, transitions=sorted(flow.moves()))
