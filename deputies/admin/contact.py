"""Numbers of the work of keeping in touch. A new number is a new row from its day on."""

from django.contrib import admin

from deputies.models import ContactStandard
from foundation.audit.kept import Kept


@admin.register(ContactStandard)
class ContactStandardAdmin(Kept):
    list_display = ["code", "amount", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["code"]
