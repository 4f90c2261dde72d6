"""Who leads the congress into its next term, and when."""

from datetime import date
from typing import Any

from deputies.rules.register import may_keep_register
from foundation.workflow import Verdict, allow, refuse


def may_prepare_term(user: Any, *, on: date | None = None) -> Verdict:
    """Entering the next term."""
    return may_keep_register(user)


def may_change_term(user: Any, term: Any, *, on: date) -> Verdict:
    """From the first day of the new term on, once somebody sits in it (代表法 2); a second time never."""
    return may_keep_register(user) & _ready(term, on)


def may_try_change(user: Any, term: Any, *, on: date) -> Verdict:
    """The trial changes nothing and may be run as soon as the new register is there."""
    return may_keep_register(user) & _waits(term)


def _ready(term: Any, on: date) -> Verdict:
    if not (waits := _waits(term)):
        return waits
    if term.starts_on is None or term.starts_on > on:
        return refuse(f"{term}自第一次会议召开之日起开始，到那一天再办理；之前可以反复试算。", "date")
    return allow()


def _waits(term: Any) -> Verdict:
    if term.is_current or term.sealed_at:
        return refuse(f"{term}已经办理过换届。", "state")
    if not term.mandates.exists():
        return refuse(f"{term}还没有代表，请先导入新一届代表名册。", "state")
    return allow()
