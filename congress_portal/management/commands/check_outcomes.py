import json
from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from congress_portal.outcomes import Outcomes, check_outcomes


class Command(BaseCommand):
    """Prints the health of outcomes; with --strict any trouble ends in a non-zero exit, for monitors."""

    help = "检查门户承诺的事是否在发生：无期限的在办件、应发未发的提醒、定时任务、邮件、节假日安排。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Options."""
        parser.add_argument("--json", action="store_true", help="输出 JSON")
        parser.add_argument("--strict", action="store_true", help="有一项异常即以非零状态退出")

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask, print, judge."""
        outcomes = check_outcomes()
        if options["json"]:
            self.stdout.write(json.dumps(outcomes.as_json(), ensure_ascii=False, indent=2))
        else:
            self._print(outcomes)
        if options["strict"] and not outcomes.ok:
            raise CommandError("有需要处理的异常，见上。")

    def _print(self, outcomes: Outcomes) -> None:
        beat = "没有记录" if outcomes.beat_age_seconds is None else f"{outcomes.beat_age_seconds} 秒前"
        self.stdout.write(f"定时任务最近一次到达：{beat}")
        self.stdout.write(f"节假日安排已录入到：{outcomes.calendar_loaded_until or '尚未录入'}")
        for finding in outcomes.findings:
            mark = "异常" if finding.is_trouble else "正常"
            self.stdout.write(f"{mark}  {finding.count} {finding.text}")
