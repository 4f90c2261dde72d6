"""Which leader approves the handing over of clues; clues themselves and their readers have no page here."""

from django.contrib import admin

from foundation.audit.kept import Kept
from supervision.models import ClueApprover


@admin.register(ClueApprover)
class ClueApproverAdmin(Kept):
    list_display = ["role", "legal_basis", "valid_from", "valid_until"]
