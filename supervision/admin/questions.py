"""Topics and modes of deputies' questioning, and how many have to raise an interpellation together."""

from django.contrib import admin

from foundation.audit.kept import Kept
from supervision.models import InitiatorRule, QuestionTerm


@admin.register(QuestionTerm)
class QuestionTermAdmin(Kept):
    list_display = ["name", "sort", "order", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["sort", "valid_from"]
    search_fields = ["name"]


@admin.register(InitiatorRule)
class InitiatorRuleAdmin(Kept):
    list_display = ["kind", "venue", "least", "again_sign", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["kind", "valid_from"]
