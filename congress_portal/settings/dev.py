"""Development and demonstration: secrets are made once and kept in PORTAL_VAR/secrets."""

from congress_portal.settings.base import *  # noqa: F403
from congress_portal.settings.env import kept_secret_key, kept_vault

SECRET_KEY = kept_secret_key()
VAULT_KEYS, VAULT_ACTIVE_KEY, VAULT_LOOKUP_KEY = kept_vault()
ALLOWED_HOSTS = ALLOWED_HOSTS or ["*"]
