"""What all these pages share: nothing is deleted, every change is an event."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.forms import ModelForm
from django.http import HttpRequest

from foundation.accounts.models import User
from foundation.accounts.roles import Role
from foundation.audit import record
from foundation.workdays.clock import now


class Kept(admin.ModelAdmin):
    """Rows end or are switched off; they are never deleted. Each saved change is recorded with its columns."""

    save_on_top = False
    list_per_page = 50

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: models.Model, form: ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        note(request, obj, "修改" if change else "新增", form.changed_data)


def note(request: HttpRequest, obj: models.Model, what: str, columns: list[str]) -> None:
    """One event: which columns of which row; never their values, which may be personal."""
    verb = f"accounts.{'change' if what == '修改' else 'add'}_{obj._meta.model_name}"
    summary = f"{what}{obj._meta.verbose_name}：{obj}"
    facts = {"columns": columns}
    record(verb, obj, by=request.user, at=now(), summary=summary, data=facts, visibility="office")


def guards_administrators(user: User) -> bool:
    """Whether `user` may touch the accounts of the three administrators and the keys to the admin."""
    return user.is_superuser or user.has_role(Role.SECURITY_ADMIN)
