import json

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from foundation.workdays.loading import published_days, seed_year, seed_years, tell_seeded


class Command(BaseCommand):
    help = "录入已公布的节假日安排。单位已录入或修改过的年度不受影响。"

    def add_arguments(self, parser) -> None:
        parser.add_argument("--year", type=int, help="只录入这一年")
        parser.add_argument("--json", action="store_true", help="以 JSON 输出")

    def handle(self, *, year: int | None, json: bool, **options) -> None:
        with transaction.atomic():
            new = self._one(year) if year else seed_years()
            tell_seeded(new, "用命令")
        self.stdout.write(_as_json(new) if json else _as_text(new))

    def _one(self, year: int) -> list[int]:
        if not published_days(year):
            raise CommandError(f"随系统发布的日历中没有{year}年的安排，请在管理后台粘贴国务院办公厅通知全文录入。")
        return [year] if seed_year(year) else []


def _as_json(years: list[int]) -> str:
    return json.dumps({"loaded": years})


def _as_text(years: list[int]) -> str:
    return f"已录入：{'、'.join(f'{year}年' for year in years)}。" if years else "各年度均已录入，未作改动。"
