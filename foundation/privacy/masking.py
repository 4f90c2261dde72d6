"""Personal data as it is shown to those who need not know it."""

import re

# Numbers are hidden by people who group them, dot them or type them in the width of Chinese signs.
_DIGIT, _GAP = "[0-9０-９]", "[ \u3000.·—–－-]?"
_ALONE, _END = f"(?<!{_DIGIT})", f"(?!{_DIGIT})"


def _groups(*sizes: int) -> str:
    return _GAP.join(f"{_DIGIT}{{{size}}}" for size in sizes)


# Eighteen (or fifteen) digits of an identity card, also grouped; bank cards of this country; mobile numbers; numbers
# with an area code; mail addresses.
IDENTITY = re.compile(
    f"{_ALONE}[1-9１-９](?:{_DIGIT}{{5}}{_GAP}{_groups(8, 3)}[0-9０-９XxＸｘ]|{_DIGIT}{{14}})(?![0-9０-９XxＸｘ])"
)
CARD = re.compile(f"{_ALONE}[6６][2２](?:{_GAP}{_DIGIT}){{14,17}}{_END}")
MOBILE = re.compile(f"{_ALONE}[1１][3-9３-９]{_DIGIT}{_GAP}{_groups(4, 4)}{_END}")
LANDLINE = re.compile(f"{_ALONE}[0０]{_DIGIT}{{2,3}}{_GAP}{_DIGIT}{{7,8}}{_END}")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


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
    """`text` with telephone, identity and card numbers and mail addresses masked; years, amounts, short codes stay."""
    for pattern in (CARD, IDENTITY):
        text = pattern.sub(lambda found: mask_identity(found[0]), text)
    for pattern in (MOBILE, LANDLINE):
        text = pattern.sub(lambda found: mask_phone(found[0]), text)
    return EMAIL.sub(lambda found: mask_email(found[0]), text)


def mask_all(text: str) -> str:
    """Nothing but that there is something."""
    return "****" if text else ""


def _all_but(text: str, *, last: int) -> str:
    shown = text[len(text) - last :] if len(text) > last * 2 else ""
    return "*" * (len(text) - len(shown)) + shown
