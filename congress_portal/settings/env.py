"""The one place that reads the environment. Each name has its line in docs/settings.md (a house test compares)."""

import json
import os
import secrets
import tempfile
from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parents[2]
env = environ.Env()

VAR = Path(env.str("PORTAL_VAR", default="") or ROOT / "var").absolute()
DEBUG = env.bool("PORTAL_DEBUG", default=False)
PORT = env.int("PORTAL_PORT", default=8000)
PUBLIC_ADDRESS = env.str("PORTAL_ADDRESS", default=f"http://localhost:{PORT}").rstrip("/")

DATABASE_URL = env.str("DATABASE_URL", default="")
REDIS_URL = env.str("REDIS_URL", default="")
CONN_MAX_AGE = env.int("PORTAL_CONN_MAX_AGE", default=60)

SECRET_KEY = env.str("SECRET_KEY", default="")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
BEHIND_PROXIES = env.int("PORTAL_PROXIES", default=0)
HTTPS_ONLY = env.bool("PORTAL_HTTPS_ONLY", default=True)

VAULT_KEYS = env.json("VAULT_KEYS", default={})
VAULT_ACTIVE_KEY = env.str("VAULT_ACTIVE_KEY", default="")
VAULT_LOOKUP_KEY = env.str("VAULT_LOOKUP_KEY", default="")

EMAIL_URL = env.str("EMAIL_URL", default="")
MAIL_FROM = env.str("MAIL_FROM", default="区人大常委会履职服务门户 <noreply@localhost>")
OPERATORS = env.list("PORTAL_OPERATORS", default=[])

FILES_DIR = Path(env.str("PORTAL_FILES", default="") or VAR / "files")
UPLOAD_MAX_MB = env.int("PORTAL_UPLOAD_MAX_MB", default=20)

LOG_LEVEL = env.str("PORTAL_LOG_LEVEL", default="INFO")
LOG_JSON = env.bool("PORTAL_LOG_JSON", default=False)
HEALTH_TOKEN = env.str("HEALTH_TOKEN", default="")
REQUIRE_SECOND_FACTOR = env.bool("PORTAL_REQUIRE_SECOND_FACTOR", default=False)
CHROMIUM = env.str("PORTAL_CHROMIUM", default="")
WORKER_ID = env.str("PYTEST_XDIST_WORKER", default="main")


def kept_secret(name: str, make) -> str:
    """The secret kept in PORTAL_VAR/secrets/<name> (mode 0600), made once; for development and demonstration only."""
    folder = VAR / "secrets"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    place = folder / name
    if not place.exists():
        handle, draft = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "w") as out:
            out.write(make())
        try:
            # link, not rename: of two processes starting together the first one's secret stays.
            os.link(draft, place)
        except FileExistsError:
            pass
        finally:
            os.unlink(draft)
    return place.read_text()


def kept_secret_key() -> str:
    """SECRET_KEY of the environment, or the one kept beside the demonstration data."""
    return SECRET_KEY or kept_secret("secret_key", lambda: secrets.token_urlsafe(50))


def kept_vault() -> tuple[dict[str, str], str, str]:
    """(key id → 32 hex digits, active key id, look-up key) of the environment, or kept beside the data."""
    if VAULT_KEYS:
        return VAULT_KEYS, VAULT_ACTIVE_KEY, VAULT_LOOKUP_KEY
    keys = json.loads(kept_secret("vault_keys.json", lambda: json.dumps({"k1": secrets.token_hex(16)})))
    lookup = kept_secret("vault_lookup_key", lambda: secrets.token_hex(32))
    return keys, VAULT_ACTIVE_KEY or max(keys), VAULT_LOOKUP_KEY or lookup
