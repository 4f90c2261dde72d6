"""Fields and local numbers of livelihood projects."""

from django.contrib import admin

from foundation.audit.kept import Kept
from supervision.models import ProjectField, ProjectStandard


@admin.register(ProjectField)
class ProjectFieldAdmin(Kept):
    list_display = ["name", "order", "legal_basis", "valid_from", "valid_until"]


@admin.register(ProjectStandard)
class ProjectStandardAdmin(Kept):
    list_display = ["code", "amount", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["valid_from"]
