import json
from argparse import ArgumentParser
from dataclasses import asdict
from itertools import groupby
from typing import Any

from django.core.management import BaseCommand

from congress_portal.unfilled import Unfilled, unfilled
from foundation.workdays.clock import today


class Command(BaseCommand):
    """Prints which local rules still name no basis, in the order of docs/local_rules.md."""

    help = "列出依据仍为“本级规定（待填）”的规则：有哪些、在后台哪里填写、先填哪些。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Options."""
        parser.add_argument("--rows", action="store_true", help="逐行列出")
        parser.add_argument("--json", action="store_true", help="输出 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask, print."""
        found = unfilled(today())
        if options["json"]:
            self.stdout.write(json.dumps([asdict(kind) for kind in found], ensure_ascii=False, indent=2))
        elif not found:
            self.stdout.write("各项规则都已写明依据。")
        else:
            self._print(found, options["rows"])

    def _print(self, found: list[Unfilled], with_rows: bool) -> None:
        for step, kinds in groupby(found, key=lambda kind: kind.step):
            self.stdout.write(step)
            for kind in kinds:
                self.stdout.write(f"  {kind.name}：待填{len(kind.rows)}行，共{kind.total}行，后台 {kind.place}")
                for row in kind.rows if with_rows else ():
                    self.stdout.write(f"    {row}")
