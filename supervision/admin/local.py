"""The local numbers of street committees and presidiums."""

from django.contrib import admin

from foundation.audit.kept import Kept
from supervision.models import LocalStandard


@admin.register(LocalStandard)
class LocalStandardAdmin(Kept):
    list_display = ["code", "amount", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["valid_from"]
