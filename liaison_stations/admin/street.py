"""The local numbers of street deliberation congresses."""

from django.contrib import admin

from foundation.audit.kept import Kept
from liaison_stations.models import StreetStandard


@admin.register(StreetStandard)
class StreetStandardAdmin(Kept):
    list_display = ["code", "amount", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["valid_from"]
