"""manage.py import_roster FILE [--term N] [--dry-run] [--json] [--column 表头=栏目]"""

from typing import Any

from deputies.importing import import_roster
from deputies.importing.meanings import LABELS
from foundation.documents.importing.command import ImportCommand
from foundation.documents.reading.report import ImportReport


class Command(ImportCommand):
    help = "导入代表名册（.xlsx、.xls、.csv）。有一行需要改正时不写入任何数据。"
    labels = LABELS

    def run(self, content: bytes, filename: str, **how: Any) -> ImportReport:
        return import_roster(content, filename, **how)
