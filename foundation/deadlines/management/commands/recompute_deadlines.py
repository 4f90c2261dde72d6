"""Recomputes the open clocks after the calendar or a rule has changed; without --apply only says what would move."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from foundation.deadlines.recomputing import Plan, apply, plan


class Command(BaseCommand):
    help = "日历或规则变更后重新计算在办期限；默认只预览，加 --apply 才写入"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--apply", action="store_true", help="确认写入，并告知责任人")

    def handle(self, *args: Any, **options: Any) -> None:
        found = apply(by=None, at=timezone.now()) if options["apply"] else plan()
        self._print(found)
        self.stdout.write("已写入。" if options["apply"] else "以上为预览，未作任何改动；确认无误后加 --apply 写入。")

    def _print(self, found: Plan) -> None:
        for move in found.moved:
            self.stdout.write(f"{move.clock.pk} {move.limit.name}：{move.old} → {move.new}（{move.why}）")
        self.stdout.write(f"检查在办期限 {found.examined} 个，届满日变化 {len(found.moved)} 个。")
