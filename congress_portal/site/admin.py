from django.contrib import admin

from congress_portal.site.models import SiteSetting


@admin.register(SiteSetting)
class SiteSettingAdmin(admin.ModelAdmin):
    """The committee secretary edits the words, never the keys."""

    list_display = ["label", "value", "url", "order"]
    list_editable = ["value", "url", "order"]
    readonly_fields = ["key"]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
