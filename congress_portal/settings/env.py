"""The one place that reads the environment. Each name has its line in docs/settings.md (a house test compares)."""

import json
import os
import secrets
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[2]
_env = environ.Env()
_KINDS = {"int": "整数", "bool": "true 或 false", "json": "JSON 对象", "list": "用英文逗号分隔的列表", "str": "文字"}


def _read(name: str, kind: str = "str", default: Any = "") -> Any:
    try:
        return getattr(_env, kind)(name, default=default)
    except (ValueError, TypeError):
        # The value itself is not repeated: it may be a secret.
        raise ImproperlyConfigured(
            f"环境变量 {name} 的值无法识别，应为{_KINDS[kind]}。请改正，或删去以使用默认值；说明见 docs/settings.md。"
        ) from None


VAR = Path(_read("PORTAL_VAR") or ROOT / "var").absolute()
DEBUG = _read("PORTAL_DEBUG", "bool", False)
PORT = _read("PORTAL_PORT", "int", 8000)
PUBLIC_ADDRESS = _read("PORTAL_ADDRESS", default=f"http://localhost:{PORT}").rstrip("/")

DATABASE_URL = _read("DATABASE_URL")
REDIS_URL = _read("REDIS_URL")
CONN_MAX_AGE = _read("PORTAL_CONN_MAX_AGE", "int", 60)

SECRET_KEY = _read("SECRET_KEY")
ALLOWED_HOSTS = _read("ALLOWED_HOSTS", "list", [])
TRUSTED_ORIGINS = _read("CSRF_TRUSTED_ORIGINS", "list", [])
BEHIND_PROXIES = _read("PORTAL_PROXIES", "int", 0)
HTTPS_ONLY = _read("PORTAL_HTTPS_ONLY", "bool", True)
REQUIRE_SECOND_FACTOR = _read("PORTAL_REQUIRE_SECOND_FACTOR", "bool", False)

# In a minute: searches and exports of one person or address, look-alike searches of one person who types, failed
# sign-ins of one address.
SEARCHES_PER_MINUTE = _read("PORTAL_SEARCHES_PER_MINUTE", "int", 120)
LOOKALIKES_PER_MINUTE = _read("PORTAL_LOOKALIKES_PER_MINUTE", "int", 60)
FAILED_SIGN_INS_PER_MINUTE = _read("PORTAL_FAILED_SIGN_INS_PER_MINUTE", "int", 30)

# Minutes without a click after which a desk has to sign in again.
IDLE_MINUTES = _read("PORTAL_IDLE_MINUTES", "int", 30)

VAULT_KEYS = _read("VAULT_KEYS", "json", {})
VAULT_ACTIVE_KEY = _read("VAULT_ACTIVE_KEY")
VAULT_LOOKUP_KEY = _read("VAULT_LOOKUP_KEY")

EMAIL_URL = _read("EMAIL_URL")
MAIL_FROM = _read("MAIL_FROM", default="区人大常委会履职服务门户 <noreply@localhost>")
OPERATORS = _read("PORTAL_OPERATORS", "list", [])

FILES_DIR = Path(_read("PORTAL_FILES") or VAR / "files").absolute()
UPLOAD_MAX_MB = _read("PORTAL_UPLOAD_MAX_MB", "int", 20)

# Address of a map service of one's own, in the form https://…/{z}/{x}/{y}.png; empty draws the map without pictures.
MAP_TILES = _read("PORTAL_MAP_TILES")

LOG_LEVEL = _read("PORTAL_LOG_LEVEL", default="INFO").upper()
LOG_JSON = _read("PORTAL_LOG_JSON", "bool", False)
HEALTH_TOKEN = _read("HEALTH_TOKEN")
CHROMIUM = _read("PORTAL_CHROMIUM")
WORKER_ID = _read("PYTEST_XDIST_WORKER", default="main")


def kept_secret(name: str, make: Callable[[], str]) -> str:
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
