"""Chinese numerals up to 99, as terms and sessions are numbered."""

import re

DIGITS = "零一二三四五六七八九"


def chinese_number(number: int) -> str:
    """ "五", "十二", "三十"; raises ValueError outside 0–99."""
    if not 0 <= number <= 99:
        raise ValueError(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


def parse_number(text: str) -> int | None:
    """The number written as "5", "五" or "十二"; None when it is none of these."""
    if re.fullmatch(r"[0-9]{1,2}", text):
        return int(text)
    match = re.fullmatch(r"([一二三四五六七八九])?(十)?([一二三四五六七八九])?", text)
    if not text or not match:
        return None
    head, ten, tail = match.groups()
    if not ten:
        return DIGITS.index(head) if head and not tail else None
    return (DIGITS.index(head) if head else 1) * 10 + (DIGITS.index(tail) if tail else 0)
