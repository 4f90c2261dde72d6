from datetime import date, timedelta
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from congress_portal.demo.load import Wanted, load
from congress_portal.demo.load.people import LEVELS, MOST_DEPUTIES, NotHere
from foundation.workdays.clock import today

MOST_YEARS = 15


class Command(BaseCommand):
    """`make_load`: large invented data for measuring. The same seed gives the same rows for the same day."""

    help = "生成大量虚构数据，用于测量性能。同一种子、同一日期生成的数据相同；不能用于正式环境。"

    def add_arguments(self, parser):
        parser.add_argument("--deputies", type=int, default=300, help="代表总数，已有的计算在内")
        parser.add_argument("--suggestions", type=int, default=2000, help="新增建议件数")
        parser.add_argument(
            "--levels", type=int, default=1, help="新增代表分布在几级：1 只有区县，4 为省、市、区县、乡镇"
        )
        parser.add_argument("--duties", type=int, default=0, help="新增履职记录条数")
        parser.add_argument("--letters", type=int, default=0, help="来信件数；来信功能尚未开放，暂不写入")
        parser.add_argument("--years", type=int, default=5, help="分布在最近几年")
        parser.add_argument("--seed", type=int, default=1, help="随机种子")
        parser.add_argument("--on", type=date.fromisoformat, help="数据截止日，默认昨天，格式 2026-11-20")

    def handle(self, *args: Any, **options: Any) -> None:
        if getattr(settings, "REQUIRE_SETTINGS", False):
            raise CommandError("正式环境不能生成虚构数据，请在演示或者测量用的数据库上运行。")
        wanted = self._wanted(options)
        self.stdout.write(
            f"生成截至 {wanted.day} 的 {wanted.suggestions} 件建议、{wanted.duties} 条履职记录（种子 {wanted.seed}）……"
        )
        began = monotonic()
        try:
            counts = load(wanted, self._progress)
        except NotHere as refusal:
            raise CommandError(str(refusal)) from None
        self._settle()
        for name, number in counts.items():
            self.stdout.write(f"  {name} {number}")
        if options["letters"]:
            self.stdout.write(f"  来信 0（要求 {options['letters']} 件；来信功能尚未开放，本次没有写入）")
        self.stdout.write(self.style.SUCCESS(f"已生成，用时 {monotonic() - began:.0f} 秒。登录名同演示区。"))

    def _wanted(self, options: dict[str, Any]) -> Wanted:
        bounds = {"deputies": MOST_DEPUTIES, "suggestions": 10_000_000, "letters": 10_000_000, "years": MOST_YEARS}
        bounds |= {"levels": len(LEVELS), "duties": 10_000_000}
        for name, most in bounds.items():
            least = 1 if name in ("years", "levels") else 0
            if not least <= options[name] <= most:
                raise CommandError(f"--{name} 应在 {least} 到 {most} 之间，请改正。")
        day = options["on"] or today() - timedelta(days=1)
        names = ("deputies", "suggestions", "years", "seed", "levels", "duties")
        return Wanted(day=day, **{name: options[name] for name in names})

    def _progress(self, done: int, of: int) -> None:
        if done % 10_000 == 0 or done == of:
            self.stdout.write(f"  建议 {done}/{of}")

    def _settle(self) -> None:
        """Gives the planner figures of the new rows; VACUUM where no transaction forbids it."""
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE" if connection.in_atomic_block else "VACUUM ANALYZE")
