from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from foundation.accounts.phones import is_phone, normalise_phone
from foundation.privacy.masking import mask_phone
from foundation.vault.fields import EncryptedTextField
from foundation.vault.lookup import lookup_hash

PHONE_PURPOSE = "phone"


class DeputyContact(models.Model):
    """How to reach a deputy: encrypted, in a table of its own, masked on pages; each clear view is logged (F94)."""

    deputy = models.OneToOneField(
        "deputies.Deputy", on_delete=models.CASCADE, related_name="contact", verbose_name="代表"
    )
    phone = EncryptedTextField("联系电话", blank=True, default="")
    phone_hash = models.CharField(max_length=64, blank=True, default="", editable=False)
    email = EncryptedTextField("电子邮箱", blank=True, default="")

    class Meta:
        verbose_name = verbose_name_plural = "联系方式"
        constraints = [
            models.UniqueConstraint(
                fields=["phone_hash"],
                condition=~Q(phone_hash=""),
                name="deputy_phone_once",
                violation_error_message="这个电话已登记在另一位代表名下，请核对。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.deputy}的联系方式"

    def get_absolute_url(self) -> str:
        return self.deputy.get_absolute_url()

    def clean(self) -> None:
        super().clean()
        self._normalise()
        if self.phone and not is_phone(self.phone):
            raise ValidationError({"phone": "手机号应为11位数字，固定电话请带区号，请核对。"})

    def save(self, *args, **kwargs):
        self._normalise()
        super().save(*args, **kwargs)

    def _normalise(self) -> None:
        self.phone = normalise_phone(self.phone)
        self.phone_hash = phone_hash(self.phone)

    @property
    def masked_phone(self) -> str:
        """ "138****1234", or an empty string when there is no telephone."""
        return mask_phone(self.phone) if self.phone else ""


def phone_hash(phone: str) -> str:
    """The keyed hash under which a normalised telephone number is found again; "" for none."""
    return lookup_hash(phone, PHONE_PURPOSE) if phone else ""
