"""Kinds of clocks for tests: any object carries one, an organisation does as well as a case."""

from foundation.accounts.models import Organisation
from foundation.accounts.people import leaders_in_charge, people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.deadlines import registry


def recipients(clocks, level):
    organisations = {clock.organisation_id for clock in clocks} - {None}
    if level == 3:
        clerks, leaders = set(people_with(Role.CLERK).values_list("pk", flat=True)), leaders_in_charge(organisations)
        return {clock.pk: clerks | {leaders.get(clock.organisation_id)} - {None} for clock in clocks}
    people = people_by_organisation(Role.UNIT_OFFICER if level == 1 else Role.UNIT_HEAD, organisations)
    return {clock.pk: people.get(clock.organisation_id, set()) for clock in clocks}


def message(clock, subject, light):
    return f"{subject.name}：{clock.limit.name}{light.text}", f"应于 {clock.due_on} 前办结。", f"/cases/{subject.pk}/"


def register(key="reply", **changes):
    plan = {"name": "答复代表", "subject_model": Organisation, "recipients": recipients, "message": message}
    return registry.register_kind(key, **(plan | changes))
