"""Personal data as it is shown to those who need not know it."""

import re

# Eighteen (or fifteen) digits of an identity card; mobile numbers, also in groups; numbers with an area code.
IDENTITY = re.compile(r"(?<![0-9])(?:[1-9][0-9]{16}[0-9Xx]|[1-9][0-9]{14})(?![0-9Xx])")
MOBILE = re.compile(r"(?<![0-9])1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9])")
LANDLINE = re.compile(r"(?<![0-9])0[0-9]{2,3}[- ]?[0-9]{7,8}(?![0-9])")


def mask_phone(phone: str) -> str:
    """ "13812341234" → "138****1234"; shorter numbers keep at most their last two digits."""
    if len(phone) >= 11:
        return f"{phone[:3]}{'*' * (len(phone) - 7)}{phone[-4:]}"
    return _all_but(phone, last=2)


def mask_name(name: str) -> str:
    """ "张三" → "张*", "欧阳锋" → "欧**"."""
    return name[:1] + "*" * (len(name) - 1)


def mask_identity(number: str) -> str:
    """The number of an identity card: first six and last four characters stay."""
    if len(number) <= 10:
        return _all_but(number, last=0)
    return f"{number[:6]}{'*' * (len(number) - 10)}{number[-4:]}"


def mask_email(address: str) -> str:
    """ "zhang@example.cn" → "z****@example.cn"."""
    box, at, host = address.partition("@")
    return mask_name(box) + at + host


def mask_numbers(text: str) -> str:
    """`text` with the mobile, landline and identity numbers in it masked; years, amounts and short codes stay."""
    text = IDENTITY.sub(lambda found: mask_identity(found[0]), text)
    for pattern in (MOBILE, LANDLINE):
        text = pattern.sub(lambda found: mask_phone(found[0]), text)
    return text


def mask_all(text: str) -> str:
    """Nothing but that there is something."""
    return "****" if text else ""


def _all_but(text: str, *, last: int) -> str:
    shown = text[len(text) - last :] if len(text) > last * 2 else ""
    return "*" * (len(text) - len(shown)) + shown
