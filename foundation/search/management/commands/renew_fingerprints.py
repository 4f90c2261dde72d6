from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Max

from foundation.search import lookalikes
from foundation.search.models import Fingerprint, Resembling

AT_ONCE = 500


class Command(BaseCommand):
    """`renew_fingerprints`: for papers that came before the look-alike search, or after its words were changed."""

    help = "为已有文件补算查重特征。默认只补缺少的；--all 全部重算（改动近义词表后使用）。可以中断后再次运行。"

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="已有特征的也重算")

    def handle(self, *args: Any, **options: Any) -> None:
        for model in lookalikes.models():
            written = sum(_batches(model, options["all"]))
            self.stdout.write(f"{model._meta.verbose_name}：已补算 {written} 件。")


def _batches(model: type[Resembling], everything: bool):
    """Each batch is written on its own: a large register is never locked, and an interruption loses nothing."""
    last, end = 0, model._base_manager.aggregate(last=Max("pk"))["last"] or 0
    while last < end:
        rows = list(model._base_manager.filter(pk__gt=last).order_by("pk")[:AT_ONCE])
        last = rows[-1].pk
        known = set() if everything else _known(model, rows)
        yield Fingerprint.objects.renew(row for row in rows if row.pk not in known)


def _known(model: type[Resembling], rows: list[Any]) -> set[int]:
    found = Fingerprint.objects.of(model).filter(subject_id__range=(rows[0].pk, rows[-1].pk))
    return set(found.values_list("subject_id", flat=True))
