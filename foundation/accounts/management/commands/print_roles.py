from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from foundation.accounts.roles import role_table


class Command(BaseCommand):
    help = "把角色与权限范围表写入 docs/roles.md。"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--output", type=Path, default=settings.BASE_DIR / "docs" / "roles.md", help="写入的文件")

    def handle(self, *args: Any, output: Path, **options: Any) -> None:
        output.write_text(role_table())
        self.stdout.write(f"已写入 {output}")
