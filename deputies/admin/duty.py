"""Kinds of duty for committee secretaries. The ledger is read on its own pages and written by transitions alone."""

from django.contrib import admin
from django.http import HttpRequest

from deputies.models import DutyKind
from foundation.audit.kept import Kept


@admin.register(DutyKind)
class DutyKindAdmin(Kept):
    list_display = [
        "name", "block", "unit", "self_reported", "needs_evidence", "approver", "is_public", "legal_basis",
        "valid_from", "valid_until",
    ]  # fmt: skip
    list_filter = ["block", "self_reported", "valid_from"]
    search_fields = ["name", "code"]

    def get_readonly_fields(self, request: HttpRequest, obj: DutyKind | None = None) -> list[str]:
        # Other rooms name a kind by its code, and what was counted was counted in its unit.
        return ["code", "unit"] if obj else []
