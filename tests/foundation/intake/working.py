"""What a browser does with the challenge of a public form."""

from base64 import b64encode
from hashlib import sha256
from json import dumps, loads


def solved(challenge: str) -> str:
    """Tries one number after the other; the text the form sends back."""
    asked = loads(challenge)
    begun = sha256(asked["salt"].encode())
    for number in range(asked["maxNumber"] + 1):
        tried = begun.copy()
        tried.update(b"%d" % number)
        if tried.hexdigest() == asked["challenge"]:
            break
    kept = {key: asked[key] for key in ("algorithm", "challenge", "salt", "signature")}
    return b64encode(dumps({**kept, "number": number}).encode()).decode()
