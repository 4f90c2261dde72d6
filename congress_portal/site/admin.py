from django.contrib import admin
from django.db import models

from congress_portal.site.models import SiteSetting
from foundation.audit.kept import Kept


@admin.register(SiteSetting)
class SiteSettingAdmin(Kept):
    """The committee secretary edits the words, never the keys."""

    list_display = ["label", "value", "url", "order"]
    list_editable = ["value", "url", "order"]
    readonly_fields = ["key"]
    # An address typed without its scheme is a secure one.
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def has_add_permission(self, request):
        return False
