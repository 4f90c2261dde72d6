"""Who enters, begins, changes, concludes and publishes a supervision, and who does its steps."""

from datetime import date
from typing import Any

from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when
from supervision.rules.house import ANSWERING, NOT_THE_HOUSE, OFFICE, READERS, acts_for, leads
from supervision.states.undertaking import (
    STEP_FLOW,
    UNDERTAKING_FLOW,
    StepActor,
    StepState,
    UndertakingState,
)

OPENERS = (*READERS, *ANSWERING, Role.DEPUTY)
U = UndertakingState


def may_open_undertakings(user: Any) -> Verdict:
    """Whoever may find one at all."""
    opens = user.is_authenticated and user.has_role(*OPENERS)
    return when(opens, "监督事项由人大机关、代表和被监督单位查阅。", "role")


def may_read_undertakings(user: Any) -> Verdict:
    """The house, that reads all of them."""
    return when(user.is_authenticated and user.has_role(*READERS), "本页由人大机关查阅。", "role")


def may_open_undertaking(user: Any, undertaking: Any) -> Verdict:
    """Asked of its files."""
    rows = type(undertaking)._default_manager
    seen = user.is_authenticated and rows.visible_to(user).filter(pk=undertaking.pk).exists()
    return when(seen, "该监督事项由人大机关和被监督单位查阅。", "role")


def runs(user: Any, undertaking: Any, on: date) -> Verdict:
    """The committee responsible, or the office."""
    return leads(user, undertaking.committee_id, on)


def may_plan_undertaking(user: Any, *, on: date) -> Verdict:
    """Committees and the office enter what they carry out."""
    does = user.is_authenticated and user.has_role(Role.COMMITTEE, *OFFICE, on=on)
    return when(does, NOT_THE_HOUSE, "role")


def may_change_undertaking(user: Any, undertaking: Any, *, on: date) -> Verdict:
    open_still = undertaking.state in (U.PLANNED, U.UNDER_WAY)
    return runs(user, undertaking, on) & when(open_still, "已办结或者已取消的监督事项不再修改。")


def may_set_meeting(user: Any, undertaking: Any, *, on: date) -> Verdict:
    return may_change_undertaking(user, undertaking, on=on)


def may_begin_undertaking(user: Any, undertaking: Any, *, on: date) -> Verdict:
    return _verb("begin_undertaking", user, undertaking, on)


def may_conclude_undertaking(user: Any, undertaking: Any, *, on: date) -> Verdict:
    """Nothing may be left open."""
    verdict = _verb("conclude_undertaking", user, undertaking, on)
    if not verdict:
        return verdict
    left = undertaking.steps.filter(state=StepState.OPEN).count()
    return when(not left, f"还有{left}个步骤没有完成，请完成或者写明不需办理。", "steps")


def may_cancel_undertaking(user: Any, undertaking: Any, *, on: date) -> Verdict:
    return _verb("cancel_undertaking", user, undertaking, on)


def may_publish_undertaking(user: Any, undertaking: Any, *, on: date) -> Verdict:
    """Supervision is public (监督法第十条); once, and not what a body does not know yet."""
    return (
        runs(user, undertaking, on)
        & when(undertaking.kind.publishes, "这种监督形式不公开。", "kind")
        & when(undertaking.state == U.CONCLUDED, "监督事项办结后公开。")
        & when(undertaking.published_at is None, "已经公开。", "done")
    )


def may_finish_step(user: Any, step: Any, *, on: date) -> Verdict:
    """Whoever does the step; what a body hands in on paper is entered by the committee."""
    return _does(user, step, on) & _running(step) & STEP_FLOW.verdict("finish_step", step.state)


def may_skip_step(user: Any, step: Any, *, on: date) -> Verdict:
    statutory = when(step.statutory_days is None, "法定步骤不能省略。", "law")
    return runs(user, step.undertaking, on) & _running(step) & STEP_FLOW.verdict("skip_step", step.state) & statutory


def may_reopen_step(user: Any, step: Any, *, on: date) -> Verdict:
    return runs(user, step.undertaking, on) & _running(step) & STEP_FLOW.verdict("reopen_step", step.state)


def may_move_step(user: Any, step: Any, *, on: date) -> Verdict:
    """Another day for an open step."""
    open_still = when(step.state == StepState.OPEN, "步骤已经办结，不再改期。")
    return runs(user, step.undertaking, on) & _running(step) & open_still


def _does(user: Any, step: Any, on: date) -> Verdict:
    leading = runs(user, step.undertaking, on)
    if step.actor != StepActor.BODY or leading:
        return leading
    return acts_for(user, step.organisation_id, on) & when(not step.undertaking.is_hidden(on), "尚未通知。", "role")


def _running(step: Any) -> Verdict:
    return when(step.undertaking.state == U.UNDER_WAY, "监督事项启动后、办结前才能办理步骤。")


def _verb(verb: str, user: Any, undertaking: Any, on: date) -> Verdict:
    return runs(user, undertaking, on) & UNDERTAKING_FLOW.verdict(verb, undertaking.state)


def may_open_step(user: Any, step: Any) -> Verdict:
    """Asked of its files."""
    seen = user.is_authenticated and type(step)._default_manager.visible_to(user).filter(pk=step.pk).exists()
    return when(seen, "该材料由人大机关和提交单位查阅。", "role")


def may_open_paper(user: Any, paper: Any) -> Verdict:
    """Asked of its files: whoever reads the step, and anybody once it is published."""
    return when(paper.is_open(), "尚未公开。", "role") | may_open_step(user, paper.step)
