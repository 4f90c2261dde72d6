"""The suite: quick hashes, mail in memory, its own folder for uploads, a cache database per test process."""

from urllib.parse import urlsplit

from congress_portal.embedded import places
from congress_portal.settings import env
from congress_portal.settings.dev import *  # noqa: F403
from congress_portal.settings.dev import CACHES, MIDDLEWARE, STORAGES

TESTING = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = env.VAR / f"test-files-{env.WORKER_ID}"
# cache.clear() empties a whole Redis database: parallel test processes must not share one. 0 and 1 are the portal's.
_own = 2 if env.WORKER_ID == "main" else 3 + int(env.WORKER_ID.removeprefix("gw"))
_given = urlsplit(env.REDIS_URL)._replace(path=f"/{_own}").geturl() if env.REDIS_URL else ""
CACHES["default"]["LOCATION"] = _given or places.redis_url(env.VAR, database=_own)
# WhiteNoise scans every static file for each client; the suite took four times as long with it.
MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
LOGGING["root"]["level"] = "WARNING"
ALLOWED_HOSTS = ["*"]
# Between tests with real transactions Django empties all tables; the append-only ones refuse that to anybody else.
DATABASES["default"]["OPTIONS"]["options"] += " -c portal.truncate=allowed"
