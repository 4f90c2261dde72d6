"""Which people: questions asked of the user table."""

import unicodedata
from typing import Any

from django.contrib.auth.base_user import BaseUserManager
from django.db import models

from foundation.accounts.models.membership import Membership
from foundation.accounts.phones import is_phone, normalise_phone


class UserQuerySet(models.QuerySet):
    """Questions an office asks about accounts."""

    def active(self) -> "UserQuerySet":
        """Accounts that may sign in."""
        return self.filter(is_active=True)

    def with_memberships(self) -> "UserQuerySet":
        """With what `memberships_on`, `roles` and their like ask for: one more query for the whole list."""
        rows = Membership.objects.select_related("organisation").order_by("from_date", "id")
        return self.prefetch_related(models.Prefetch("memberships", rows, to_attr="_all_memberships"))


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    """Makes accounts and finds them by what is typed at the door."""

    def create_user(self, username: str, password: str | None = None, *, name: str = "", **fields: Any) -> Any:
        """A new account; without a password nobody can sign in to it until one is set."""
        user = self.model(username=username, name=name or username, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, username: str, password: str | None = None, *, name: str = "", **fields: Any) -> Any:
        """An account for setting up a new house; daily work uses roles."""
        return self.create_user(username, password, name=name, is_staff=True, is_superuser=True, **fields)

    def by_sign_in(self, typed: str) -> Any | None:
        """The account that `typed` (user name or telephone number, full-width accepted) names, or None.

        An exact user name wins over a number.
        """
        name, number = unicodedata.normalize("NFKC", typed).strip(), normalise_phone(typed)
        wanted = models.Q(username=name)
        if is_phone(number):
            wanted |= models.Q(phone_hash=self.model.hash_phone(number))
        found = sorted(self.filter(wanted)[:2], key=lambda user: user.username != name)
        return found[0] if found else None
