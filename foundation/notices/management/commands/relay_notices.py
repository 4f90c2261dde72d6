"""Sends the mail that is due; the same code the beat calls."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from foundation.notices.relay import relay_due


class Command(BaseCommand):
    help = "发送到期的通知邮件（与定时任务相同）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--limit", type=int, default=500, help="本次最多发送多少封")

    def handle(self, *args: Any, **options: Any) -> None:
        report = relay_due(limit=options["limit"])
        self.stdout.write(str(report))
        if report.away:
            raise SystemExit(1)
