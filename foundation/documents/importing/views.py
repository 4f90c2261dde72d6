"""Importing in the browser: upload, check row by row, answer what is unclear, write all or nothing."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic.base import TemplateResponseMixin, View

from foundation.documents.importing.forms import ColumnsForm, FileForm
from foundation.documents.importing.pending import Pending, Shelf
from foundation.documents.reading.faults import HeaderUnclear, UnreadableFile
from foundation.documents.reading.report import (
    CHANGED,
    NEW,
    OUTCOME_LABELS,
    REFUSED,
    UNCHANGED,
    ImportReport,
    RowReport,
)
from foundation.web.pagination import page_number, paginate
from foundation.web.views.page import PageMixin

TONES = {"new": "info", "changed": "warn", "unchanged": "muted", "refused": "late"}
PER_PAGE = 50


class ImportPage(TemplateResponseMixin, PageMixin, View):
    """What both pages know of their import; a room names it once in a mixin.

    `read(content, filename, *, at, chosen)` answers what the file says, with its `headers`; `run(…, by, dry_run,
    **options)` imports. `labels` are the meanings a header can have, `kinds` the Chinese names of what is created.
    """

    shelf: Shelf
    noun = ""
    row_label = ""
    namespace = ""
    labels: Mapping[str, str] = {}
    kinds: Mapping[str, str] = {}
    form_class: type[FileForm] = FileForm

    def read(self, content: bytes, filename: str, **how: Any) -> Any:
        """The file as the room reads it. Raises UnreadableFile."""
        raise TypeError(f"{type(self).__name__} must say how its file is read")

    def run(self, content: bytes, filename: str, **how: Any) -> ImportReport:
        """The room's import. Raises UnreadableFile."""
        raise TypeError(f"{type(self).__name__} must say how its file is imported")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        places = {"list_url": reverse(f"{self.namespace}:list"), "upload_url": reverse(f"{self.namespace}:import")}
        return super().get_context_data(noun=self.noun, row_label=self.row_label, **places, **kwargs)


class ImportUpload(ImportPage):
    """Takes the file. What is no such table is told beside the field."""

    template_name = "documents/import_upload.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=self.form_class()))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.form_class(request.POST, request.FILES)
        if form.is_valid():
            upload = form.cleaned_data["file"]
            content = upload.read()
            try:
                with suppress(HeaderUnclear):  # the next page asks
                    self.read(content, upload.name, at=timezone.now())
            except UnreadableFile as error:
                form.add_error("file", str(error))
            else:
                token = self.shelf.keep(request.user, upload.name, content, form.options())
                return redirect(f"{self.namespace}:import_check", token=token)
        return self.render_to_response(self.get_context_data(form=form), status=422)


class ImportCheck(ImportPage):
    """The dry run: what each row would do and why not; answers about headers; the confirmation."""

    template_name = "documents/import_check.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.token = kwargs["token"]
        self.pending = self.shelf.find(request.user, self.token)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        return self.show() if self.pending else self.gone()

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        if not self.pending:
            return self.gone()
        if "columns" in request.POST:
            return self.answer_columns(self.pending)
        try:
            report = self.carry_out(self.pending, dry_run=False)
        except HeaderUnclear:
            return self.show(status=422)
        if not report.written:
            return self.show(status=422)
        self.shelf.drop(request.user, token)
        messages.success(request, f"{self.noun}已导入：{report.summary}。")
        return redirect(f"{self.namespace}:list")

    def carry_out(self, held: Pending, *, dry_run: bool) -> ImportReport:
        """The import of the held file, now or only for show."""
        how = {"by": self.request.user, "at": timezone.now(), "dry_run": dry_run, "chosen": held.chosen}
        return self.run(held.data, held.filename, **how, **held.options)

    def answer_columns(self, held: Pending) -> HttpResponse:
        """Keeps what the clerk says about unclear headers and checks again."""
        form = self.columns_form(held, self.request.POST)
        if form.is_valid():
            held.chosen |= form.chosen
            self.shelf.save(self.request.user, self.token, held)
            return redirect(f"{self.namespace}:import_check", token=self.token)
        return self.show(form, status=422)

    def columns_form(self, held: Pending, data: Any = None) -> ColumnsForm:
        """Asks about the headers nobody has answered for yet."""
        try:
            parsed = self.read(held.data, held.filename, at=timezone.now(), chosen=held.chosen)
        except HeaderUnclear as unclear:
            return ColumnsForm(data, doubts=unclear.doubts, labels=self.labels)
        doubts = {doubt.header: doubt for _, header in parsed.headers for doubt in header.doubts}
        asked = [doubt for word, doubt in doubts.items() if word not in held.chosen]
        return ColumnsForm(data, doubts=asked, labels=self.labels)

    def show(self, form: ColumnsForm | None = None, status: int = 200) -> HttpResponse:
        form = form or self.columns_form(self.pending)
        facts: dict[str, Any] = {"held": self.pending, "columns_form": form}
        try:
            facts |= self.outcome(self.carry_out(self.pending, dry_run=True))
        except HeaderUnclear as unclear:
            facts["unclear"] = unclear
        return self.render_to_response(self.get_context_data(**facts), status=status)

    def outcome(self, report: ImportReport) -> dict[str, Any]:
        """The rows of one page, the most telling first, and what would be made beside them."""
        wanted = self.request.GET.get("outcome", "")
        rows = sorted((row for row in report.rows if wanted in ("", row.outcome)), key=_most_telling_first)
        page = paginate(rows, page_number(self.request.GET.get("page"), PER_PAGE), PER_PAGE)
        return {
            "report": report,
            "to_write": 0 if report.refused else report.counts[NEW] + report.counts[CHANGED],
            "several_sheets": len({row.sheet for row in report.rows}) > 1,
            "page": page,
            "lines": [(row, TONES[row.outcome], row_texts(row)) for row in page],
            "tabs": tabs(report, wanted),
            "created": [(self.kinds[kind], names) for kind, names in report.created.items()],
        }

    def gone(self) -> HttpResponse:
        """The half hour is over, or the address is somebody else's."""
        messages.warning(self.request, "上传的文件已超过保留时间，请重新上传。")
        return redirect(f"{self.namespace}:import")


def tabs(report: ImportReport, wanted: str) -> list[dict[str, Any]]:
    """All rows, then those of each outcome."""
    whole = {"label": "全部", "url": "?", "count": len(report.rows), "current": not wanted}
    parts = [
        {"label": label, "url": f"?outcome={key}", "count": report.counts[key], "current": wanted == key}
        for key, label in OUTCOME_LABELS.items()
    ]
    return [whole, *parts]


def row_texts(row: RowReport) -> list[str]:
    """What the check says about one row: faults and remarks under their column, then the changes."""
    return [*(f"{message.column}：{message.text}" for message in row.messages), *row.changes]


def _most_telling_first(row: RowReport) -> int:
    return (REFUSED, CHANGED, NEW, UNCHANGED).index(row.outcome)
