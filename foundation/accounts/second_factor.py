"""One-time codes: who needs them, enrolling a phone, recovery codes."""

import base64
import secrets
from datetime import date
from urllib.parse import quote, urlencode

import segno
from django.conf import settings
from django.db import transaction
from django_otp import devices_for_user

from foundation.accounts.models import Authenticator, RecoveryCode, RecoverySheet, SignInPolicy, User
from foundation.accounts.models.second_factor import code_hash

RECOVERY_CODES = 10
# Without 0/O, 1/I/L: the codes are copied from paper.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def is_enrolled(user: User) -> bool:
    """Whether the account has a confirmed device."""
    return Authenticator.objects.filter(user=user, confirmed=True).exists()


def is_obligatory(user: User, on: date) -> bool:
    """Whether one of the roles held on `on` must use a second factor and the house has switched the rule on."""
    if not settings.REQUIRE_SECOND_FACTOR:
        return False
    roles = [membership.role for membership in user.memberships_on(on)]
    return SignInPolicy.objects.filter(role__in=roles, second_factor=True).exists()


def pending_device(user: User) -> Authenticator:
    """The device being enrolled: one per person, kept until confirmed so that a reload shows the same code."""
    device, _ = Authenticator.objects.get_or_create(user=user, confirmed=False, defaults={"name": "动态口令"})
    return device


def key_text(device: Authenticator) -> str:
    """The secret in groups of four, for typing it into the authenticator by hand."""
    key = _base32(device)
    return " ".join(key[start : start + 4] for start in range(0, len(key), 4))


def qr_picture(device: Authenticator) -> str:
    """The enrolment QR code as a data: address of an SVG, which the content security policy allows for pictures."""
    return segno.make(address_of(device), error="m").svg_data_uri(scale=5, border=4, light="#fff")


def address_of(device: Authenticator) -> str:
    """The otpauth: address that authenticator apps read."""
    issuer = settings.OTP_TOTP_ISSUER
    facts = {"secret": _base32(device), "issuer": issuer, "algorithm": "SHA1"}
    facts |= {"digits": str(device.digits), "period": str(device.step)}
    return f"otpauth://totp/{quote(f'{issuer}:{device.user.get_username()}')}?{urlencode(facts, quote_via=quote)}"


def _base32(device: Authenticator) -> str:
    return base64.b32encode(device.bin_key).decode().rstrip("=")


@transaction.atomic
def confirm(device: Authenticator) -> list[str]:
    """Makes `device` the only one of its owner; answers ten fresh recovery codes, shown this once."""
    Authenticator.objects.filter(user=device.user).exclude(pk=device.pk).delete()
    device.confirmed = True
    device.save(update_fields=["confirmed"])
    return renew_recovery_codes(device.user)


@transaction.atomic
def renew_recovery_codes(user: User) -> list[str]:
    """Ten new codes, each good for one sign-in; the old ones stop working."""
    RecoverySheet.objects.filter(user=user).delete()
    device = RecoverySheet.objects.create(user=user, name="恢复码")
    codes: set[str] = set()
    while len(codes) < RECOVERY_CODES:
        codes.add("".join(secrets.choice(_ALPHABET) for _ in range(RecoverySheet.CODE_LENGTH)))
    RecoveryCode.objects.bulk_create([RecoveryCode(sheet=device, code_hash=code_hash(code)) for code in codes])
    return sorted(codes)


def recovery_codes_left(user: User) -> int:
    """How many recovery codes have not been used."""
    return RecoveryCode.objects.filter(sheet__user=user).count()


def match(user: User, typed: str) -> Authenticator | RecoverySheet | None:
    """The device that accepts what was typed, a six-digit code or a recovery code; the row is locked against replay."""
    with transaction.atomic():
        for device in devices_for_user(user, for_verify=True):
            if device.verify_token(typed):
                return device
    return None


def remove(user: User) -> None:
    """Forgets every device and code of `user`."""
    for device in devices_for_user(user, confirmed=None):
        device.delete()
