"""The pages a citizen opens without an account."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import cache_control
from django.views.generic import TemplateView

from congress_portal.site.content import settings_by_key
from congress_portal.site.figures import figures_on
from congress_portal.site.process import steps_on
from foundation.web.navigation import PUBLIC, items_for
from foundation.web.views.page import PageMixin
from suggestions.cards.lines import decorate
from suggestions.cards.open_rows import show_copied_titles
from suggestions.models import Category, Suggestion

LATEST = 6


@method_decorator(login_not_required, name="dispatch")
class PublicPage(PageMixin, TemplateView):
    """A page of the public site; `description` goes into the page's meta tags."""

    description = ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(description=self.description, **kwargs)


class HomePage(PublicPage):
    """What the portal is, what was published last, and how a suggestion is handled."""

    template_name = "site/home.html"
    title = "首页"
    description = "查询已公开的人大代表建议和办理答复，了解建议从提出到办结的全过程。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        latest = list(Suggestion.objects.published().with_open_names().order_by("-published_at", "-pk")[:LATEST])
        decorate(latest, self.on)
        show_copied_titles(latest)
        facts = {"latest": latest, "figures": figures_on(self.on), "steps": steps_on(self.on)}
        return super().get_context_data(**facts, subjects=Category.objects.on(self.on), **kwargs)


class ProcessPage(PublicPage):
    """The road of a suggestion with the limits in force and their legal bases."""

    template_name = "site/process.html"
    title = "办理流程"
    description = "人大代表建议从提出、立案、交办、办理、答复到评价、跟踪的流程和时限。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(steps=steps_on(self.on), **kwargs)


class AboutPage(PublicPage):
    template_name = "site/about.html"
    title = "关于平台"


class ContactPage(PublicPage):
    """The ways to reach the office, as far as it has filled them in."""

    template_name = "site/contact.html"
    title = "联系我们"
    keys = ("organisation", "undertaker", "phone", "email", "address", "postcode", "hours")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        known = settings_by_key()
        rows = [known[key] for key in self.keys if key in known and known[key].value]
        return super().get_context_data(rows=rows, **kwargs)


class PrivacyPage(PublicPage):
    template_name = "site/privacy.html"
    title = "隐私声明"


class AccessibilityPage(PublicPage):
    template_name = "site/accessibility.html"
    title = "无障碍声明"


@dataclass(frozen=True)
class SitemapEntry:
    """One line of the site map."""

    label: str
    url: str


def sitemap_entries(user: Any) -> list[SitemapEntry]:
    """The public navigation and the pages that stand only in the footer."""
    entries = [SitemapEntry(item.label, item.url) for item in items_for(user, PUBLIC)]
    extra = (("隐私声明", "site:privacy"), ("无障碍声明", "site:accessibility"), ("登录工作台", "accounts:login"))
    return entries + [SitemapEntry(label, reverse(name)) for label, name in extra]


class SitemapPage(PublicPage):
    template_name = "site/sitemap.html"
    title = "网站地图"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(entries=sitemap_entries(self.request.user), **kwargs)


@login_not_required
@cache_control(max_age=3600)
def sitemap_xml(request: HttpRequest) -> HttpResponse:
    """The site map for search engines."""
    addresses = [request.build_absolute_uri(entry.url) for entry in sitemap_entries(request.user)]
    lines = "".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    body = f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{lines}'
    return HttpResponse(body + "</urlset>", content_type="application/xml")


@login_not_required
@cache_control(max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may read the public pages only."""
    closed = "".join(f"Disallow: {path}\n" for path in ("/desk/", "/admin/", "/accounts/", "/files/"))
    return HttpResponse(f"User-agent: *\n{closed}Sitemap: {request.build_absolute_uri('/sitemap.xml')}\n", "text/plain")
