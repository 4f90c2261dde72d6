"""The clocks of reports on public feeling and of requests: on whom they run, what they say."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from deputies.models import PublicFeeling, ServiceRequest
from deputies.rules import ANSWERING
from deputies.states import FeelingState, RequestState
from foundation.accounts.people import people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from foundation.web.chinese import date_text
from foundation.workdays.clock import today

OFFICE = 3
F = FeelingState
# clock, its name, the model it runs on, the states in which it is owed
KINDS: tuple[tuple[str, str, type, tuple[str, ...]], ...] = (
    ("feeling_receipt", "社情民意接收", PublicFeeling, (F.REPORTED,)),
    ("feeling_forward", "社情民意转办", PublicFeeling, (F.RECEIVED,)),
    ("feeling_answer", "社情民意答复", PublicFeeling, (F.FORWARDED,)),
    ("feeling_outcome", "社情民意反馈代表", PublicFeeling, (F.ANSWERED,)),
    ("service_accept", "服务请求受理", ServiceRequest, (RequestState.ASKED,)),
    ("service_answer", "服务请求答复", ServiceRequest, (RequestState.ACCEPTED,)),
    ("protection_accept", "履职保障请求受理", ServiceRequest, (RequestState.ASKED,)),
    ("protection_answer", "履职保障请求答复", ServiceRequest, (RequestState.ACCEPTED,)),
)


def register_all() -> None:
    """Called once by registration.py."""
    for key, name, model, states in KINDS:
        register_kind(
            key,
            name=name,
            subject_model=model,
            recipients=_people,
            message=_words,
            still_due=_still(model, states),
            may_view=lambda user, paper: bool(_seen(user, [paper])),
            visible_among=_seen,
        )


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """Whoever acts for the body that owes an answer; the liaison clerks for all else and once it is serious."""
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    if level == OFFICE:
        return {clock.pk: clerks for clock in clocks}
    bodies = {clock.organisation_id for clock in clocks if clock.organisation_id}
    people = people_by_organisation(ANSWERING, bodies, today())
    return {clock.pk: people[clock.organisation_id] if clock.organisation_id else clerks for clock in clocks}


def _words(clock: Deadline, paper: Any, light: Light) -> tuple[str, str, str]:
    body = f"{clock.limit.name}，期限{date_text(clock.due_on)}，{light.text}。"
    return f"{clock.limit.name}{light.text}：{paper}", body, paper.get_absolute_url()


def _still(model: Any, states: Sequence[str]) -> Callable[[Sequence[Deadline]], set[int]]:
    def still_due(clocks: Sequence[Deadline]) -> set[int]:
        rows = model.objects.filter(pk__in={clock.subject_id for clock in clocks}, state__in=states)
        waiting = set(rows.values_list("pk", flat=True))
        return {clock.pk for clock in clocks if clock.subject_id in waiting}

    return still_due


def _seen(user: Any, papers: Sequence[Any]) -> set[int]:
    if not papers:
        return set()
    rows = type(papers[0]).objects.visible_to(user).filter(pk__in={paper.pk for paper in papers})
    return set(rows.order_by().values_list("pk", flat=True))
