"""The calendar in the admin: single days by hand, a whole year out of the pasted notice."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from foundation.workdays import trail
from foundation.workdays.forms import LoadYearForm
from foundation.workdays.loading import replace_year
from foundation.workdays.models import CalendarYear, SpecialDay
from foundation.workdays.preview import SAME, compare

NEXT = "工作日历有改动：请到工作台“重新计算期限”核对在办期限，确认后统一变更。"


class Trailed(admin.ModelAdmin):
    """What the admin logs for itself is told to the record as well; whoever changed it hears what comes next."""

    def log_addition(self, request: HttpRequest, obj: Model, message: Any) -> LogEntry:
        self._tell("add", "新增", request, obj)
        self.message_user(request, NEXT, messages.WARNING)
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> LogEntry:
        entry = super().log_change(request, obj, message)
        self._tell("change", "修改", request, obj, entry.get_change_message())
        self.message_user(request, NEXT, messages.WARNING)
        return entry

    def log_deletions(self, request: HttpRequest, queryset: Iterable[Model]) -> Any:
        for obj in queryset:
            self._tell("delete", "删除", request, obj)
        self.message_user(request, NEXT, messages.WARNING)
        return super().log_deletions(request, queryset)

    def _tell(self, verb: str, word: str, request: HttpRequest, obj: Model, what: str = "") -> None:
        summary = f"{word}{self.opts.verbose_name}：{obj}" + (f"，{what}" if what else "")
        trail.tell(f"{verb}_{self.opts.model_name}", obj, by=request.user, summary=summary)


class SpecialDayInline(admin.TabularInline):
    model = SpecialDay
    extra = 0


@admin.register(CalendarYear)
class CalendarYearAdmin(Trailed):
    list_display = ["year", "is_official", "notice", "loaded_at"]
    inlines = [SpecialDayInline]
    change_list_template = "admin/workdays/years.html"

    def get_readonly_fields(self, request: HttpRequest, obj: CalendarYear | None = None) -> list[str]:
        # The year is the key; another year is another row.
        return ["year", "loaded_at"] if obj else ["loaded_at"]

    def get_urls(self) -> list[URLPattern]:
        load = path("load/", self.admin_site.admin_view(self.load_view), name="workdays_load")
        return [load, *super().get_urls()]

    def load_view(self, request: HttpRequest) -> HttpResponse:
        """GET: the form. POST: the preview; POST with `confirm`: loads the year."""
        if not (self.has_change_permission(request) and self.has_add_permission(request)):
            raise PermissionDenied
        form = LoadYearForm(request.POST or None)
        if request.method != "POST" or not form.is_valid():
            return self._page(request, form, status=422 if form.is_bound else 200)
        if "confirm" in request.POST:
            return self._load(request, form)
        lines = compare(form.cleaned_data["year"], form.days)
        return self._page(request, form, lines=lines, changes=sum(line.change != SAME for line in lines))

    @transaction.atomic
    def _load(self, request: HttpRequest, form: LoadYearForm) -> HttpResponse:
        wanted = form.cleaned_data
        year = replace_year(wanted["year"], form.days, notice=wanted["notice"])
        self.log_change(request, year, f"录入年度安排：放假和调休共{len(form.days)}天，依据《{wanted['notice']}》。")
        self.message_user(request, f"{year}安排已录入。", messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:workdays_calendaryear_changelist"))

    def _page(self, request: HttpRequest, form: LoadYearForm, status: int = 200, **facts: Any) -> HttpResponse:
        facts |= {**self.admin_site.each_context(request), "title": "录入年度安排", "form": form, "opts": self.opts}
        return TemplateResponse(request, "admin/workdays/load.html", facts, status=status)


@admin.register(SpecialDay)
class SpecialDayAdmin(Trailed):
    list_display = ["date", "name", "is_workday", "year"]
    list_filter = ["year", "is_workday"]
    list_select_related = ["year"]
    search_fields = ["name"]
