from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from foundation.privacy.models import Reveal


@admin.register(Reveal)
class RevealAdmin(admin.ModelAdmin):
    """Who looked at what and why; nobody can write here."""

    list_display = ["at", "by", "subject_type", "subject_id", "field", "purpose"]
    list_filter = [("at", admin.DateFieldListFilter), "subject_type"]
    list_select_related = ["by", "subject_type"]
    search_fields = ["purpose", "by__name"]
    search_help_text = "按用途或查看人检索"
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
