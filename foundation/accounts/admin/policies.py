"""What a role must do at the door: one row per role, edited by the security administrator."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from foundation.accounts.models import SignInPolicy
from foundation.audit.kept import Kept


@admin.register(SignInPolicy)
class SignInPolicyAdmin(Kept):
    list_display = ["role", "second_factor", "legal_basis"]
    readonly_fields = ["role"]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
