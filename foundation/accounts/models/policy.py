"""What a role must do at the door."""

from django.db import models

from foundation.accounts.roles import Role


class SignInPolicy(models.Model):
    """One row per role; it binds only where PORTAL_REQUIRE_SECOND_FACTOR has switched second factors on."""

    role = models.CharField("角色", max_length=32, choices=Role, unique=True)
    second_factor = models.BooleanField("须用动态口令", default=False)
    legal_basis = models.CharField("依据", max_length=200, blank=True)

    class Meta:
        verbose_name = "登录要求"
        verbose_name_plural = "登录要求"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.get_role_display()
