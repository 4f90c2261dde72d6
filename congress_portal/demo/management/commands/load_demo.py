from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from congress_portal.demo import (
    activities,
    activity_year,
    clearing,
    deliberations,
    district,
    duties,
    evaluations,
    fund,
    gatherings,
    in_touch,
    inboxes,
    keeping,
    key_items,
    knowing,
    last_year,
    last_years_end,
    letters_desk,
    mailbox,
    matters,
    oversight,
    promises,
    receptions,
    register,
    scoring,
    stations,
    streets,
    township,
    training,
    voter_reports,
    year,
    year_end,
    yearly,
)
from foundation.workdays.clock import now, today
from suggestions.models import Suggestion


class Command(BaseCommand):
    """`load_demo [--fresh]`: writes the demonstration district and tells its year; what is there already is kept."""

    help = "载入演示区：虚构的人员、单位和两年的建议办理。已载入的保留不动；--fresh 清空后重新载入。"

    def add_arguments(self, parser):
        parser.add_argument("--fresh", action="store_true", help="清空全部数据后重新载入，只能用于演示库")

    def handle(self, *args, fresh: bool = False, **options):
        if getattr(settings, "REQUIRE_SETTINGS", False):
            raise CommandError("正式环境不能载入演示数据，请在演示环境运行。")
        if fresh:
            clearing.start_over()
        if district.exists():
            self.stdout.write("演示区已载入，数据保持不变。要重新开始，请加 --fresh。")
            return
        self._load()

    def _load(self) -> None:
        self.stdout.write("载入演示区：单位、人员、代表……")
        # Like an office that starts in the morning: the story ends the day before, so nothing lies in the future.
        with transaction.atomic():
            built = district.build(today() - timedelta(days=1))
            self.stdout.write("  讲述上一年的建议……")
            earlier = last_year.tell(built)
            _count_for_the_planner()
            last_years_end.tell(built, earlier)
            roads = year.tell(built, self._progress, earlier)
            _count_for_the_planner()
            township.tell(built)
            promises.close_the_year(built)
            key_items.tell(built, roads)
            fund.tell(built, roads)
            gatherings.tell(built)
            training.tell(built)
            activities.tell(built)
            register.tell(built)
            duties.tell(built)
            voter_reports.tell(built)
            evaluations.tell(built)
            in_touch.tell(built)
            knowing.tell(built)
            activity_year.tell(built)
            stations.tell(built)
            scoring.tell(built)
            mailbox.tell(built)
            letters_desk.tell(built)
            matters.tell(built)
            streets.tell(built)
            receptions.tell(built)
            deliberations.tell(built)
            oversight.tell(built)
            keeping.tell(built)
            self.stdout.write("  生成两个年度的代表履职报告……")
            year_end.tell(built)
            # Last, so that report and scores count all of it.
            yearly.tell(built)
            count = Suggestion.objects.count()
        call_command("remind_deadlines", verbosity=0)
        inboxes.read_up_to(now() - timedelta(days=14))
        inboxes.posted_up_to(now())
        # Whoever opened the front page while the year was being told, left figures of an empty house behind.
        cache.clear()
        self.stdout.write(self.style.SUCCESS(f"演示区已载入：{count} 件建议，从提出到办结。"))

    def _progress(self, done: int, of: int) -> None:
        if done % 5 == 0 or done == of:
            self.stdout.write(f"  讲述这一年的建议 {done}/{of}")


def _count_for_the_planner() -> None:
    """The database plans by figures it gathers between transactions; this one is too long to wait for them."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
