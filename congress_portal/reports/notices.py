"""Who hears what of a yearly report; called on a transition's last line."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from congress_portal.reports.models import AnnualReport, BatchRun, DeputyReport
from congress_portal.reports.rules import DELIBERATING, OFFICE
from congress_portal.reports.states import ReportKind
from foundation import notices as post
from foundation.accounts.people import people_with
from foundation.accounts.roles import UNIT_ROLES, Role
from foundation.web.chinese import date_text

# kind → its name
KINDS = {
    "reports.built": "年度报告已生成",
    "reports.failed": "年度报告生成失败",
    "reports.confirmed": "年度报告已审定",
    "reports.sent_back": "年度报告退回",
    "reports.frozen": "年度报告已通过",
    "reports.words_opened": "年度履职报告请本人补充",
    "reports.words_written": "年度履职报告待核对",
    "reports.words_sent_back": "年度履职报告退回补充",
    "reports.own_confirmed": "年度履职报告已审定",
    "reports.own_corrected": "年度履职报告更正",
    "reports.batch_done": "批量办理履职报告完成",
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
    people = _holders((*OFFICE, *DELIBERATING, Role.DEPUTY) if report.kind == ReportKind.SUPERVISION else EVERYBODY)
    _tell("reports.frozen", people, report, f"已通过：{report}", by=by, at=at, body=body)


def words_opened(run: AnnualReport, keys: Sequence[int], until: date, *, by: Any, at: datetime) -> None:
    """Every deputy of these reports who has an account."""
    rows = DeputyReport.objects.filter(pk__in=keys, deputy__user__isnull=False)
    people = set(rows.values_list("deputy__user", flat=True))
    asked = f"请核对，并在{date_text(until)}前补充履职小结、存在的不足和下一步打算"
    body = f"报告已按履职档案生成。{asked}；期满未补充的，按现有内容核对。"
    title = f"请补充您的{run.year}年度履职报告"
    _tell("reports.words_opened", people, run, title, by=by, at=at, body=body, url=reverse("reports:mine"))


def words_written(report: DeputyReport, *, by: Any, at: datetime) -> None:
    """The convener of the deputy's group; the office where there is none."""
    seats = report.deputy.mandates.exclude(group=None).values("group")
    conveners = people_with(Role.GROUP_CONVENER).filter(deputy__mandates__group__in=seats)
    people = set(conveners.exclude(pk=report.deputy.user_id).values_list("pk", flat=True)) or _holders((Role.CLERK,))
    _tell("reports.words_written", people, report, f"待核对：{report}", by=by, at=at, body="代表本人已提交，请核对。")


def words_sent_back(report: DeputyReport, *, by: Any, at: datetime) -> None:
    body = f"理由：{report.sent_back_for}请修改后重新提交。"
    _tell_deputy("reports.words_sent_back", report, f"退回补充：{report}", body, by=by, at=at)


def own_confirmed(report: DeputyReport, *, by: Any, at: datetime) -> None:
    body = "报告已经审定并锁定，可以查看和下载。"
    _tell_deputy("reports.own_confirmed", report, f"已审定：{report}", body, by=by, at=at)


def own_corrected(report: DeputyReport, *, by: Any, at: datetime) -> None:
    body = f"更正理由：{report.reason}请核对，您可以修改补充的内容。"
    _tell_deputy("reports.own_corrected", report, f"更正：{report}", body, by=by, at=at)


def _tell_deputy(kind: str, report: DeputyReport, title: str, body: str, *, by: Any, at: datetime) -> None:
    own = report.deputy.user_id
    people = set() if own is None else {own}
    _tell(kind, people, report, title, by=by, at=at, body=body)


def _office(report: AnnualReport) -> set[int]:
    """Whoever asked for it; all clerks when the command line did."""
    return {report.asked_by_id} if report.asked_by_id else _holders((Role.CLERK,))


def _holders(roles: Iterable[str]) -> set[int]:
    return set(people_with(roles).values_list("pk", flat=True))


def _tell(kind: str, people: set[int], report: Any, title: str, *, at: datetime, **more: Any) -> None:
    by, url = more.pop("by", None), more.pop("url", "") or report.get_absolute_url()
    post.tell(
        people - {getattr(by, "pk", None)},
        kind=kind,
        subject=report,
        title=title,
        url=url,
        cause=f"{kind}:{report.pk}:{at:%Y%m%d%H%M%S%f}",
        at=at,
        by=by,
        **more,
    )


def batch_done(run: BatchRun, *, at: datetime) -> None:
    """Whoever asked for it."""
    word, left = run.get_verb_display(), len(run.refused)
    body = f"已{word}{run.done}份。" + (f"另有{left}份没有{word}，打开可以看到原因。" if left else "")
    _tell("reports.batch_done", {run.asked_by_id}, run, f"批量{word}已完成：{run.of}份履职报告", at=at, body=body)
