from typing import Any

from django.core.management.base import BaseCommand

from congress_portal.reference import load_all


class Command(BaseCommand):
    help = "补齐各模块的字典、期限、角色等基础数据；已由机关修改的内容不变。可重复运行。"

    def handle(self, *args: Any, **options: Any) -> None:
        for name in load_all():
            self.stdout.write(f"已补齐：{name}")
