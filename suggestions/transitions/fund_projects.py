"""Projects of the fund: chosen and fixed, adjusted, cancelled. Lock order is always the pot, then the project."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from deputies.models import Meeting
from deputies.models.meeting import MeetingKind
from foundation.accounts.models import Organisation
from foundation.accounts.roles import HANDLING_KINDS, LOCAL_KINDS
from foundation.web.chinese import money_text
from foundation.workflow import Refused, lock
from suggestions import notices
from suggestions.models import FundExclusion, FundProject, FundYear, ProjectAmount, Suggestion, Switch, SwitchKey
from suggestions.rules import may_adjust_project, may_cancel_project, may_choose_project
from suggestions.states import FUND_FLOW, Channel
from suggestions.transitions.beats import day_of, move, note, open_suggestion
from suggestions.transitions.clocks import start_project_clock, stop
from suggestions.transitions.fund import check_amount
from suggestions.transitions.sittings import check_meeting

DECIDERS = (MeetingKind.STANDING_COMMITTEE, MeetingKind.COUNCIL)


@transaction.atomic
def choose_project(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    fund: FundYear,
    name: str,
    place: str,
    carrier: Organisation,
    amount: Decimal,
    meeting: Meeting,
    no_exclusion: bool = False,
) -> FundProject:
    """A project is picked out of a suggestion and its amount fixed; `pk` is the Suggestion.

    Refused above what is left of the pot, twice a year, where a ground of the list stands against it, without the
    unit's screened application where that is the rule. Carrier, deputy and units hear.
    """
    suggestion = open_suggestion(pk)
    fund = lock(FundYear, fund)
    may_choose_project(by, suggestion, on=day_of(at)).require()
    check_meeting(meeting, at, *DECIDERS)
    _check(fund, name, place, carrier, amount)
    _check_optional_steps(suggestion, no_exclusion, at)
    if suggestion.fund_projects.standing().filter(fund=fund).exists():
        raise Refused("这件建议本年度已安排项目。", "input")
    _allot(fund, amount)
    facts = {"fund": fund, "suggestion": suggestion, "name": name, "place": place, "carrier": carrier}
    project = FundProject.objects.create(**facts, approved=amount, chosen_by=by, chosen_at=at)
    _amount(project, amount, meeting, "核定项目和金额", by=by, at=at)
    start_project_clock(project, on=day_of(at), by=by, at=at)
    summary = f"{meeting}安排专项资金{money_text(amount)}，项目：{name}，由{carrier}实施。"
    note("choose_project", suggestion, summary, by=by, at=at, project=project.pk)
    notices.project_chosen(project, by=by, at=at)
    return project


@transaction.atomic
def adjust_project(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, amount: Decimal, meeting: Meeting, reason: str
) -> FundProject:
    """The approved amount becomes `amount`, as a new row. Refused above the pot and below what is already paid."""
    project = open_project(pk, version)
    may_adjust_project(by, project, on=day_of(at)).require()
    check_meeting(meeting, at, *DECIDERS)
    check_amount(amount)
    if amount <= 0 or amount == project.approved or not reason.strip():
        raise Refused("请填写与现在不同的金额，并说明理由。", "input")
    if amount < project.paid:
        raise Refused(f"已拨付{money_text(project.paid)}，核定金额不能低于这个数。", "input", field="amount")
    change = amount - project.approved
    _allot(project.fund, change)
    project.approved = amount
    project.bump("approved")
    _amount(project, change, meeting, reason, by=by, at=at)
    note_project("adjust_project", project, f"核定金额调整为{money_text(amount)}。{reason}", by=by, at=at)
    notices.project_adjusted(project, reason, by=by, at=at)
    return project


@transaction.atomic
def cancel_project(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str) -> FundProject:
    """A project that was not paid for is given up; its money goes back to the pot, the row stays."""
    project = open_project(pk, version)
    may_cancel_project(by, project, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明取消的理由。", "input")
    project.cancel_reason, project.cancelled_at = reason, at
    move(project, FUND_FLOW, "cancel_project", "cancel_reason", "cancelled_at")
    stop(project, at=at, reason="项目已取消")
    _allot(project.fund, -project.approved)
    note_project("cancel_project", project, f"取消项目，退回{money_text(project.approved)}。{reason}", by=by, at=at)
    notices.project_cancelled(project, by=by, at=at)
    return project


def open_project(pk: Any, version: int | None = None) -> FundProject:
    """The project with its suggestion and its pot, all locked in the order suggestion, pot, project."""
    key = getattr(pk, "pk", pk)
    found = FundProject._base_manager.values("suggestion_id", "fund_id").get(pk=key)
    suggestion, fund = lock(Suggestion, found["suggestion_id"]), lock(FundYear, found["fund_id"])
    project = lock(FundProject, key, version=version)
    project.suggestion, project.fund = suggestion, fund
    return project


def note_project(verb: str, project: FundProject, summary: str, *, by: Any, at: datetime, **data: Any) -> None:
    """The event stands on the timeline of the suggestion."""
    text = f"专项资金项目“{project.name}”：{summary}"
    note(verb, project.suggestion, text, by=by, at=at, project=project.pk, **data)


def _allot(fund: FundYear, amount: Decimal) -> None:
    if amount > fund.balance:
        raise Refused(
            f"超出本年度资金：余额{money_text(fund.balance)}，需要{money_text(amount)}。请核对金额。",
            "input",
            field="amount",
        )
    fund.allotted += amount
    fund.save(update_fields=["allotted"])


def _amount(project: FundProject, change: Decimal, meeting: Meeting, reason: str, *, by: Any, at: datetime) -> None:
    facts = {"meeting": meeting, "reason": reason, "recorded_by": by, "recorded_at": at}
    ProjectAmount.objects.create(project=project, change=change, **facts)


def _check(fund: FundYear, name: str, place: str, carrier: Organisation, amount: Decimal) -> None:
    if not name.strip() or not place.strip():
        raise Refused("请写明项目名称和实施地点。", "input")
    if amount <= 0:
        raise Refused("核定金额应当大于零。", "input", field="amount")
    check_amount(amount)
    if not carrier.is_active or carrier.kind not in LOCAL_KINDS | HANDLING_KINDS:
        raise Refused("请选择项目所在地的乡镇、街道或者承办单位作为实施单位。", "input")


def _check_optional_steps(suggestion: Suggestion, no_exclusion: bool, at: datetime) -> None:
    """The steps a district may switch on: a list of exclusions, applications of units, their screening."""
    day = day_of(at)
    if Switch.objects.is_on(SwitchKey.FUND_EXCLUSIONS, day):
        barred = FundExclusion.objects.on(day).filter(bars_recess=True).first()
        if barred and suggestion.channel == Channel.RECESS:
            raise Refused(f"不予安排：{barred}。", "input")
        if not no_exclusion:
            raise Refused("请逐项核对不予安排的情形，确认不属于其中任何一种。", "input")
    wanted = suggestion.fund_applications.exclude(passed=False)
    if Switch.objects.is_on(SwitchKey.FUND_APPLICATION, day) and not wanted.exists():
        raise Refused("承办单位尚未申请专项资金，请先由承办单位申请。", "input")
    if Switch.objects.is_on(SwitchKey.FUND_SCREENING, day) and not wanted.filter(passed=True).exists():
        raise Refused("专项资金申请尚未初审通过，请先初审。", "input")
