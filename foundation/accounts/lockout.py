"""Whom a failed sign-in counts against."""

import unicodedata
from typing import Any

from django.http import HttpRequest

from foundation.accounts.models import User
from foundation.accounts.phones import normalise_phone


def account_name(request: HttpRequest | None, credentials: dict[str, Any] | None = None) -> str:
    """The user name of the account that was tried: number, full-width and spaced spellings count together.

    So they do for what names no account: a lock that came sooner for known numbers would tell which are known.
    """
    typed = (credentials or {}).get("username") or (request.POST.get("username", "") if request else "")
    user = User.objects.by_sign_in(typed) if typed else None
    return user.username if user else normalise_phone(unicodedata.normalize("NFKC", typed).strip())
