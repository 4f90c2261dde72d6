"""The fields experts are kept under."""

from django.contrib import admin

from foundation.audit.kept import Kept
from supervision.models import ExpertField


@admin.register(ExpertField)
class ExpertFieldAdmin(Kept):
    list_display = ["name", "code", "order", "valid_from", "valid_until"]
