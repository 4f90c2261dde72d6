"""What is told of the handling fund."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from deputies.models import Meeting
from foundation.accounts.people import people_with
from foundation.accounts.roles import DUTY_ROLES, Role
from foundation.web.chinese import money_text
from suggestions.models import FundAcceptance, FundApplication, FundPayment, FundProject, FundYear
from suggestions.notices.telling import tell_of, tell_people

CONGRESS = (Role.CLERK, Role.CHAIR, Role.VICE_CHAIR, Role.COMMITTEE)


def pot_set(fund: FundYear, meeting: Meeting, decision: str, *, by: Any, at: datetime) -> None:
    people = people_with(CONGRESS, on=timezone.localdate(at))
    title, body = f"{fund}：总额{money_text(fund.pot)}", f"{meeting}：{decision}"
    tell_people("pot_set", people, fund, title, by=by, at=at, body=body)


def project_chosen(project: FundProject, *, by: Any, at: datetime) -> None:
    body = f"核定{money_text(project.approved)}，由{project.carrier}在{project.place}实施。"
    _tell_carrier(project, "安排专项资金项目", body, by=by, at=at)
    paper, title = project.suggestion, f"安排专项资金{money_text(project.approved)}：{project.suggestion}"
    tell_of("project_chosen", paper, title, by=by, at=at, body=f"项目：{project}。{body}", mark=f"f{project.pk}")


def project_adjusted(project: FundProject, reason: str, *, by: Any, at: datetime) -> None:
    _tell_carrier(project, f"核定金额调整为{money_text(project.approved)}", reason, by=by, at=at)


def project_cancelled(project: FundProject, *, by: Any, at: datetime) -> None:
    _tell_carrier(project, "专项资金项目取消", project.cancel_reason, by=by, at=at)
    paper, title = project.suggestion, f"专项资金项目取消：{project.suggestion}"
    tell_of("project_cancelled", paper, title, by=by, at=at, body=project.cancel_reason, mark=f"f{project.pk}")


def project_moved(project: FundProject, words: str, *, by: Any, at: datetime) -> None:
    title = f"专项资金项目{project}：{words}"
    tell_of("project_moved", project.suggestion, title, by=by, at=at, mark=f"f{project.pk}")


def project_judged(project: FundProject, acceptance: FundAcceptance, *, by: Any, at: datetime) -> None:
    _tell_carrier(project, str(acceptance), acceptance.result, by=by, at=at)
    paper, title = project.suggestion, f"专项资金项目{project}：{acceptance}"
    tell_of("project_judged", paper, title, by=by, at=at, body=acceptance.result, mark=f"f{project.pk}")


def project_paid(project: FundProject, payment: FundPayment, *, by: Any, at: datetime) -> None:
    body = f"凭证{payment.voucher}，收款单位{payment.payee}。"
    _tell_carrier(project, f"已拨付{money_text(payment.amount)}", body, by=by, at=at)


def fund_applied(application: FundApplication, *, by: Any, at: datetime) -> None:
    paper, body = application.suggestion, application.reason
    title = f"专项资金申请待初审（{money_text(application.amount)}）：{paper}"
    tell_of("fund_applied", paper, title, by=by, at=at, body=body, mark=f"a{application.pk}")


def fund_screened(application: FundApplication, *, by: Any, at: datetime) -> None:
    paper, part = application.suggestion, application.assignment
    word = "初审通过" if application.passed else "初审不通过"
    title, body = f"专项资金申请{word}：{paper}", application.screening_note
    tell_of("fund_screened", paper, title, by=by, at=at, body=body, assignment=part, mark=f"a{application.pk}")


def _tell_carrier(project: FundProject, words: str, body: str, *, by: Any, at: datetime) -> None:
    people = people_with(DUTY_ROLES, project.carrier_id, on=timezone.localdate(at))
    tell_people("project_carrier", people, project, f"{words}：{project}", by=by, at=at, body=body)
