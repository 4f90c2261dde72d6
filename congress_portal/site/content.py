"""The site's lines as the templates read them: one query an hour at most, renewed when a line is edited."""

from dataclasses import fields
from typing import Any

from django.core.cache import cache
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from congress_portal.site.models import SiteSetting
from foundation.web.conf import SiteFacts

CACHE_KEY = "site:settings"
PAGES = {"sitemap_url": "site:sitemap", "privacy_url": "site:privacy", "accessibility_url": "site:accessibility"}


def settings_by_key() -> dict[str, SiteSetting]:
    """Every line by its key."""
    rows = cache.get(CACHE_KEY)
    if rows is None:
        rows = {row.key: row for row in SiteSetting.objects.all()}
        cache.set(CACHE_KEY, rows, 3600)
    return rows


def site_facts() -> SiteFacts:
    """The edited lines in the shape every skeleton of the portal reads."""
    rows, known = settings_by_key(), {field.name for field in fields(SiteFacts)}
    facts = {key: row.value for key, row in rows.items() if key in known and row.value}
    links = {f"{key}_url": row.url for key, row in rows.items() if f"{key}_url" in known and row.url}
    return SiteFacts(**{**facts, **links, **{name: reverse(page) for name, page in PAGES.items()}})


def site_context(request: HttpRequest) -> dict[str, Any]:
    """Template variables `site` (facts) and `site_lines` (by key); nothing is read until a template asks."""
    return {"site": SimpleLazyObject(site_facts), "site_lines": SimpleLazyObject(settings_by_key)}


def forget(**kwargs: Any) -> None:
    """Drops the cached lines after an edit."""
    cache.delete(CACHE_KEY)


def connect() -> None:
    """Hears of edits in the admin."""
    for signal in (post_save, post_delete):
        signal.connect(forget, sender=SiteSetting, dispatch_uid="site-settings")
