"""The command of an import: a file, a dry run, JSON for programs, answers about headers."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from foundation.documents.reading.faults import UnreadableFile
from foundation.documents.reading.report import ImportReport
from foundation.workdays.clock import now


class ImportCommand(BaseCommand):
    """A room sets `labels` (key → label of a column) and `run`; non-zero exit when a row is refused."""

    labels: Mapping[str, str] = {}
    numbers: Mapping[str, str] = {"term": "届次"}

    def run(self, content: bytes, filename: str, **how: Any) -> ImportReport:
        """The room's import. Raises UnreadableFile."""
        raise TypeError(f"{type(self).__name__} must say how its file is imported")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="文件")
        for name, label in self.numbers.items():
            parser.add_argument(f"--{name}", type=int, help=f"{label}数字，如 5；默认按文件标题或者当前{label}")
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
        how: dict[str, Any] = {f"{name}_number": self._number(name, options[name]) for name in self.numbers}
        how |= {"dry_run": options["dry_run"], "chosen": self._chosen(options["column"])}
        try:
            report = self.run(path.read_bytes(), path.name, by=None, at=now(), **how)
        except UnreadableFile as error:
            raise CommandError(str(error)) from error
        self._print(report, as_json=options["json"])
        if report.refused:
            raise CommandError(f"有{len(report.refused)}行需要改正，未写入任何数据。")

    def _number(self, name: str, value: int | None) -> int | None:
        if value is not None and not 1 <= value <= 99:
            raise CommandError(f"{self.numbers[name]}应为 1 至 99 的数字。")
        return value

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

    def _chosen(self, answers: list[str]) -> dict[str, str]:
        keys = {label: key for key, label in self.labels.items()}
        chosen = {}
        for answer in answers:
            header, _, label = answer.partition("=")
            if label not in keys:
                raise CommandError(f"“{answer}”应写成“表头=栏目”，栏目是：{'、'.join(keys)}。")
            chosen[header] = keys[label]
        return chosen
