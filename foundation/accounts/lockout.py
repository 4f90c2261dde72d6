"""Whom a failed sign-in counts against."""

from typing import Any

from django.http import HttpRequest

from foundation.accounts.models import User


def account_name(request: HttpRequest | None, credentials: dict[str, Any] | None = None) -> str:
    """The user name of the account that was tried: number, full-width and spaced spellings count together."""
    typed = (credentials or {}).get("username") or (request.POST.get("username", "") if request else "")
    user = User.objects.by_sign_in(typed) if typed else None
    return user.username if user else typed.strip()
