"""Finding an encrypted value without storing it: a keyed SM3 hash in a column of its own."""

from cryptography.hazmat.primitives import hashes, hmac

from foundation.vault.keys import lookup_key


def lookup_hash(value: str, purpose: str) -> str:
    """HMAC-SM3 of `value` as 64 hex digits. Normalise `value` first (full-width digits, spaces).

    `purpose` ("accounts.phone") keeps equal values in different columns from being linked.
    """
    keyed = hmac.HMAC(lookup_key(), hashes.SM3())
    keyed.update(f"{purpose}\0{value}".encode())
    return keyed.finalize().hex()
