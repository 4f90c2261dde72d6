"""The suite: quick hashes, mail in memory, its own folder for uploads, a cache corner per test process."""

from congress_portal.settings import env
from congress_portal.settings.dev import *  # noqa: F403
from congress_portal.settings.dev import CACHES, MIDDLEWARE, STORAGES

TESTING = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = env.VAR / f"test-files-{env.WORKER_ID}"
CACHES["default"]["KEY_PREFIX"] = f"test-{env.WORKER_ID}"
# WhiteNoise scans every static file for each client; the suite took four times as long with it.
MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
LOGGING["root"]["level"] = "WARNING"
ALLOWED_HOSTS = ["*"]
