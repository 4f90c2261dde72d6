"""Importing the list of stations in the browser. A name that stands twice is asked about before anything is written."""

from contextlib import suppress
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from foundation.documents.importing.forms import ColumnsForm, FileForm
from foundation.documents.importing.pending import Pending, Shelf
from foundation.documents.importing.views import ImportCheck, ImportPage, ImportUpload
from foundation.documents.reading.faults import HeaderUnclear
from foundation.documents.reading.report import ImportReport
from foundation.web.views import Behind
from liaison_stations import rules
from liaison_stations.importing import Question, import_stations, questions_of, read_stations
from liaison_stations.importing.meanings import LABELS
from liaison_stations.importing.parse import ParsedStations
from liaison_stations.importing.plan import ANOTHER, SAME

LIST = ("联络站台账", "/stations/register/")


class StationsFileForm(FileForm):
    label = "联络站台账文件"


class StationsImport(Behind, ImportPage):
    """What both pages share."""

    door = rules.may_manage_stations
    shelf = Shelf("stations.list")
    noun = "联络站台账"
    row_label = "联络站"
    namespace = "stations"
    labels = LABELS
    kinds = {"area": "乡镇街道"}
    form_class = StationsFileForm

    def read(self, content: bytes, filename: str, **how: Any) -> ParsedStations:
        return read_stations(content, filename, **how)

    def run(self, content: bytes, filename: str, **how: Any) -> ImportReport:
        return import_stations(content, filename, **how)


class Upload(StationsImport, ImportUpload):
    title = "导入联络站台账"
    crumbs = (LIST,)
    template_name = "liaison_stations/import_upload.html"


class Check(StationsImport, ImportCheck):
    title = "核对联络站台账"
    crumbs = (LIST, ("导入联络站台账", "/stations/import/"))

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        if self.pending and "columns" not in request.POST and self.asked(self.pending):
            return self.show(status=422)
        return super().post(request, token)

    def asked(self, held: Pending) -> list[Question]:
        with suppress(HeaderUnclear):
            return questions_of(held.data, held.filename, at=timezone.now(), chosen=held.chosen)
        return []

    def columns_form(self, held: Pending, data: Any = None) -> ColumnsForm:
        """Beside unclear headers: whether a name that stands twice is one station or two."""
        form = super().columns_form(held, data)
        for question in self.asked(held):
            name = f"same_{question.row}"
            form.headers[name] = question.key
            form.fields[name] = _same_name(question)
        return form

    def outcome(self, report: ImportReport) -> dict[str, Any]:
        facts = super().outcome(report)
        if not report.refused and self.asked(self.pending):
            facts["to_write"] = 0
            facts["asked_title"] = "有名称相同的联络站，请先答复"
            facts["asked_text"] = "名称相同、地址不同的，可能是两个站，也可能是同一个站登记了两次。逐个选择后重新核对。"
            facts["asked_heading"] = "请答复"
        return facts


def _same_name(question: Question) -> forms.ChoiceField:
    choices = [("", "请选择"), (ANOTHER, "是另一个站，另行登记"), (SAME, "是同一个站")]
    return forms.ChoiceField(
        label=f"第{question.row}行“{question.name}”（{question.address}）与{question.other}名称相同",
        choices=choices,
        error_messages={"required": "请选择是不是同一个站。"},
    )
