"""What holds on every occasion."""

from typing import Any
from urllib.parse import unquote

import bootstrap_wrapper
import environ
from redis.backoff import NoBackoff
from redis.retry import Retry

from congress_portal.embedded import places
from congress_portal.settings import env
from congress_portal.settings.logging import LOGGING  # noqa: F401
from congress_portal.settings.schedule import CELERY_BEAT_SCHEDULE  # noqa: F401
from congress_portal.settings.security import *  # noqa: F403

BASE_DIR = env.ROOT
PORTAL_VAR = env.VAR
DEBUG = env.DEBUG
ROOT_URLCONF = "congress_portal.urls"
WSGI_APPLICATION = "congress_portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

FOUNDATION = [
    "foundation.intake",
    "foundation.deadlines",
    "foundation.notices",
    "foundation.files",
    "foundation.documents",
    "foundation.ballots",
    "foundation.privacy",
    "foundation.web",
    "foundation.workflow",
    "foundation.accounts",
    "foundation.audit",
    "foundation.search",
    "foundation.vault",
    "foundation.workdays",
]
ROOMS = ["supervision", "liaison_stations", "suggestions", "deputies"]
TOP = [
    "congress_portal",
    "congress_portal.site",
    "congress_portal.workbench",
    "congress_portal.reports",
    "congress_portal.demo",
]
THIRD_PARTY = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "pgtrigger",
    "pghistory",
    "axes",
    "django_otp",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "import_export",
    "csp",
    "django_structlog",
]
# The portal's own apps first, so that their templates win over those of the admin and of import_export.
INSTALLED_APPS = [*TOP, *ROOMS, *FOUNDATION, *THIRD_PARTY]
AUTH_USER_MODEL = "accounts.User"
# A page that is only read changes no row whose history is kept; every statement of it would be looked at for nothing.
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "foundation.accounts.middleware.DoorMiddleware",
    "foundation.accounts.middleware.ActingMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "foundation.web.middleware.LookMiddleware",
    "axes.middleware.AxesMiddleware",
]

_loaders = [
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [("template_partials.loader.Loader", [("django.template.loaders.cached.Loader", _loaders)])],
            "builtins": ["template_partials.templatetags.partials"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "foundation.web.context.portal",
                # After the portal's own, so that the edited lines of the site win.
                "congress_portal.site.content.site_context",
                "foundation.accounts.context.acting",
                "foundation.notices.context.unread_notices",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文")]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True
FIRST_DAY_OF_WEEK = 1

DATABASES = {"default": environ.Env.db_url_config(env.DATABASE_URL or places.database_url(env.VAR))}
# A socket folder stands in the address percent-encoded; django-environ leaves it so.
DATABASES["default"]["HOST"] = unquote(DATABASES["default"]["HOST"])
DATABASES["default"] |= {"CONN_MAX_AGE": env.CONN_MAX_AGE, "CONN_HEALTH_CHECKS": True}
# The server keeps the plan of a statement it has met twice, and plans it no more. Only bundles ask in a way that lets
# it, and they find everything by key (docs/adr/0005).
DATABASES["default"]["OPTIONS"] = {
    "prepare_threshold": 2,
    "options": "-c plan_cache_mode=force_generic_plan",
    **DATABASES["default"].get("OPTIONS", {}),
}
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "congress_portal.cache.PortalCache",
        "LOCATION": env.REDIS_URL or places.redis_url(env.VAR, database=1),
        "KEY_PREFIX": "portal",
        # One quick second try: the client's own patience would hold every page for seconds while the cache is away.
        "OPTIONS": {"socket_timeout": 3, "retry": Retry(NoBackoff(), 1)},
    },
}
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"

STATIC_URL = "static/"
STATIC_ROOT = env.VAR / "static"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("vendor/bootstrap/css", bootstrap_wrapper.get_bootstrap_css_dir()),
    ("vendor/bootstrap/js", bootstrap_wrapper.get_bootstrap_js_dir()),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "congress_portal.staticfiles.PortalStaticFiles"},
}
STATICFILES_FINDERS = [
    "congress_portal.staticfiles.UsedFilesFinder",
    "congress_portal.staticfiles.UsedAppFilesFinder",
]
WHITENOISE_MANIFEST_STRICT = True

# Uploads are no public media: foundation.files keeps them here and serves them through its own view.
MEDIA_ROOT = env.FILES_DIR
MEDIA_URL = ""
UPLOAD_MAX_BYTES = env.UPLOAD_MAX_MB * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

CELERY_BROKER_URL = env.REDIS_URL or places.broker_url(env.VAR)
CELERY_RESULT_BACKEND = None
CELERY_TASK_IGNORE_RESULT = True
# With the defaults a killed worker's task came back after 104 s, with these after 6 s.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 1800,
    "unacked_restore_interval": 10,
    "unacked_restore_throttle": 1,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TIMEZONE = TIME_ZONE
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULE_FILENAME = str(env.VAR / "beat-schedule")

EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.MAIL_FROM
ADMINS = [(address, address) for address in env.OPERATORS]
if env.EMAIL_URL:
    vars().update(environ.Env.email_url_config(env.EMAIL_URL))
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = env.VAR / "mail"

PORTAL_ADDRESS = env.PUBLIC_ADDRESS
PORTAL_PORT = env.PORT
HEALTH_TOKEN = env.HEALTH_TOKEN
EMBEDDED_DATABASE = not env.DATABASE_URL
EMBEDDED = not (env.DATABASE_URL and env.REDIS_URL)
TESTING = False
