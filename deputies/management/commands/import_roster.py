"""manage.py import_roster FILE [--term N] [--dry-run] [--json] [--column 表头=栏目]"""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from deputies.importing import UnreadableFile, import_roster
from deputies.importing.meanings import ROSTER
from foundation.documents.reading.report import ImportReport
from foundation.workdays.clock import now


class Command(BaseCommand):
    help = "导入代表名册（.xlsx、.xls、.csv）。有一行需要改正时不写入任何数据。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="名册文件")
        parser.add_argument("--term", type=int, help="届次数字，如 5；默认当前届")
        parser.add_argument("--dry-run", action="store_true", help="只检查，不写入")
        parser.add_argument("--json", action="store_true", help="以 JSON 输出结果")
        parser.add_argument(
            "--column",
            action="append",
            default=[],
            metavar="表头=栏目",
            help="指定某个表头的含义，如“人员=姓名”，可重复",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(options["file"])
        if not path.is_file():
            raise CommandError(f"找不到文件“{path}”，请核对路径。")
        if options["term"] is not None and not 1 <= options["term"] <= 99:
            raise CommandError("届次应为 1 至 99 的数字。")
        try:
            report = import_roster(
                path.read_bytes(),
                path.name,
                by=None,
                at=now(),
                term_number=options["term"],
                dry_run=options["dry_run"],
                chosen=_chosen(options["column"]),
            )
        except UnreadableFile as error:
            raise CommandError(str(error)) from error
        self._print(report, as_json=options["json"])
        if report.refused:
            raise CommandError(f"有{len(report.refused)}行需要改正，未写入任何数据。")

    def _print(self, report: ImportReport, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False, indent=1))
            # The answer has no place for remarks on the file as such; a person at the terminal still wants them.
            self.stderr.write("\n".join(report.notes))
            return
        for row in report.rows:
            for message in row.messages:
                self.stdout.write(f"工作表“{row.sheet}”第{row.row}行“{message.column}”：{message.text}")
        for note in report.notes:
            self.stdout.write(note)
        self.stdout.write(f"{report.summary}。{'已写入。' if report.written else '未写入。'}")


def _chosen(answers: list[str]) -> dict[str, str]:
    keys = {meaning.label: meaning.key for meaning in ROSTER}
    chosen = {}
    for answer in answers:
        header, _, label = answer.partition("=")
        if label not in keys:
            raise CommandError(f"“{answer}”应写成“表头=栏目”，栏目是：{'、'.join(keys)}。")
        chosen[header] = keys[label]
    return chosen
