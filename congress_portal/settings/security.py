"""Doors: sign-in, passwords, cookies, and what a page may load."""

from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from congress_portal.settings import env

ALLOWED_HOSTS = env.ALLOWED_HOSTS
CSRF_TRUSTED_ORIGINS = env.TRUSTED_ORIGINS

LOGIN_URL = "accounts:login"
LOGIN_REDIRECT_URL = "workbench:desk"
LOGOUT_REDIRECT_URL = "site:home"

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "foundation.accounts.backends.NameOrPhoneBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_validators = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": _validators + "UserAttributeSimilarityValidator"},
    {"NAME": _validators + "MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": _validators + "CommonPasswordValidator"},
    {"NAME": _validators + "NumericPasswordValidator"},
    {"NAME": "foundation.accounts.passwords.NotRecentlyUsed", "OPTIONS": {"remember": 5}},
]

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "foundation.accounts.lockout.account_name"
# Unlocking is a button on the account; the tables of the lockout need no pages of their own.
AXES_ENABLE_ADMIN = False
AXES_LOCKOUT_TEMPLATE = "accounts/locked.html"
AXES_HTTP_RESPONSE_CODE = 429
AXES_CLIENT_IP_CALLABLE = "foundation.accounts.addresses.client_address"
BEHIND_PROXIES = env.BEHIND_PROXIES
SEARCHES_PER_MINUTE = env.SEARCHES_PER_MINUTE
LOOKALIKES_PER_MINUTE = env.LOOKALIKES_PER_MINUTE
FAILED_SIGN_INS_PER_MINUTE = env.FAILED_SIGN_INS_PER_MINUTE
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_VERBOSE = False
OTP_TOTP_ISSUER = "区人大履职服务门户"
REQUIRE_SECOND_FACTOR = env.REQUIRE_SECOND_FACTOR

SESSION_IDLE_MINUTES = env.IDLE_MINUTES
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "foundation.web.views.errors.csrf_failure"
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

MAP_TILES = env.MAP_TILES
_tiles = urlsplit(MAP_TILES)
# Pictures of a map come from the service the office has named, and from nowhere else.
MAP_ORIGIN = [f"{_tiles.scheme}://{_tiles.netloc}"] if _tiles.netloc else []
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "img-src": [SELF, "data:", *MAP_ORIGIN],
        "media-src": [SELF],
        "manifest-src": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}
