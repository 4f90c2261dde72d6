"""Production: nothing is made up; what is missing is refused by the checks portal.E001 and following."""

from congress_portal.settings import env
from congress_portal.settings.base import *  # noqa: F403

SECRET_KEY = env.SECRET_KEY or "unset"
VAULT_KEYS, VAULT_ACTIVE_KEY, VAULT_LOOKUP_KEY = env.VAULT_KEYS, env.VAULT_ACTIVE_KEY, env.VAULT_LOOKUP_KEY
REQUIRE_SETTINGS = True

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = env.HTTPS_ONLY
SECURE_HSTS_SECONDS = 31_536_000 if env.HTTPS_ONLY else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.BEHIND_PROXIES else None
# Subdomains and browser preload lists are the district's to decide, not this portal's.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_REDIRECT_EXEMPT = [r"^health/"]
