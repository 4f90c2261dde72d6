"""The steps of a supervision as rows: copied from its kind, given their days, and their clocks kept in time."""

from datetime import date, datetime
from typing import Any

from foundation import deadlines
from supervision.models import KindStep, Undertaking, UndertakingStep
from supervision.rules.days import due_day
from supervision.states.undertaking import HearingLevel, StepActor, StepState, UndertakingState
from supervision.transitions._beats import day_of

CLOCK = "oversight_step"
COPIED = (
    "order",
    "code",
    "name",
    "hint",
    "actor",
    "paper",
    "need",
    "anchor",
    "amount",
    "unit",
    "after",
    "is_shared",
    "is_public",
    "legal_basis",
)


def copy_steps(undertaking: Undertaking, bodies: list[int]) -> None:
    """One row for each step of the kind, or for each body where the bodies do it; those that stand are kept."""
    known = set(undertaking.steps.values_list("code", "organisation"))
    rows = []
    for rule in undertaking.kind.steps.filter(is_active=True):
        for body in bodies if rule.actor == StepActor.BODY else [None]:
            if (rule.code, body) not in known:
                rows.append(_copy(undertaking, rule, body))
    UndertakingStep.objects.bulk_create(rows)


def _copy(undertaking: Undertaking, rule: KindStep, body: int | None) -> UndertakingStep:
    # The law counts days only to meetings of the standing committee itself.
    statutory = rule.statutory_days if undertaking.level == HearingLevel.STANDING_COMMITTEE else None
    facts = {name: getattr(rule, name) for name in COPIED}
    return UndertakingStep(undertaking=undertaking, organisation_id=body, statutory_days=statutory, **facts)


def schedule(undertaking: Undertaking, *, by: Any, at: datetime) -> None:
    """Gives every open step its day anew and, while the supervision is under way, keeps its clock in time with it."""
    steps = list(undertaking.steps.select_for_update(of=("self",), no_key=True).order_by("order", "pk"))
    for step in steps:
        if step.state != StepState.OPEN:
            continue
        due = computed_day(undertaking, step, steps)
        if step.fixed_on and (step.statutory_days is None or due is None or step.fixed_on <= due):
            due = step.fixed_on
        if due != step.due_on:
            step.due_on = due
            step.save(update_fields=["due_on"])
        if undertaking.state == UndertakingState.UNDER_WAY:
            set_clock(undertaking, step, by=by, at=at)


def computed_day(undertaking: Undertaking, step: UndertakingStep, steps: list[UndertakingStep]) -> date | None:
    """The day of the step by its rule, whatever was agreed otherwise."""
    found = _passed(step, [row for row in steps if row.code == step.after])
    return due_day(
        step,
        year=undertaking.year,
        started_on=undertaking.started_on,
        meeting_on=undertaking.day_of_meeting,
        done={step.after: found} if found else {},
    )


def _passed(step: UndertakingStep, earlier: list[UndertakingStep]) -> date | None:
    """When the earlier step was done: by the same body where it does both, else by the last of all."""
    own = [row for row in earlier if step.organisation_id and row.organisation_id == step.organisation_id]
    rows = own or earlier
    if not rows or any(row.state == StepState.OPEN for row in rows):
        return None
    return max((row.done_on for row in rows if row.done_on), default=None)


def set_clock(undertaking: Undertaking, step: UndertakingStep, *, by: Any, at: datetime) -> None:
    """The step's one clock runs to its day. Whoever must not know yet is not reminded."""
    on = day_of(at)
    running = deadlines.clock_of(CLOCK, step)
    quiet = step.organisation_id is not None and undertaking.is_hidden(on)
    if running and (running.due_on != step.due_on or quiet):
        deadlines.cancel(CLOCK, step, at=at, reason="期限重新计算")
        running = None
    if step.due_on and not running and not quiet:
        owner = undertaking.committee_id if step.actor == StepActor.COMMITTEE else step.organisation_id
        began = min(on, step.due_on)
        deadlines.start(CLOCK, step, on=began, organisation=owner, until=step.due_on, by=by, at=at)
