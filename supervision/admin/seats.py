"""The numbers of recalls and by-elections."""

from django.contrib import admin

from foundation.audit.kept import Kept
from supervision.models import SeatStandard


@admin.register(SeatStandard)
class SeatStandardAdmin(Kept):
    list_display = ["code", "amount", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["valid_from"]
