"""The rules after which a station receives: entered, changed while nothing rests on them, ended."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from foundation.audit import record
from foundation.workflow import Refused, lock
from liaison_stations.models import RotaRule, Station
from liaison_stations.rules.rota import may_arrange_rota, may_change_rule, may_end_rule


@transaction.atomic
def add_rule(station: Any, *, by: Any, at: datetime, version: int | None = None, **facts: Any) -> RotaRule:
    """A further rule of a station. Refused when it does not say on which days, with the sentence of the constraint."""
    held = lock(Station, station)
    may_arrange_rota(by, held, on=timezone.localdate(at)).require()
    rule = RotaRule(station=held, **facts)
    _check(rule)
    rule.save()
    record("liaison_stations.add_rota_rule", rule, by=by, at=at, summary=f"新增接待日规定：{rule}。")
    return rule


@transaction.atomic
def change_rule(pk: Any, *, by: Any, at: datetime, version: int | None = None, **facts: Any) -> RotaRule:
    """Puts a rule right by which nothing has been arranged yet."""
    rule = lock(RotaRule, pk, version=version)
    may_change_rule(by, rule, on=timezone.localdate(at)).require()
    for name, value in facts.items():
        setattr(rule, name, value)
    _check(rule)
    rule.bump(*facts)
    record("liaison_stations.change_rota_rule", rule, by=by, at=at, summary=f"修改接待日规定：{rule}。")
    return rule


@transaction.atomic
def end_rule(pk: Any, *, until: date, by: Any, at: datetime, version: int | None = None) -> RotaRule:
    """The rule holds until that day; days arranged by it afterwards are called off one by one, if at all."""
    rule = lock(RotaRule, pk, version=version)
    may_end_rule(by, rule, on=timezone.localdate(at)).require()
    if until < rule.valid_from:
        raise Refused("终止日期不能早于生效日期。", "input", field="until")
    rule.valid_until = until
    rule.bump("valid_until")
    record("liaison_stations.end_rota_rule", rule, by=by, at=at, summary=f"终止接待日规定：{rule}。")
    return rule


def _check(rule: RotaRule) -> None:
    """Field by field and by the constraints, each with its sentence."""
    try:
        rule.full_clean(exclude=["station", "place"])
    except ValidationError as error:
        field, words = next(iter(error.message_dict.items()))
        raise Refused(words[0], "input", field="" if field == "__all__" else field) from error
