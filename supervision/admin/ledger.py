"""The local numbers of the issue ledger."""

from django.contrib import admin

from foundation.audit.kept import Kept
from supervision.models import LedgerStandard


@admin.register(LedgerStandard)
class LedgerStandardAdmin(Kept):
    list_display = ["code", "amount", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["valid_from"]
