from typing import Any

from django.contrib import admin
from django.db import models
from django.forms import ModelForm
from django.http import HttpRequest

from foundation.audit import record
from foundation.workdays.clock import now


class Kept(admin.ModelAdmin):
    """Official rows are never deleted; each saved change is an event that names the columns, never their values."""

    list_per_page = 50

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: models.Model, form: ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        verb = f"deputies.{'change' if change else 'add'}_{obj._meta.model_name}"
        summary = f"{'修改' if change else '新增'}{obj._meta.verbose_name}：{obj}"
        record(
            verb,
            obj,
            by=request.user,
            at=now(),
            summary=summary,
            data={"columns": form.changed_data},
            visibility="office",
        )
