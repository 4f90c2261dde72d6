"""Experts: engaged for a time, asked about a matter together with a deputy group, weighed, told."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies.models import Deputy, DeputyGroup
from foundation.accounts.models import Organisation
from foundation.accounts.phones import is_phone, normalise_phone
from foundation.accounts.roles import OrganisationKind, Role
from foundation.workflow import Refused, lock
from supervision.models import Advice, Expert, ExpertField, ExpertMatter, Undertaking
from supervision.notices import advice as notices
from supervision.rules import advice as rules
from supervision.rules.house import OFFICE, leads
from supervision.states.advice import EXPERT_MATTER_FLOW, AdviceFate, ExpertPool
from supervision.transitions._beats import day_of, filled, note


@transaction.atomic
def engage_expert(
    *,
    name: str,
    pool: str,
    specialities: Sequence[ExpertField],
    employer: str,
    engaged_by: str,
    title: str = "",
    skill: str = "",
    phone: str = "",
    until_date: date | None = None,
    by: Any,
    at: datetime,
) -> Expert:
    """Takes somebody into a pool from today. Refused: no field, a term that ends before today, a wrong number."""
    on = day_of(at)
    rules.may_engage(by, on=on).require()
    if pool not in ExpertPool:
        raise Refused("请选择专家库。", "input", field="pool")
    if not specialities:
        raise Refused("请选择专业领域。", "input", field="specialities")
    if until_date and until_date < on:
        raise Refused("聘期止不能早于今天。", "input", field="until_date")
    number = normalise_phone(phone)
    if number and not is_phone(number):
        raise Refused("手机号应为11位数字，固定电话请带区号，请核对。", "input", field="phone")
    expert = Expert.objects.create(
        name=filled(name, "请填写姓名。", "name"),
        pool=pool,
        employer=filled(employer, "请填写所在单位和职务。", "employer"),
        engaged_by=filled(engaged_by, "请写明聘请的决定。", "engaged_by"),
        title=title.strip(),
        skill=skill.strip(),
        phone=number,
        from_date=on,
        until_date=until_date,
    )
    expert.fields.set(specialities)
    note("engage_expert", expert, f"聘请为{expert.get_pool_display()}专家（{expert.engaged_by}）。", by=by, at=at)
    return expert


@transaction.atomic
def end_expert(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Expert:
    """No longer asked; the telephone goes, what was said stays."""
    expert = lock(Expert, pk, version=version)
    on = day_of(at)
    rules.may_end_expert(by, expert, on=on).require()
    expert.end_reason = filled(reason, "请写明解聘的理由。", "reason")[:200]
    expert.until_date, expert.phone = max(on, expert.from_date), ""
    expert.bump("end_reason", "until_date", "phone")
    note("end_expert", expert, f"解聘：{expert.end_reason}", by=by, at=at)
    return expert


@transaction.atomic
def ask_experts(
    *,
    title: str,
    text: str,
    committee: Organisation,
    experts: Sequence[Expert],
    due_on: date,
    group: DeputyGroup | None = None,
    undertaking: Undertaking | None = None,
    by: Any,
    at: datetime,
) -> ExpertMatter:
    """Puts a matter to experts and to a deputy group. Refused: another committee's business, an expert not engaged."""
    on = day_of(at)
    rules.may_ask_experts(by, on=on).require()
    if committee.kind != OrganisationKind.SC_COMMITTEE or not leads(by, committee.pk, on):
        raise Refused("请选择本人所在的工作委员会。", "input", field="committee")
    if due_on < on:
        raise Refused("答复期限不能早于今天。", "input", field="due_on")
    asked = {expert.pk for expert in experts}
    if not asked or Expert.objects.engaged_on(on).filter(pk__in=asked).count() != len(asked):
        raise Refused("请从在聘专家中选择。", "input", field="experts")
    matter = ExpertMatter.objects.create(
        title=filled(title, "请填写事项。", "title"),
        text=filled(text, "请写明请教的问题。", "text"),
        committee=committee,
        group=group,
        undertaking=undertaking,
        due_on=due_on,
        opened_at=at,
    )
    Advice.objects.bulk_create(Advice(matter=matter, expert=expert) for expert in experts)
    names = "、".join(expert.name for expert in experts)
    note("ask_experts", matter, f"请教{names}{f'，会同{group}' if group else ''}。", by=by, at=at)
    notices.matter_opened(matter, by=by, at=at)
    return matter


@transaction.atomic
def enter_advice(pk: Any, *, text: str, given_on: date, by: Any, at: datetime, version: int | None = None) -> Advice:
    """Writes down what an expert said, in writing or at a meeting."""
    advice = lock(Advice, pk, version=version)
    on = day_of(at)
    rules.may_enter_advice(by, advice, on=on).require()
    if given_on > on:
        raise Refused("提出日期不能晚于今天。", "input", field="given_on")
    advice.text, advice.given_on = filled(text, "请填写意见。", "text"), given_on
    advice.bump("text", "given_on")
    note("enter_advice", advice.matter, f"登记{advice.author}的意见。", by=by, at=at)
    notices.advice_given(advice, by=by, at=at)
    return advice


@transaction.atomic
def say_in_matter(pk: Any, *, text: str, by: Any, at: datetime, version: int | None = None) -> Advice:
    """A deputy of the group, in his own name."""
    matter = lock(ExpertMatter, pk)
    on = day_of(at)
    rules.may_say(by, matter, on=on).require()
    words = filled(text, "请填写意见。", "text")
    deputy = Deputy.objects.get(user=by)
    advice = Advice.objects.create(matter=matter, deputy=deputy, text=words, given_on=on)
    note("say_in_matter", matter, f"{deputy.name}代表提出意见。", by=by, at=at)
    notices.advice_given(advice, by=by, at=at)
    return advice


@transaction.atomic
def weigh_advice(pk: Any, *, fate: str, reason: str = "", by: Any, at: datetime, version: int | None = None) -> Advice:
    """Whether it was taken up; what is not needs its reason."""
    advice = lock(Advice, pk, version=version)
    rules.may_weigh(by, advice, on=day_of(at)).require()
    advice.fate, advice.fate_reason = settled(fate, reason)
    advice.bump("fate", "fate_reason")
    note("weigh_advice", advice.matter, f"{advice}：{advice.get_fate_display()}。", by=by, at=at)
    return advice


def settled(fate: str, reason: str) -> tuple[str, str]:
    """The fate with its reason. Refused: none chosen, or a refusal without a word."""
    if fate not in AdviceFate:
        raise Refused("请选择采纳情况。", "input", field="fate")
    if fate != AdviceFate.ADOPTED:
        reason = filled(reason, "没有全部采纳的，请写明理由。", "reason")
    return fate, reason.strip()[:300]


@transaction.atomic
def close_matter(pk: Any, *, result: str, by: Any, at: datetime, version: int | None = None) -> ExpertMatter:
    """What came of asking. Refused while something said has not been weighed."""
    matter = lock(ExpertMatter, pk, version=version)
    rules.may_close_matter(by, matter, on=day_of(at)).require()
    matter.result = filled(result, "请写明研究采纳情况。", "result")
    if left := matter.advice.exclude(text="").filter(fate="").count():
        raise Refused(f"还有{left}条意见没有写明是否采纳，请先登记。", "state")
    matter.state, matter.closed_at = EXPERT_MATTER_FLOW.target("close_expert_matter", matter.state), at
    matter.bump("result", "state", "closed_at")
    note("close_expert_matter", matter, "办结。", by=by, at=at)
    notices.matter_closed(matter, by=by, at=at)
    return matter


def committees_of(user: Any, on: date) -> Any:
    """The committees in whose name this person may ask."""
    rows = Organisation.objects.active().of_kind(OrganisationKind.SC_COMMITTEE)
    if user.has_role(*OFFICE, on=on):
        return rows
    return rows.filter(pk__in=user.organisations(Role.COMMITTEE, on=on))
