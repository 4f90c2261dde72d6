"""Addresses of rows, dozens on a page."""

from functools import cache

from django.urls import get_script_prefix, reverse

SIGN = 987654321


def row_url(name: str, pk: int) -> str:
    """What `reverse(name, args=[pk])` answers, looked up once for all rows: a list asks forty times.

    NoReverseMatch when no such page is installed.
    """
    return _pattern(name, get_script_prefix()).replace(str(SIGN), str(pk))


@cache
def _pattern(name: str, prefix: str) -> str:
    return reverse(name, args=[SIGN])
