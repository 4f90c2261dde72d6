"""Topics and modes of deputies' questioning."""

from django.contrib import admin

from foundation.audit.kept import Kept
from supervision.models import QuestionTerm


@admin.register(QuestionTerm)
class QuestionTermAdmin(Kept):
    list_display = ["name", "sort", "order", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["sort", "valid_from"]
    search_fields = ["name"]
