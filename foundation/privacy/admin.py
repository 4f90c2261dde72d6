from django.contrib import admin

from foundation.audit.kept import LookedAt
from foundation.privacy.models import Erasure, Reveal


@admin.register(Reveal)
class RevealAdmin(LookedAt):
    """Who looked at what and why; nobody can write here."""

    list_display = ["at", "by", "subject_type", "subject_id", "field", "purpose"]
    list_filter = [("at", admin.DateFieldListFilter), "subject_type"]
    list_select_related = ["by", "subject_type"]
    search_fields = ["purpose", "by__name"]
    search_help_text = "按用途或查看人检索"


@admin.register(Erasure)
class ErasureAdmin(LookedAt):
    """Whose data were erased, when and why: the tombstones, none of the data."""

    list_display = ["at", "by", "subject_type", "subject_id", "fields", "reason"]
    list_filter = [("at", admin.DateFieldListFilter), "subject_type"]
    list_select_related = ["by", "subject_type"]
    search_fields = ["reason", "by__name"]
    search_help_text = "按理由或经办人检索"
