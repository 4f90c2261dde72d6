"""What the structure of the deputies is counted by."""

from django.contrib import admin

from deputies.models import StructureLine
from foundation.audit.kept import Kept


@admin.register(StructureLine)
class StructureLineAdmin(Kept):
    list_display = ["name", "dimension", "words", "except_words", "age_from", "age_to", "order", "valid_from"]
    list_filter = ["dimension"]
    search_fields = ["name"]
