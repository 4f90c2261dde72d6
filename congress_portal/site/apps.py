from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "congress_portal.site"
    label = "portal_site"
    verbose_name = "公开网站"
