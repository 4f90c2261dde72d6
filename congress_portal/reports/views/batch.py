"""Many deputies' reports at once: checked, confirmed, taken home as one archive."""

from collections.abc import Callable, Iterator
from tempfile import TemporaryFile
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import structlog
from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic.base import TemplateResponseMixin, View
from kombu.exceptions import OperationalError

from congress_portal.reports.deputies import rules
from congress_portal.reports.deputies.transitions.batch import ask_batch
from congress_portal.reports.deputies.transitions.check import check
from congress_portal.reports.deputies.transitions.confirm import confirm
from congress_portal.reports.forms import OwnReportFilter
from congress_portal.reports.models import BatchRun, BatchVerb, DeputyReport
from congress_portal.reports.rules import OFFICE
from congress_portal.reports.states import DeputyReportState
from congress_portal.reports.tasks import carry_out_batch
from congress_portal.reports.views.own import READERS, narrowed
from foundation import audit
from foundation.documents.writing import DOCX, PDF
from foundation.files import storage
from foundation.web.views import DetailPage
from foundation.web.views.page import PageMixin
from foundation.workflow import Refused, Verdict

log = structlog.get_logger(__name__)
# So many are done while somebody waits.
AT_ONCE = 200
NAMED = 10
S = DeputyReportState


def chosen(request: HttpRequest) -> tuple[QuerySet, str]:
    """The latest editions this person may read, narrowed as the list was, and that filter as a query."""
    form, query = OwnReportFilter(request.GET), request.GET.urlencode()
    rows = DeputyReport.objects.visible_to(request.user).latest().select_related("deputy", "delegation")
    rows = narrowed(rows, form.cleaned_data) if form.is_valid() else rows.none()
    return rows.order_by("delegation__order", "deputy__pinyin_key", "pk"), query


class Batch(TemplateResponseMixin, PageMixin, View):
    """One step for every report of a filter; what may not be done is named with its reason."""

    template_name = "reports/batch.html"
    states: tuple[str, ...]
    rule: Callable[..., Verdict]
    transition: Callable[..., Any]
    verb: BatchVerb
    done_word = ""
    button = ""
    who: tuple[str, ...] = READERS

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.user.is_authenticated and not request.user.has_role(*self.who):
            raise PermissionDenied(rules.NOT_A_CHECKER)
        return super().dispatch(request, *args, **kwargs)

    def rows(self) -> QuerySet:
        rows, self.query = chosen(self.request)
        return rows.filter(state__in=self.states)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("代表年度履职报告", reverse("reports:deputy-reports"))]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        found, refused = self.sorted()
        facts = {"found": found, "refused": refused[:NAMED], "further": max(0, len(refused) - NAMED)}
        facts |= {"count": self.rows().count()}
        facts |= {"back": f"{reverse('reports:deputy-reports')}?{self.query}", "button": self.button, "most": AT_ONCE}
        return self.render_to_response(self.get_context_data(form=forms.Form(), **facts))

    def sorted(self) -> tuple[list[DeputyReport], list[tuple[DeputyReport, str]]]:
        """(what this person may do now, what not and why), of the first so many."""
        rule, found, refused = type(self).__dict__["rule"].__func__, [], []
        for report in self.rows().light()[:AT_ONCE]:
            verdict = rule(self.request.user, report, on=self.on)
            if verdict:
                found.append(report)
            else:
                refused.append((report, verdict.reason))
        return found, refused

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        keys = list(self.rows().values_list("pk", flat=True))
        return self.to_worker(keys) if len(keys) > AT_ONCE else self.now()

    def to_worker(self, keys: list[int]) -> HttpResponse:
        """More than somebody waits for: the worker does it, the page follows."""
        try:
            run = ask_batch(self.verb, keys, query=self.query, by=self.request.user, at=timezone.now())
        except Refused as refusal:
            messages.error(self.request, refusal.reason)
            return HttpResponseRedirect(f"{reverse('reports:deputy-reports')}?{self.query}")
        begin(run)
        return HttpResponseRedirect(run.get_absolute_url())

    def now(self) -> HttpResponse:
        request = self.request
        found, refused = self.sorted()
        step, done = type(self).__dict__["transition"].__func__, 0
        for report in found:
            try:
                step(report.pk, by=request.user, at=timezone.now(), version=report.version)
                done += 1
            except Refused as refusal:
                refused.append((report, refusal.reason))
        messages.success(request, f"已{self.done_word}{done}份。")
        if refused:
            names = "、".join(report.deputy.name for report, _ in refused[:NAMED])
            more = "等" if len(refused) > NAMED else ""
            messages.warning(request, f"有{len(refused)}份没有{self.done_word}：{names}{more}。打开报告可以看到原因。")
        return HttpResponseRedirect(f"{reverse('reports:deputy-reports')}?{self.query}")


class CheckAll(Batch):
    title = "核对所列报告"
    states = (S.OPEN, S.WRITTEN)
    rule = staticmethod(rules.may_check)
    transition = staticmethod(check)
    verb = BatchVerb.CHECK
    done_word, button = "核对", "全部核对无误"


class ConfirmAll(Batch):
    title = "审定所列报告"
    states = (S.CHECKED,)
    rule = staticmethod(rules.may_confirm)
    transition = staticmethod(confirm)
    verb = BatchVerb.CONFIRM
    done_word, button = "审定", "全部审定并锁定"
    who = OFFICE


class BatchRunPage(DetailPage):
    """How far the worker is with a step for many reports, and what could not be done."""

    template_name = "reports/batch_run.html"
    context_name = "run"

    def queryset(self) -> QuerySet[BatchRun]:
        return BatchRun.objects.visible_to(self.request.user)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("代表年度履职报告", f"{reverse('reports:deputy-reports')}?{self.object.query}")]


class BatchRunProgress(BatchRunPage):
    """The bar alone, asked for again while the worker is at it."""

    template_name = "reports/batch_progress.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> Any:
        response = super().get(request, **kwargs)
        if not self.object.is_under_way:
            response["HX-Refresh"] = "true"
        return response


def begin(run: BatchRun) -> None:
    """Hands the work to the worker. Without a broker the periodic job finds it within five minutes."""
    try:
        carry_out_batch.delay(run.pk)
    except (OperationalError, OSError) as trouble:
        log.warning("reports.batch_not_queued", run=run.pk, trouble=str(trouble))


class Zip(View):
    """The files of every report of a filter as one archive, by delegation; who took them is recorded first."""

    def get(self, request: HttpRequest, **kwargs: Any) -> FileResponse:
        if not request.user.has_role(*READERS):
            raise PermissionDenied("批量下载由负责核对、审定的人员办理。")
        rows, _ = chosen(request)
        format = PDF if request.GET.get("kind") == PDF else DOCX
        # The answer closes it when the last byte has left.
        file, count = TemporaryFile(), 0  # noqa: SIM115
        with ZipFile(file, "w", ZIP_STORED) as archive:
            for name, content in _contents(rows, format):
                archive.write(content, name)
                count += 1
        facts = {"files": count, "kind": format, "filter": request.GET.dict()}
        summary = f"批量下载代表年度履职报告{count}份（{format}）"
        user = request.user
        audit.record("reports.zip", user, by=user, at=timezone.now(), summary=summary, data=facts, visibility="office")
        file.seek(0)
        answer = FileResponse(file, as_attachment=True, filename=f"代表年度履职报告-{format}.zip")
        answer["Cache-Control"] = "private, no-store"
        return answer


def _contents(rows: QuerySet, format: str) -> Iterator[tuple[str, Any]]:
    """(name inside the archive, place of the content) for each report that has such a file."""
    for report in rows.light().iterator(chunk_size=200):
        if sha256 := report.files.get(format):
            folder = str(report.delegation or "未编团")
            draft = "" if report.is_confirmed else "（待审定）"
            yield f"{folder}/{report}-{report.deputy_id}{draft}.{format}", storage.path_of(sha256)
