from django.contrib import admin
from django.http import HttpRequest

from foundation.audit.kept import Kept, LookedAt
from foundation.files.models import FileFormat, StoredFile


@admin.register(FileFormat)
class FileFormatAdmin(Kept):
    list_display = ["extension", "name", "is_allowed", "max_megabytes", "legal_basis"]
    list_editable = ["is_allowed", "max_megabytes"]
    readonly_fields = ["extension"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        # Which extensions can be judged at all is decided in kinds.py.
        return False


@admin.register(StoredFile)
class StoredFileAdmin(LookedAt):
    """To be found and counted; opening goes through the owner's rule, also for administrators."""

    list_display = ["name", "kind", "media_type", "size", "uploaded_by", "uploaded_at"]
    list_filter = ["media_type", "kind", ("uploaded_at", admin.DateFieldListFilter)]
    list_select_related = ["uploaded_by"]
    search_fields = ["name", "sha256"]
    search_help_text = "按文件名或 SHA-256 检索"
