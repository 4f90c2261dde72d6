import secrets
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies import rules
from deputies.models import Deputy
from foundation.accounts.models import Membership, User
from foundation.accounts.roles import Role
from foundation.audit import record
from foundation.workflow import lock

# Without 0/O, 1/l/I: the password is read from paper by people of every age.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
PASSWORD_LENGTH = 12


@transaction.atomic
def open_account(pk: Any, *, by: Any, at: datetime) -> tuple[Deputy, str]:
    """Opens the sign-in of a serving deputy and answers (deputy, one-time password); the password is shown once.

    The account carries the deputy's telephone, so that it signs in by number, and must change its password.
    Refused: not a keeper, no serving mandate, an account already there, the number belongs to another account.
    """
    deputy = lock(Deputy, pk)
    on = timezone.localdate(at)
    rules.may_open_account(by, deputy, on=on).require()
    password = "".join(secrets.choice(ALPHABET) for _ in range(PASSWORD_LENGTH))
    user = User(username=_free_username(deputy), name=deputy.name, phone=_phone(deputy), must_change_password=True)
    user.set_password(password)
    user.full_clean(exclude=["pinyin_key"])
    user.save()
    Membership.objects.create(user=user, role=Role.DEPUTY, from_date=on)
    deputy.user = user
    deputy.bump("user")
    record("deputies.open_account", deputy, by=by, at=at, summary=f"为{deputy.name}代表开通登录账号。")
    return deputy, password


def _phone(deputy: Deputy) -> str:
    contact = getattr(deputy, "contact", None)
    return contact.phone if contact else ""


def _free_username(deputy: Deputy) -> str:
    """The syllables of the name, with a number behind them when they are taken: "zhangsan", "zhangsan2"."""
    stem = "".join(part for part in deputy.pinyin_key.split() if part.isascii()) or f"daibiao{deputy.pk}"
    taken = set(User.objects.filter(username__startswith=stem).values_list("username", flat=True))
    return next(name for name in (f"{stem}{number or ''}" for number in (0, *range(2, 10_000))) if name not in taken)
