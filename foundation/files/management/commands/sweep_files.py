"""Takes away stored contents that belong to nobody; without --apply only counts them."""

import json as codec
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from foundation.files.sweeping import sweep


class Command(BaseCommand):
    help = "清理一天前上传未成、没有登记的文件内容；默认只统计，加 --apply 才删除"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--apply", action="store_true", help="确认删除")
        parser.add_argument("--json", action="store_true", help="以 JSON 输出")

    def handle(self, *args: Any, apply: bool, json: bool, **options: Any) -> None:
        found = sweep(timezone.now(), apply=apply)
        if json:
            self.stdout.write(codec.dumps({"applied": apply, **asdict(found)}))
            return
        self.stdout.write(f"没有登记的内容 {found.contents} 个，中断的上传 {found.drafts} 个，共 {found.size} 字节。")
        self.stdout.write("已删除。" if apply else "以上为统计，未作任何改动；确认无误后加 --apply 删除。")
