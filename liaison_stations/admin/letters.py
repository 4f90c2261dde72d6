"""The mailbox's numbers and signs. Letters themselves stand on their own pages, where their rules hold."""

from django.contrib import admin

from foundation.audit.kept import Kept
from liaison_stations.models import MailboxRule, SpamSign


@admin.register(MailboxRule)
class MailboxRuleAdmin(Kept):
    list_display = ["code", "amount", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["code"]


@admin.register(SpamSign)
class SpamSignAdmin(Kept):
    list_display = ["name", "sort", "words", "threshold", "points", "valid_from", "valid_until"]
