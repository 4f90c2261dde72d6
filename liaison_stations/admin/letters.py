"""The mailbox's numbers and signs, the words of matters. Letters stand on their own pages, where their rules hold."""

from django.contrib import admin

from foundation.audit.kept import Kept
from liaison_stations.models import MailboxRule, MatterWord, SpamSign


@admin.register(MailboxRule)
class MailboxRuleAdmin(Kept):
    list_display = ["code", "amount", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["code"]


@admin.register(SpamSign)
class SpamSignAdmin(Kept):
    list_display = ["name", "sort", "words", "threshold", "points", "valid_from", "valid_until"]


@admin.register(MatterWord)
class MatterWordAdmin(Kept):
    list_display = ["name", "words", "legal_basis", "valid_from", "valid_until"]
    search_fields = ["name", "words"]
    search_help_text = "按事项或者群众的说法查找"
