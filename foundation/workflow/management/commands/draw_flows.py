from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from foundation.workflow import diagram, listeners, registry


class Command(BaseCommand):
    help = "把每个流程的图和步骤表写入 docs/flows；--check 只比较，不写入。"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--folder", type=Path, default=settings.BASE_DIR / "docs" / "flows", help="写入的文件夹")
        parser.add_argument("--check", action="store_true", help="只检查是否最新")

    def handle(self, *args: Any, folder: Path, check: bool, **options: Any) -> None:
        pages = {folder / f"{flow.name}.md": diagram.page(flow) for flow in registry.flows()}
        pages[folder / "listeners.md"] = diagram.listeners_page(listeners.listed())
        stale = [path for path, text in pages.items() if not path.exists() or path.read_text() != text]
        if check and stale:
            names = "、".join(path.name for path in stale)
            raise CommandError(f"流程图不是最新：{names}。请运行 manage.py draw_flows。")
        folder.mkdir(parents=True, exist_ok=True)
        for path in stale:
            path.write_text(pages[path])
        self.stdout.write(f"共 {len(pages)} 页，更新 {len(stale)} 页。")
