"""manage.py import_stations FILE [--term N] [--dry-run] [--json] [--column 表头=栏目]"""

from typing import Any

from foundation.documents.importing.command import ImportCommand
from foundation.documents.reading.report import ImportReport
from liaison_stations.importing import import_stations
from liaison_stations.importing.meanings import LABELS


class Command(ImportCommand):
    help = "导入联络站台账（.xlsx、.xls、.csv）。有一行需要改正时不写入任何数据。"
    labels = LABELS

    def run(self, content: bytes, filename: str, **how: Any) -> ImportReport:
        return import_stations(content, filename, **how)
