"""Who hears what of a yearly report; called on a transition's last line."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from congress_portal.reports.models import AnnualReport
from congress_portal.reports.rules import DELIBERATING, OFFICE
from foundation import notices as post
from foundation.accounts.people import people_with
from foundation.accounts.roles import UNIT_ROLES, Role

# kind → its name
KINDS = {
    "reports.built": "年度报告已生成",
    "reports.failed": "年度报告生成失败",
    "reports.confirmed": "年度报告已审定",
    "reports.sent_back": "年度报告退回",
    "reports.frozen": "年度报告已通过",
}
EVERYBODY = (*OFFICE, *DELIBERATING, Role.GOVERNMENT_OFFICE, *UNIT_ROLES)


def built(report: AnnualReport, *, at: datetime) -> None:
    body = "请核对各表数字；数字可以点开查看是哪几件。核对后请另一名工作人员审定。"
    _tell("reports.built", _office(report), report, f"已生成：{report}", at=at, body=body)


def failed(report: AnnualReport, *, at: datetime) -> None:
    body = f"原因：{report.failure}请在报告页重新生成；仍然失败的，请联系系统管理员。"
    people = _office(report) | _holders((Role.SYSTEM_ADMIN,))
    _tell("reports.failed", people, report, f"生成失败：{report}", at=at, body=body)


def confirmed(report: AnnualReport, *, by: Any, at: datetime) -> None:
    body = "报告已经审定，可提请会议审议；通过后请登记会议和日期。"
    _tell("reports.confirmed", _holders((*OFFICE, *DELIBERATING)), report, f"已审定：{report}", by=by, at=at, body=body)


def sent_back(report: AnnualReport, reason: str, *, by: Any, at: datetime) -> None:
    body = f"理由：{reason}"
    _tell("reports.sent_back", _holders((*OFFICE,)), report, f"已退回：{report}", by=by, at=at, body=body)


def frozen(report: AnnualReport, *, by: Any, at: datetime) -> None:
    body = f"{report.meeting}已通过，数字自即日起锁定。"
    _tell("reports.frozen", _holders(EVERYBODY), report, f"已通过：{report}", by=by, at=at, body=body)


def _office(report: AnnualReport) -> set[int]:
    """Whoever asked for it; all clerks when the command line did."""
    return {report.asked_by_id} if report.asked_by_id else _holders((Role.CLERK,))


def _holders(roles: Iterable[str]) -> set[int]:
    return set(people_with(roles).values_list("pk", flat=True))


def _tell(kind: str, people: set[int], report: AnnualReport, title: str, *, at: datetime, **more: Any) -> None:
    by = more.pop("by", None)
    post.tell(
        people - {getattr(by, "pk", None)},
        kind=kind,
        subject=report,
        title=title,
        url=report.get_absolute_url(),
        cause=f"{kind}:{report.pk}:{at:%Y%m%d%H%M%S%f}",
        at=at,
        by=by,
        **more,
    )
