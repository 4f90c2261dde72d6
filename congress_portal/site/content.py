"""The site's lines as the templates read them: one query an hour at most, renewed when a line is edited."""

from typing import Any

from django.core.cache import cache
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from congress_portal.site.models import SiteSetting

CACHE_KEY = "site:settings"


def settings_by_key() -> dict[str, SiteSetting]:
    """Every line by its key."""
    rows = cache.get(CACHE_KEY)
    if rows is None:
        rows = {row.key.replace("-", "_"): row for row in SiteSetting.objects.all()}
        cache.set(CACHE_KEY, rows, 3600)
    return rows


def footer_rows() -> list[SiteSetting]:
    """The filled-in lines of the footer, in the office's order."""
    return [row for row in settings_by_key().values() if row.in_footer and row.value]


def site_context(request: HttpRequest) -> dict[str, Any]:
    """Template variables `site_info` (by key) and `site_footer`; nothing is read until a template asks."""
    return {"site_info": SimpleLazyObject(settings_by_key), "site_footer": SimpleLazyObject(footer_rows)}


def forget(**kwargs: Any) -> None:
    """Drops the cached lines after an edit."""
    cache.delete(CACHE_KEY)


def connect() -> None:
    """Hears of edits in the admin."""
    for signal in (post_save, post_delete):
        signal.connect(forget, sender=SiteSetting, dispatch_uid="site-settings")
