from django.contrib import admin

from foundation.audit.kept import Kept
from foundation.intake.models import ConsentText, IntakeLimit


@admin.register(IntakeLimit)
class IntakeLimitAdmin(Kept):
    list_display = ["name", "valid_from", "window_minutes", "free", "work", "most_work", "wait", "most_wait"]
    list_filter = ["name"]


@admin.register(ConsentText)
class ConsentTextAdmin(Kept):
    """A text somebody agreed to stays as it was: new words are a new row from a day on."""

    list_display = ["name", "purpose", "legal_basis", "valid_from"]
    list_filter = ["purpose"]

    def get_readonly_fields(self, request, obj=None):
        return ["purpose", "ask", "text", "valid_from"] if obj else []
