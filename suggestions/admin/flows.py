"""What flows is changed by transitions alone; here it can be looked at."""

from django.contrib import admin

from foundation.audit.kept import LookedAt
from suggestions.models import Assignment, DocumentSeries, NumberSeries, Suggestion


@admin.register(Suggestion)
class SuggestionAdmin(LookedAt):
    list_display = ["number_text", "title", "lead", "state", "registered_at"]
    list_filter = ["state", "channel", "level"]
    list_select_related = ["lead__deputy"]
    search_fields = ["number_text", "title"]
    exclude = ["search_text", "search_vector"]


@admin.register(Assignment)
class AssignmentAdmin(LookedAt):
    list_display = ["suggestion", "unit", "role", "state", "first_assigned_on", "assigned_on"]
    list_filter = ["state", "role"]
    list_select_related = ["suggestion", "unit"]
    exclude = ["contact_phone"]


@admin.register(NumberSeries)
class NumberSeriesAdmin(LookedAt):
    list_display = ["kind", "term", "meeting", "last_number"]
    list_select_related = ["term", "meeting"]


@admin.register(DocumentSeries)
class DocumentSeriesAdmin(LookedAt):
    list_display = ["organisation", "use", "year", "last_number"]
    list_select_related = ["organisation"]
    list_filter = ["year", "use"]
