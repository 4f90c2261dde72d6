"""Rules for passwords beyond Django's own: not one of the last five (GB/T 22239-2019, usual value)."""

from typing import Any

from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError

from foundation.accounts.models import FormerPassword
from foundation.workdays.clock import now


class NotRecentlyUsed:
    """A validator for AUTH_PASSWORD_VALIDATORS that also keeps the history: Django tells it of every new password."""

    def __init__(self, remember: int = 5) -> None:
        self.remember = remember

    def validate(self, password: str, user: Any = None) -> None:
        """ValidationError when `password` is the present one or one of the last `remember`."""
        if user is None or user.pk is None:
            return
        former = FormerPassword.objects.filter(user=user).values_list("password", flat=True)[: self.remember]
        if any(check_password(password, known) for known in {user.password, *former}):
            raise ValidationError(f"新密码不能与最近 {self.remember} 次用过的密码相同，请换一个。", "password_reused")

    def password_changed(self, password: str, user: Any = None) -> None:
        """Keeps the hash and forgets what is older than the rule needs."""
        if user is None or user.pk is None or not user.has_usable_password():
            return
        FormerPassword.objects.create(user=user, password=user.password, set_at=now())
        kept = FormerPassword.objects.filter(user=user).values("pk")[: self.remember]
        FormerPassword.objects.filter(user=user).exclude(pk__in=list(kept.values_list("pk", flat=True))).delete()

    def get_help_text(self) -> str:
        return f"不能与最近 {self.remember} 次用过的密码相同。"
