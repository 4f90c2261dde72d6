from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation.workdays.arithmetic import add_months
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Assignment, Extension
from suggestions.rules import may_request_extension
from suggestions.transitions.beats import chinese_day, day_of, note, open_assignment
from suggestions.transitions.clocks import start_office


@transaction.atomic
def request_extension(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str, until: date
) -> Extension:
    """A unit asks for a later due date, once and before the present one has passed; `pk` is its Assignment.

    Refused beyond six months from T0 (代表法 51) and without a reason. The office and the government office hear.
    """
    assignment = open_assignment(pk, version)
    may_request_extension(by, assignment, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明延期理由。", "input")
    check_until(assignment, until)
    extension = Extension.objects.create(
        assignment=assignment, reason=reason, until=until, requested_by=by, requested_at=at
    )
    start_office("extension_decision", assignment, assignment.suggestion, on=day_of(at), by=by, at=at)
    summary = f"{assignment.unit}申请延期至{chinese_day(until)}：{reason}"
    note("request_extension", assignment.suggestion, summary, by=by, at=at, extension=extension.pk)
    notices.extension_requested(extension, by=by, at=at)
    return extension


def check_until(assignment: Assignment, until: date) -> None:
    """Refused unless the day lies after the present due date and within the law's longest period."""
    clock = assignment.reply_clock()
    if until <= clock.due_on:
        raise Refused(f"延期后的日期应晚于现在的期限{chinese_day(clock.due_on)}。", "input", field="until")
    longest = clock.limit.statutory_max_months
    last = add_months(clock.started_on, longest, roll=clock.limit.roll) if longest else until
    if until > last:
        raise Refused(
            f"自交办之日起最长不超过{longest}个月，即{chinese_day(last)}（代表法第五十一条）。", "input", field="until"
        )
