"""Grounds and channels of letters, and the rule of the monthly consultation."""

from django.contrib import admin

from foundation.audit.kept import Kept
from liaison_stations.models import ConsultationRule, LetterGround


@admin.register(LetterGround)
class LetterGroundAdmin(Kept):
    list_display = ["name", "use", "channel", "legal_basis", "order", "valid_from", "valid_until"]
    list_filter = ["use"]


@admin.register(ConsultationRule)
class ConsultationRuleAdmin(Kept):
    list_display = ["day", "days_before", "open_days", "legal_basis", "valid_from", "valid_until"]
