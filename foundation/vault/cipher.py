"""SM4-GCM (GB/T 32907): text in, `key id $ base64(nonce, cipher text, tag)` out."""

import secrets
from base64 import b64decode, b64encode
from binascii import Error as NotBase64

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from foundation.vault.keys import Key, active_key, key_of

NONCE_BYTES, TAG_BYTES = 12, 16
SEPARATOR = "$"


class TamperedValue(Exception):
    """A stored value was altered, moved from another column, or was never encrypted."""


def prefix(key_id: str) -> str:
    """What every value encrypted under `key_id` begins with."""
    return f"{key_id}{SEPARATOR}"


def encrypt(clear: str, *, context: str) -> str:
    """Encrypts under the active key. The same text never gives the same value twice.

    `context` ("app.model.field") is bound to the value: copied into another column it no longer opens.
    """
    key = active_key()
    return prefix(key.id) + seal_with(key.secret, clear, context=_bound(key, context))


def decrypt(stored: str, *, context: str) -> str:
    """The clear text; raises TamperedValue when `stored` or its place was altered, UnknownKey without its key."""
    key_id, separator, body = stored.partition(SEPARATOR)
    if not separator:
        raise TamperedValue(f"{context} 中的内容未加密，或者已被改动。")
    key = key_of(key_id)
    return open_with(key.secret, body, context=_bound(key, context))


def seal_with(secret: bytes, clear: str, *, context: str) -> str:
    """base64(nonce, cipher text, tag) under a key of one's own (16 bytes)."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    encryptor = Cipher(algorithms.SM4(secret), modes.GCM(nonce)).encryptor()
    encryptor.authenticate_additional_data(context.encode())
    hidden = encryptor.update(clear.encode()) + encryptor.finalize()
    return b64encode(nonce + hidden + encryptor.tag).decode()


def open_with(secret: bytes, body: str, *, context: str) -> str:
    """The clear text of `seal_with`; raises TamperedValue when it or its place was altered."""
    raw = _raw(body, context)
    nonce, hidden, tag = raw[:NONCE_BYTES], raw[NONCE_BYTES:-TAG_BYTES], raw[-TAG_BYTES:]
    try:
        decryptor = Cipher(algorithms.SM4(secret), modes.GCM(nonce, tag)).decryptor()
        decryptor.authenticate_additional_data(context.encode())
        return (decryptor.update(hidden) + decryptor.finalize()).decode()
    except (InvalidTag, ValueError):
        raise TamperedValue(f"{context} 中的内容已被改动，无法解密。") from None


def _bound(key: Key, context: str) -> str:
    return f"{key.id}|{context}"


def _raw(body: str, context: str) -> bytes:
    try:
        return b64decode(body, validate=True)
    except (NotBase64, ValueError):
        raise TamperedValue(f"{context} 中的内容已被改动，无法解密。") from None
