"""The clocks of reports to voters: on whom they run, whom they remind, what they say."""

from collections.abc import Mapping, Sequence
from typing import Any

from deputies.models import VoterReport
from deputies.states import VoterReportState
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from foundation.web.chinese import date_text
from foundation.workdays.clock import today

DUTY = 1
KINDS = (
    ("voter_statement", "述职报告提交", VoterReportState.PLANNED),
    ("voter_rectification", "述职测评整改", VoterReportState.RECTIFYING),
)


def register_all() -> None:
    """Called once by registration.py."""
    for key, name, state in KINDS:
        register_kind(
            key,
            name=name,
            subject_model=VoterReport,
            recipients=_people,
            message=_words,
            still_due=_still(state),
            subjects=_reports,
            may_view=lambda user, report: bool(_seen(user, [report])),
            visible_among=_seen,
        )


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """The deputy; the liaison clerks where he has no account, and for the higher levels."""
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    return {clock.pk: {clock.user_id} if level == DUTY and clock.user_id else clerks for clock in clocks}


def _words(clock: Deadline, report: VoterReport, light: Light) -> tuple[str, str, str]:
    body = f"{clock.limit.name}，期限{date_text(clock.due_on)}，{light.text}。"
    return f"{clock.limit.name}{light.text}：{report}", body, report.get_absolute_url()


def _still(state: VoterReportState) -> Any:
    def still_due(clocks: Sequence[Deadline]) -> set[int]:
        rows = VoterReport.objects.filter(pk__in={clock.subject_id for clock in clocks}, state=state)
        waiting = set(rows.values_list("pk", flat=True))
        return {clock.pk for clock in clocks if clock.subject_id in waiting}

    return still_due


def _reports(clocks: Sequence[Deadline]) -> Mapping[int, VoterReport]:
    found = VoterReport.objects.select_related("mandate__deputy").in_bulk({clock.subject_id for clock in clocks})
    return {clock.pk: found[clock.subject_id] for clock in clocks if clock.subject_id in found}


def _seen(user: Any, reports: Sequence[Any]) -> set[int]:
    rows = VoterReport.objects.visible_to(user).filter(pk__in={report.pk for report in reports})
    return set(rows.order_by().values_list("pk", flat=True))
