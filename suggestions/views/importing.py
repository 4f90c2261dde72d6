"""Importing the year's list in the browser."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from foundation.documents.importing.pending import Shelf
from foundation.documents.importing.views import ImportCheck, ImportPage, ImportUpload
from foundation.documents.reading.report import ImportReport
from suggestions.forms.importing import ListFileForm
from suggestions.importing import import_suggestions, read_list
from suggestions.importing.meanings import LABELS
from suggestions.importing.parse import ParsedList
from suggestions.rules import may_import


class ListImport(ImportPage):
    """What both pages share; 403 with the reason for whoever does not keep the district's papers."""

    shelf = Shelf("suggestions.list")
    noun = "建议台账"
    row_label = "建议"
    namespace = "suggestions"
    labels = LABELS
    kinds = {"term": "届", "session": "会议", "unit": "承办单位", "category": "建议类别", "delegation": "代表团"}
    form_class = ListFileForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        verdict = may_import(request.user)
        if not verdict:
            raise PermissionDenied(verdict.reason)
        return super().dispatch(request, *args, **kwargs)

    def read(self, content: bytes, filename: str, **how: Any) -> ParsedList:
        return read_list(content, filename, **how)

    def run(self, content: bytes, filename: str, **how: Any) -> ImportReport:
        return import_suggestions(content, filename, **how)


class Upload(ListImport, ImportUpload):
    title = "导入建议台账"
    crumbs = (("代表建议", "/suggestions/"),)
    template_name = "suggestions/import_upload.html"


class Check(ListImport, ImportCheck):
    title = "核对建议台账"
    crumbs = (("代表建议", "/suggestions/"), ("导入建议台账", "/suggestions/import/"))
