"""Dates and numbers the way a Chinese office writes them."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone


def date_text(value: date | datetime | None) -> str:
    """2026年2月12日, no leading zeros (GB/T 9704-2012, 7.3.5.4); an empty string for nothing."""
    if value is None or value == "":
        return ""
    day = _local(value) if isinstance(value, datetime) else value
    return f"{day.year}年{day.month}月{day.day}日"


def datetime_text(value: datetime | None) -> str:
    """2026年2月12日 14:03 in local time; an empty string for nothing."""
    if value is None or value == "":
        return ""
    local = _local(value)
    return f"{date_text(local)} {local:%H:%M}"


def named_basis(text: str) -> str:
    """The source of a local rule as readers see it: empty while the office has not named one (本级规定（待填）)."""
    return "" if "待填" in text else text


def number_text(value: Any) -> str:
    """Groups of three from five digits on (GB/T 15835-2011, 5.1.1): counts parted by a thin space, sums by commas."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return str(value)
    if -10_000 < value < 10_000:
        return str(value)
    return f"{value:,}" if isinstance(value, Decimal) else f"{value:,}".replace(",", "\u202f")


def money_text(amount: Decimal) -> str:
    """1,200,000.00元; always two decimals."""
    return f"{amount:,.2f}元"


def _local(value: datetime) -> datetime:
    return timezone.localtime(value) if timezone.is_aware(value) else value
