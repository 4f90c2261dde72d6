"""The grammar of every road: flows as data, verdicts, one family of refusals, the row lock, listeners on a verb.

Models (`Versioned`, `EditPresence`) are imported from `foundation.workflow.models`.
"""

from foundation.workflow.flow import Flow, Step
from foundation.workflow.listeners import after, announce
from foundation.workflow.locking import lock
from foundation.workflow.refusals import Refused, StaleVersion
from foundation.workflow.verdict import Verdict, allow, refuse, when

__all__ = ["Flow", "Refused", "StaleVersion", "Step", "Verdict", "after", "allow", "announce", "lock", "refuse", "when"]
