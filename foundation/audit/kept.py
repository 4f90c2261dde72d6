"""What admin pages are made of: rows that are kept and whose changes are events, or that are only looked at."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.forms import BaseModelFormSet, ModelForm
from django.http import HttpRequest

from foundation.audit.recording import record
from foundation.workdays.clock import now


class Kept(admin.ModelAdmin):
    """Rows end or are switched off, never deleted; each saved change is an event that names the columns."""

    save_on_top = False
    list_per_page = 50

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: models.Model, form: ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        note(request, obj, "修改" if change else "新增", form.changed_data)

    def save_formset(self, request: HttpRequest, form: ModelForm, formset: BaseModelFormSet, change: bool) -> None:
        super().save_formset(request, form, formset, change)
        for row in formset.new_objects:
            note(request, row, "新增", [])
        for row, columns in formset.changed_objects:
            note(request, row, "修改", columns)


class LookedAt(admin.ModelAdmin):
    """Written by the portal itself; nobody adds, changes or deletes here."""

    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def note(request: HttpRequest, obj: models.Model, what: str, columns: list[str]) -> None:
    """One event: which columns of which row; never their values, which may be personal."""
    verb = f"{obj._meta.app_label}.{'change' if what == '修改' else 'add'}_{obj._meta.model_name}"
    summary = f"{what}{obj._meta.verbose_name}：{obj}"
    facts = {"columns": columns}
    record(verb, obj, by=request.user, at=now(), summary=summary, data=facts, visibility="office")
