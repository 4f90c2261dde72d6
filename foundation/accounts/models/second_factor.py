"""The second factor at rest: a phone's secret is encrypted, recovery codes are kept as hashes only."""

import secrets
import time

from django.conf import settings
from django.db import models
from django_otp.models import Device, ThrottlingMixin, TimestampMixin
from django_otp.oath import TOTP

from foundation.vault.fields import EncryptedTextField
from foundation.vault.lookup import lookup_hash


def new_key() -> str:
    """Twenty random bytes as hex digits (RFC 4226 section 4)."""
    return secrets.token_hex(20)


def code_hash(code: str) -> str:
    """A recovery code as it is stored; keyed, so that the table alone does not help to guess it."""
    return lookup_hash(code.upper(), "accounts.recovery_code")


class Authenticator(TimestampMixin, ThrottlingMixin, Device):
    """An app on a phone that shows six digits every thirty seconds (RFC 6238, SHA-1, as every app knows it).

    `drift` is how many steps the phone's clock is off, `last_t` the step of the last accepted code, so that none is
    taken twice.
    """

    step, t0, digits, tolerance = 30, 0, 6, 1

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name="人员")
    key = EncryptedTextField("密钥", default=new_key, editable=False)
    drift = models.SmallIntegerField("时钟偏差", default=0)
    last_t = models.BigIntegerField("最近口令时段", default=-1)

    class Meta:
        verbose_name = verbose_name_plural = "动态口令"

    @property
    def bin_key(self) -> bytes:
        """The secret itself."""
        return bytes.fromhex(self.key)

    def verify_token(self, token: str) -> bool:
        """Whether the phone shows `token` now. A wrong code makes the next attempt wait, another kind of code not."""
        if len(token) != self.digits or not (token.isascii() and token.isdigit()) or not self.verify_is_allowed()[0]:
            return False
        clock = TOTP(self.bin_key, self.step, self.t0, self.digits, self.drift)
        clock.time = time.time()
        if not clock.verify(int(token), self.tolerance, self.last_t + 1):
            self.throttle_increment()
            return False
        self.last_t, self.drift = clock.t(), clock.drift
        self.throttle_reset(commit=False)
        self.set_last_used_timestamp(commit=False)
        self.save()
        return True

    def get_throttle_factor(self) -> int:
        """Seconds to wait after the first wrong code; doubled with every further one."""
        return 1


class RecoverySheet(TimestampMixin, ThrottlingMixin, Device):
    """The printed codes of one person, for the day the phone is lost; each opens once."""

    CODE_LENGTH = 8

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name="人员")

    class Meta:
        verbose_name = verbose_name_plural = "恢复码"

    def verify_token(self, token: str) -> bool:
        """Whether `token` is an unused code of the sheet; it is used up by this."""
        if len(token) != self.CODE_LENGTH or not self.verify_is_allowed()[0]:
            return False
        used, _ = self.codes.filter(code_hash=code_hash(token)).delete()
        if not used:
            self.throttle_increment()
            return False
        self.throttle_reset(commit=False)
        self.set_last_used_timestamp(commit=False)
        self.save()
        return True

    def get_throttle_factor(self) -> int:
        """As for the phone."""
        return 1


class RecoveryCode(models.Model):
    """One unused code, as its hash."""

    sheet = models.ForeignKey(RecoverySheet, on_delete=models.CASCADE, related_name="codes", verbose_name="恢复码")
    code_hash = models.CharField("校验值", max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = "恢复码条目"
        constraints = [models.UniqueConstraint(fields=["sheet", "code_hash"], name="recovery_code_once")]

    def __str__(self) -> str:
        return f"{self.sheet_id}/{self.pk}"
