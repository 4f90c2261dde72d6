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
    key, nonce = active_key(), secrets.token_bytes(NONCE_BYTES)
    encryptor = Cipher(algorithms.SM4(key.secret), modes.GCM(nonce)).encryptor()
    encryptor.authenticate_additional_data(_bound(key, context))
    hidden = encryptor.update(clear.encode()) + encryptor.finalize()
    return prefix(key.id) + b64encode(nonce + hidden + encryptor.tag).decode()


def decrypt(stored: str, *, context: str) -> str:
    """The clear text; raises TamperedValue when `stored` or its place was altered, UnknownKey without its key."""
    key_id, separator, body = stored.partition(SEPARATOR)
    if not separator:
        raise TamperedValue(f"{context} 中的内容未加密，或者已被改动。")
    key, raw = key_of(key_id), _raw(body, context)
    nonce, hidden, tag = raw[:NONCE_BYTES], raw[NONCE_BYTES:-TAG_BYTES], raw[-TAG_BYTES:]
    try:
        decryptor = Cipher(algorithms.SM4(key.secret), modes.GCM(nonce, tag)).decryptor()
        decryptor.authenticate_additional_data(_bound(key, context))
        return (decryptor.update(hidden) + decryptor.finalize()).decode()
    except (InvalidTag, ValueError):
        raise TamperedValue(f"{context} 中的内容已被改动，无法解密。") from None


def _bound(key: Key, context: str) -> bytes:
    return f"{key.id}|{context}".encode()


def _raw(body: str, context: str) -> bytes:
    try:
        return b64decode(body, validate=True)
    except (NotBase64, ValueError):
        raise TamperedValue(f"{context} 中的内容已被改动，无法解密。") from None
