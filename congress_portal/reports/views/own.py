"""Deputies' own yearly reports: the list, one report, the way to one's own."""

from itertools import zip_longest
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from congress_portal.reports.deputies import rules
from congress_portal.reports.filing import current_files
from congress_portal.reports.forms import OwnReportFilter
from congress_portal.reports.models import DeputyReport
from congress_portal.reports.rules import DELIBERATING, OFFICE
from congress_portal.reports.states import DEPUTY_TONES, DeputyReportState
from deputies.people import mandates_of
from foundation.accounts.roles import Role
from foundation.audit import timeline
from foundation.documents.writing import PDF, pdf_refusal
from foundation.web.actions import Action
from foundation.web.charts import bar_chart
from foundation.web.chinese import date_text
from foundation.web.tables import Column
from foundation.web.views import DetailPage, ListPage
from suggestions.models import Suggestion

READERS = (*OFFICE, *DELIBERATING, Role.DELEGATION_HEAD, Role.GROUP_CONVENER, Role.TOWNSHIP_CLERK)
S = DeputyReportState
# Each: label, page, rule, the states it belongs to, tone.
VERBS = (
    ("补充和提交", "write-words", rules.may_write, (S.OPEN,), "primary"),
    ("核对", "check-own", rules.may_check, (S.OPEN, S.WRITTEN), "primary"),
    ("审定", "confirm-own", rules.may_confirm, (S.CHECKED,), "primary"),
    ("退回补充", "send-back-own", rules.may_send_back, (S.WRITTEN, S.CHECKED), "secondary"),
    ("重新生成", "count-again", rules.may_remake, (S.FAILED, S.BUILT, S.OPEN, S.WRITTEN), "secondary"),
    ("更正（另出一版）", "correct-own", rules.may_correct, (S.CONFIRMED,), "secondary"),
)


class OwnReports(ListPage):
    """The latest edition of every deputy this person may read, with its state."""

    title = "代表年度履职报告"
    template_name = "reports/own_list.html"
    filter_form_class = OwnReportFilter
    export_name = "代表年度履职报告"
    per_page = 30
    empty = "还没有代表年度履职报告。由代表工作机构在“年度报告”中统一生成。"
    columns = (
        Column("代表", "deputy.name", link=lambda row: row.get_absolute_url(), primary=True),
        Column("年度", lambda row: f"{row.year}年"),
        Column("代表团", lambda row: str(row.delegation or "")),
        Column("层级", "get_level_display"),
        Column("状态", "get_state_display", kind="badge", tone=lambda row: DEPUTY_TONES[row.state]),
        Column("积分", lambda row: row.figures.get("points") or ""),
        Column("等次", lambda row: row.figures.get("grade") or ""),
        Column("本人提交", "written_at", kind="date"),
        Column("版次", "edition", kind="number"),
        Column("需要处理的问题", "failure"),
    )

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_role(*READERS) and not mandates_of(request.user, self.on):
            raise PermissionDenied("年度履职报告由代表本人和负责核对、审定的人员查阅。")
        return super().get(request, **kwargs)

    def queryset(self) -> QuerySet:
        rows = DeputyReport.objects.light().visible_to(self.request.user).latest()
        return rows.select_related("deputy", "delegation").order_by("-year", "deputy__pinyin_key", "pk")

    def filter(self, rows: QuerySet, wanted: dict[str, Any]) -> QuerySet:
        return narrowed(rows, wanted)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        query = self.request.GET.copy()
        for name in ("page", "format", "sort"):
            query.pop(name, None)
        office = self.request.user.has_role(*OFFICE, on=self.on)
        checks = office or self.request.user.has_role(Role.GROUP_CONVENER, Role.TOWNSHIP_CLERK, on=self.on)
        facts = {"query": query.urlencode(), "is_office": office, "checks": checks}
        return super().get_context_data(**facts, **kwargs)


def narrowed(rows: QuerySet, wanted: dict[str, Any]) -> QuerySet:
    """The rows a filter asks for; list, batch steps and download mean the same by it."""
    paths = {
        "year": "year",
        "q": "deputy__name__contains",
        "delegation": "delegation",
        "level": "level",
        "state": "state",
    }
    return rows.filter(**{path: wanted[name] for name, path in paths.items() if wanted.get(name) not in (None, "")})


class OwnReport(DetailPage):
    """One report: eight blocks, every line leading to its rule and its source, points, chart, words, files."""

    template_name = "reports/own.html"
    context_name = "report"

    def queryset(self) -> QuerySet:
        people = ("deputy", "delegation", "written_by", "checked_by", "confirmed_by", "corrects")
        return DeputyReport.objects.visible_to(self.request.user).select_related(*people)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("代表年度履职报告", reverse("reports:deputy-reports"))]

    def actions(self, obj: DeputyReport) -> list[Action]:
        user = self.request.user
        offered = [
            Action(label, reverse(f"reports:{page}", args=[obj.pk]), rule(user, obj, on=self.on), tone)
            for label, page, rule, states, tone in VERBS
            if obj.state in states
        ]
        # What belongs to somebody else's hands is not shown; what only waits for its day or another hand is explained.
        mine = obj.state == S.CHECKED and user.has_role(*OFFICE, on=self.on)
        return [one for one in offered if one.allowed or getattr(one.verdict, "code", "") != "role" or mine]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        report, content = self.object, self.object.content
        facts: dict[str, Any] = {"facts": _facts(report), "files": current_files(report)}
        facts["no_pdf"] = pdf_refusal() if report.files and PDF not in report.files else ""
        facts["events"] = timeline(report).order_by("-at", "-id")
        if content:
            counted = [(block["name"], len(block["lines"])) for block in content["blocks"]]
            facts["papers"] = told_papers(content, self.request.user)
            facts["chart"] = bar_chart(f"{report.year}年各栏目履职记录", counted, unit="条")
        return super().get_context_data(**facts, **kwargs)


def told_papers(content: dict[str, Any], user: Any) -> list[list[str]]:
    """The suggestions of a report, with their titles for whoever may open them.

    The report itself, which others read too, tells only titles that are public.
    """
    rows, keys = content["suggestions"], content.get("papers", [])
    open_to = Suggestion.objects.visible_to(user).filter(pk__in=keys)
    titles = dict(open_to.order_by().values_list("pk", "title"))
    keyed = zip_longest(rows, keys[: len(rows)])
    return [[number, titles.get(key, title), *rest] for (number, title, *rest), key in keyed]


def _facts(report: DeputyReport) -> list[tuple[str, Any]]:
    rows = [
        ("统计截止日", date_text(report.counted_on)),
        ("补充期限", date_text(report.words_until)),
        ("本人提交", _by(report.written_by, report.written_at)),
        ("核对", _by(report.checked_by, report.checked_at)),
        ("核对意见", report.check_note),
        ("审定", _by(report.confirmed_by, report.confirmed_at)),
        ("校验值", report.digest),
        ("更正理由", report.reason),
        ("退回理由", report.sent_back_for),
    ]
    return [(label, value) for label, value in rows if value]


def _by(person: Any, at: Any) -> str:
    return f"{person.name}，{date_text(at)}" if person else ""


class Mine(OwnReports):
    """A deputy's own: straight to the latest report, or the sentence that there is none yet."""

    title = "我的年度履职报告"
    empty = "还没有您的年度履职报告。年底统一生成后，会通知您核对和补充。"
    filter_form_class = None
    export_name = ""

    def queryset(self) -> QuerySet:
        return super().queryset().filter(deputy__user=self.request.user)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        if not mandates_of(request.user, self.on):
            raise PermissionDenied("您目前没有在任的代表职务。")
        rows = list(self.queryset()[:2])
        return HttpResponseRedirect(rows[0].get_absolute_url()) if len(rows) == 1 else super().get(request, **kwargs)
