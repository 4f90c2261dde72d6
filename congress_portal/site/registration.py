"""Where the public site joins the house: its navigation, its rows after every migrate, its cache."""

from django.apps import apps
from django.db.models.signals import post_migrate

from congress_portal.site import content, reference
from foundation.web import navigation
from foundation.web.navigation import PUBLIC, NavItem

content.connect()
post_migrate.connect(
    reference.load_site_settings, sender=apps.get_app_config("portal_site"), dispatch_uid="site-reference"
)

navigation.register(NavItem("首页", "site:home", "home", order=10, area=PUBLIC))
navigation.register(NavItem("办理流程", "site:process", "steps", order=30, section="建议", area=PUBLIC))
navigation.register(NavItem("关于平台", "site:about", "info", order=80, section="关于", area=PUBLIC))
navigation.register(NavItem("联系我们", "site:contact", "phone", order=90, section="关于", area=PUBLIC))
