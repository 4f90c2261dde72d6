"""Signing in and out as audit events (GB/T 22239-2019: date, user, kind, outcome)."""

from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from foundation.accounts import session
from foundation.accounts.addresses import client_address
from foundation.accounts.models import User
from foundation.audit import record
from foundation.workdays.clock import now


@receiver(user_logged_in, dispatch_uid="accounts.signed_in")
def signed_in(sender: Any, request: HttpRequest | None, user: User, **kwargs: Any) -> None:
    """Records the sign-in and notes what the session still owes."""
    at = now()
    if request is not None:
        session.begin(request, user, at)
    record("accounts.sign_in", user, by=user, at=at, summary="登录成功", data=_where(request), visibility="office")


@receiver(user_logged_out, dispatch_uid="accounts.signed_out")
def signed_out(sender: Any, request: HttpRequest | None, user: User | None, **kwargs: Any) -> None:
    """Records the sign-out."""
    if user is not None:
        record("accounts.sign_out", user, by=user, at=now(), summary="退出登录", visibility="office")


@receiver(user_login_failed, dispatch_uid="accounts.sign_in_failed")
def sign_in_failed(sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any) -> None:
    """Records a failed attempt on an account that exists; attempts on none are kept by the lockout alone."""
    user = User.objects.by_sign_in(credentials.get("username") or "")
    if user is not None:
        record(
            "accounts.sign_in_failed",
            user,
            by=None,
            at=now(),
            summary="登录失败",
            data=_where(request),
            visibility="office",
        )


@receiver(user_locked_out, dispatch_uid="accounts.locked_out")
def locked_out(sender: Any, request: HttpRequest | None = None, username: str = "", **kwargs: Any) -> None:
    """Records that an account was locked after too many failures."""
    user = User.objects.by_sign_in(username or "")
    if user is not None:
        summary = "连续登录失败，已暂时锁定"
        record(
            "accounts.locked_out", user, by=None, at=now(), summary=summary, data=_where(request), visibility="office"
        )


def _where(request: HttpRequest | None) -> dict[str, str]:
    return {"address": client_address(request)} if request else {}
