"""manage.py import_suggestions FILE [--term N] [--session N] [--dry-run] [--json] [--column 表头=栏目]"""

from typing import Any, ClassVar

from foundation.documents.importing.command import ImportCommand
from foundation.documents.reading.report import ImportReport
from suggestions.importing import import_suggestions
from suggestions.importing.meanings import LABELS


class Command(ImportCommand):
    help = "导入一次会议的建议台账，连同答复和评价（.xlsx、.xls、.csv）。有一行需要改正时不写入任何数据。"
    labels = LABELS
    numbers: ClassVar = {"term": "届次", "session": "会次"}

    def run(self, content: bytes, filename: str, **how: Any) -> ImportReport:
        return import_suggestions(content, filename, **how)
