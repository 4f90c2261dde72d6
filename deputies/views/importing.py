"""Importing a roster in the browser: upload, check row by row, answer what is unclear, write all or nothing."""

from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.generic.base import TemplateResponseMixin, View

from deputies.forms.office import ColumnsForm, RosterUploadForm
from deputies.importing import HeaderUnclear, UnreadableFile, import_roster, pending, read_roster
from deputies.importing.meanings import LABELS
from deputies.importing.pending import Pending
from deputies.views.doors import KeepersOnly
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
PER_PAGE = 100


class Upload(KeepersOnly, TemplateResponseMixin, PageMixin, View):
    """Takes the file. What is no roster is told beside the field."""

    title = "导入代表名册"
    crumbs = (("代表名册", "/deputies/"),)
    template_name = "deputies/import_upload.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=RosterUploadForm()))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = RosterUploadForm(request.POST, request.FILES)
        if form.is_valid():
            upload, term = form.cleaned_data["file"], form.cleaned_data["term"]
            content = upload.read()
            try:
                with suppress(HeaderUnclear):  # the next page asks
                    read_roster(content, upload.name, at=timezone.now())
            except UnreadableFile as error:
                form.add_error("file", str(error))
            else:
                token = pending.keep(request.user, upload.name, content, term and term.number)
                return redirect("deputies:import_check", token=token)
        return self.render_to_response(self.get_context_data(form=form), status=422)


class Check(KeepersOnly, TemplateResponseMixin, PageMixin, View):
    """The dry run: what each row would do and why not; answers about headers; the confirmation."""

    title = "核对名册"
    crumbs = (("代表名册", "/deputies/"), ("导入代表名册", "/deputies/import/"))
    template_name = "deputies/import_check.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.token = kwargs["token"]
        self.pending = pending.find(request.user, self.token)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        return self.show() if self.pending else self.gone()

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        if not self.pending:
            return self.gone()
        if "columns" in request.POST:
            return self.answer_columns(self.pending)
        try:
            report = self.run(self.pending, dry_run=False)
        except HeaderUnclear:
            return self.show(status=422)
        if not report.written:
            return self.show(status=422)
        pending.drop(request.user, token)
        messages.success(request, f"名册已导入：{report.summary}。")
        return redirect("deputies:list")

    def run(self, held: Pending, *, dry_run: bool) -> ImportReport:
        """The import of the held file, now or only for show."""
        return import_roster(
            held.data,
            held.filename,
            by=self.request.user,
            at=timezone.now(),
            term_number=held.term_number,
            dry_run=dry_run,
            chosen=held.chosen,
        )

    def answer_columns(self, held: Pending) -> HttpResponse:
        """Keeps what the clerk says about unclear headers and checks again."""
        form = self.columns_form(held, self.request.POST)
        if form.is_valid():
            held.chosen |= form.chosen
            pending.save(self.request.user, self.token, held)
            return redirect("deputies:import_check", token=self.token)
        return self.show(form, status=422)

    def columns_form(self, held: Pending, data: Any = None) -> ColumnsForm:
        """Asks about the headers nobody has answered for yet."""
        try:
            parsed = read_roster(held.data, held.filename, at=timezone.now(), chosen=held.chosen)
        except HeaderUnclear as unclear:
            return ColumnsForm(data, doubts=unclear.doubts, labels=LABELS)
        doubts = {doubt.header: doubt for _, header in parsed.headers for doubt in header.doubts}
        asked = [doubt for word, doubt in doubts.items() if word not in held.chosen]
        return ColumnsForm(data, doubts=asked, labels=LABELS)

    def show(self, form: ColumnsForm | None = None, status: int = 200) -> HttpResponse:
        try:
            report = self.run(self.pending, dry_run=True)
        except HeaderUnclear as unclear:
            asked = form or self.columns_form(self.pending)
            context = self.get_context_data(held=self.pending, columns_form=asked, unclear=unclear)
            return self.render_to_response(context, status=status)
        wanted = self.request.GET.get("outcome", "")
        rows = sorted((row for row in report.rows if wanted in ("", row.outcome)), key=_most_telling_first)
        page = paginate(rows, page_number(self.request.GET.get("page"), PER_PAGE), PER_PAGE)
        facts = {
            "held": self.pending,
            "report": report,
            "to_write": 0 if report.refused else report.counts["new"] + report.counts["changed"],
            "several_sheets": len({row.sheet for row in report.rows}) > 1,
            "page": page,
            "lines": [(row, TONES[row.outcome], row_texts(row)) for row in page],
            "tabs": self.tabs(report, wanted),
            "columns_form": form or self.columns_form(self.pending),
            "created": [(KINDS[kind], names) for kind, names in report.created.items()],
        }
        return self.render_to_response(self.get_context_data(**facts), status=status)

    def tabs(self, report: ImportReport, wanted: str) -> list[dict[str, Any]]:
        """All rows, then those of each outcome."""
        whole = {"label": "全部", "url": "?", "count": len(report.rows), "current": not wanted}
        parts = [
            {"label": label, "url": f"?outcome={key}", "count": report.counts[key], "current": wanted == key}
            for key, label in OUTCOME_LABELS.items()
        ]
        return [whole, *parts]

    def gone(self) -> HttpResponse:
        """The half hour is over, or the address is somebody else's."""
        messages.warning(self.request, "上传的文件已超过保留时间，请重新上传。")
        return redirect("deputies:import")


KINDS = {"term": "届", "delegation": "代表团", "constituency": "选区", "group": "代表小组"}


def _most_telling_first(row: RowReport) -> int:
    return (REFUSED, CHANGED, NEW, UNCHANGED).index(row.outcome)


def row_texts(row: RowReport) -> list[str]:
    """What the check says about one row: faults and remarks under their column, then the changes."""
    return [*(f"{message.column}：{message.text}" for message in row.messages), *row.changes]
