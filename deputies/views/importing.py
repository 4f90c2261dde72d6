"""Importing a roster in the browser."""

from typing import Any

from deputies.forms.office import RosterFileForm
from deputies.importing import import_roster, read_roster
from deputies.importing.meanings import LABELS
from deputies.importing.parse import ParsedRoster
from deputies.views.doors import KeepersOnly
from foundation.documents.importing.pending import Shelf
from foundation.documents.importing.views import ImportCheck, ImportPage, ImportUpload
from foundation.documents.reading.report import ImportReport


class RosterImport(KeepersOnly, ImportPage):
    """What both pages share."""

    shelf = Shelf("deputies.roster")
    noun = "代表名册"
    row_label = "姓名"
    namespace = "deputies"
    labels = LABELS
    kinds = {"term": "届", "delegation": "代表团", "constituency": "选区", "group": "代表小组"}
    form_class = RosterFileForm

    def read(self, content: bytes, filename: str, **how: Any) -> ParsedRoster:
        return read_roster(content, filename, **how)

    def run(self, content: bytes, filename: str, **how: Any) -> ImportReport:
        return import_roster(content, filename, **how)


class Upload(RosterImport, ImportUpload):
    title = "导入代表名册"
    crumbs = (("代表名册", "/deputies/"),)
    template_name = "deputies/import_upload.html"


class Check(RosterImport, ImportCheck):
    title = "核对名册"
    crumbs = (("代表名册", "/deputies/"), ("导入代表名册", "/deputies/import/"))
