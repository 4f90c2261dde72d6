"""The keys of the portal, as the settings give them."""

from dataclasses import dataclass

from django.conf import settings

KEY_HEX_DIGITS = 32
LOOKUP_HEX_DIGITS = 64


class UnknownKey(Exception):
    """A stored value names a key that VAULT_KEYS does not hold."""


@dataclass(frozen=True)
class Key:
    """One SM4 key (16 bytes) under its id."""

    id: str
    secret: bytes


def active_key() -> Key:
    """The key new values are encrypted with."""
    return key_of(settings.VAULT_ACTIVE_KEY)


def key_of(key_id: str) -> Key:
    """The key stored values name; raises UnknownKey when the settings do not hold it."""
    try:
        return Key(key_id, bytes.fromhex(settings.VAULT_KEYS[key_id]))
    except KeyError:
        raise UnknownKey(f"密钥“{key_id}”不在 VAULT_KEYS 中，无法解密。请恢复该密钥后重试。") from None


def lookup_key() -> bytes:
    """The key of the look-up hashes; it is never rotated, because the hashes could not be made again."""
    return bytes.fromhex(settings.VAULT_LOOKUP_KEY)
