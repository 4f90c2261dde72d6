"""manage.py import_stations FILE [--term N] [--dry-run] [--json] [--column 表头=栏目] [--another 行] [--same 行]"""

from collections.abc import Iterable
from typing import Any

from django.core.management.base import CommandError, CommandParser

from foundation.documents.importing.command import ImportCommand
from foundation.documents.reading.report import ImportReport
from liaison_stations.importing import Question, import_stations, questions_of
from liaison_stations.importing.meanings import LABELS
from liaison_stations.importing.plan import ANOTHER, SAME, key_of


class Command(ImportCommand):
    help = "导入联络站台账（.xlsx、.xls、.csv）。有一行需要改正，或者有同名的站没有答复时，不写入任何数据。"
    labels = LABELS

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        for name, words in ((ANOTHER, "是另一个站，另行登记"), (SAME, "是同一个站")):
            parser.add_argument(
                f"--{name}", type=int, action="append", default=[], metavar="行", help=f"同名的这一行{words}，可重复"
            )

    def handle(self, *args: Any, **options: Any) -> None:
        if both := sorted({*options[ANOTHER]} & {*options[SAME]}):
            raise CommandError(f"第{both[0]}行既答复“另一个站”又答复“同一个站”，请只留一个。")
        self.answers = {key_of(row): name for name in (ANOTHER, SAME) for row in options[name]}
        super().handle(*args, **options)

    def run(self, content: bytes, filename: str, *, dry_run: bool, **how: Any) -> ImportReport:
        how["chosen"] = {**how["chosen"], **self.answers}
        asked = questions_of(content, filename, at=how["at"], chosen=how["chosen"])
        if asked and not dry_run:
            raise CommandError(_asked(asked))
        return import_stations(content, filename, dry_run=dry_run, **how)


def _asked(questions: Iterable[Question]) -> str:
    """What has to be answered, row by row, and how."""
    lines = [
        f"第{one.row}行“{one.name}”（{one.address}）与{one.other}名称相同："
        f"是另一个站的加 --another {one.row}，是同一个站的加 --same {one.row}"
        for one in questions
    ]
    return "\n".join(["有名称相同的联络站没有答复，未写入任何数据。", *lines])
