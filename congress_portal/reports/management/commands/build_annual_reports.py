import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from congress_portal.reports.comparing import compare
from congress_portal.reports.deputies.helpers import start_helpers
from congress_portal.reports.models import AnnualReport
from congress_portal.reports.states import DeputyReportState, ReportKind, ReportState
from congress_portal.reports.transitions.ask import open_edition, renew
from congress_portal.reports.transitions.beats import open_report
from congress_portal.reports.transitions.build import build
from foundation.workflow import Refused

MOST_WORKERS = 16


class Command(BaseCommand):
    """`build_annual_reports --year Y --kind handling|deputies|supervision [--json]`: the job of the page without it.

    Killed half way and called again it goes on where it stopped.
    """

    help = "生成年度报告；已通过并锁定的报告不改动，只重新统计并列出差别。中途停止的，再次运行即接着生成。"

    def add_arguments(self, parser):
        parser.add_argument("--year", type=int, required=True, help="年度，如 2026")
        parser.add_argument("--kind", choices=ReportKind.values, default=ReportKind.HANDLING, help="报告种类")
        parser.add_argument("--workers", type=int, default=1, help="同时生成代表个人报告的进程数，一般为处理器核数")
        parser.add_argument("--json", action="store_true", help="以 JSON 输出各表")

    def handle(self, *args: Any, year: int, kind: str, json: bool, workers: int, **options: Any) -> None:
        if not 1 <= workers <= MOST_WORKERS:
            raise CommandError(f"--workers 应在 1 到 {MOST_WORKERS} 之间，请改正。")
        try:
            report = self._report(kind, year, workers)
        except Refused as refusal:
            raise CommandError(refusal.reason) from None
        if report.is_frozen:
            self._compare(report, json)
        elif json:
            self.stdout.write(_written(report, same=None))
        else:
            files = "、".join(report.files) or "无"
            self.stdout.write(self.style.SUCCESS(f"已生成{report}：{len(report.content)}张表，文件：{files}。"))
        if kind == ReportKind.DEPUTIES and not json:
            self._people(report)

    def _people(self, report: AnnualReport) -> None:
        counted = report.own_reports().by_state()
        told = "，".join(f"{state.label}{counted[state]}份" for state in DeputyReportState if counted.get(state))
        self.stdout.write(f"代表个人履职报告：{told or '无'}。")
        for row in report.own_reports().with_trouble():
            self.stdout.write(self.style.WARNING(f"  {row.deputy.name}：{row.failure}"))

    def _report(self, kind: str, year: int, workers: int) -> AnnualReport:
        known = AnnualReport.objects.of(kind, year).first()
        if known and known.state == ReportState.FROZEN:
            return known
        if known and known.state == ReportState.CONFIRMED:
            raise Refused(f"{known}已审定，如需重新生成，请先在报告页退回。", "state")
        pk = self._asked(known, kind, year)
        helpers = start_helpers(pk, workers - 1) if kind == ReportKind.DEPUTIES else []
        report = build(pk) or AnnualReport.objects.get(pk=pk)
        for helper in helpers:
            helper.join()
        return report

    @transaction.atomic
    def _asked(self, known: AnnualReport | None, kind: str, year: int) -> int:
        at = timezone.now()
        if known is None:
            return open_edition(by=None, at=at, kind=kind, year=year).pk
        report = open_report(known.pk)
        return (report if report.is_under_way else renew(report, by=None, at=at)).pk

    def _compare(self, report: AnnualReport, as_json: bool) -> None:
        found = compare(report)
        if as_json:
            self.stdout.write(_written(report, same=found.same, differences=found.as_json()))
            return
        self.stdout.write(f"{report}已锁定，校验值{report.digest}。")
        self.stdout.write(found.sentence())
        for line in found.lines():
            self.stdout.write(f"  {line}")


def _written(report: AnnualReport, **facts: Any) -> str:
    head = {"kind": report.kind, "year": report.year, "edition": report.edition, "state": report.state}
    head |= {"period": [f"{report.first_on}", f"{report.last_on}"], "counted_on": f"{report.counted_on}"}
    head |= {"digest": report.digest or report.expected_digest(), "files": report.files}
    if report.kind == ReportKind.DEPUTIES:
        head["deputies"] = report.own_reports().by_state()
        head["failed"] = [
            {"deputy": row.deputy_id, "name": row.deputy.name, "reason": row.failure}
            for row in report.own_reports().with_trouble()
        ]
    return json.dumps({**head, **facts, "tables": report.content}, ensure_ascii=False, indent=1)
