"""The reminder scan; the same code the beat calls."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from foundation.deadlines.reminding import remind_due


class Command(BaseCommand):
    help = "查找到提醒日的期限，发出提醒并记入台账（与定时任务相同，可重复运行）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--on", default="", metavar="DATE", help="按哪一天提醒，例如 2026-06-02；默认为今天")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(str(remind_due(_day(options["on"]))))


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError as error:
        raise CommandError(f"日期“{typed}”无法识别，请写成 2026-06-02 的样式。") from error
