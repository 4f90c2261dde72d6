"""Sign-in by user name or telephone number."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from foundation.accounts.models import Membership, User
from foundation.statements.bundle import KEY, Bundle

PERSON = Bundle(
    {
        "users": (User._base_manager.filter(pk=KEY), ()),
        "memberships": (Membership._base_manager.filter(user=KEY).select_related("organisation"), ()),
    }
)


class NameOrPhoneBackend(ModelBackend):
    """Django's backend, with the account found by user name or telephone number as typed."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> User | None:
        if not username or password is None:
            return None
        user = User.objects.by_sign_in(username)
        if user is None:
            # Hash anyway: the time of the answer must not tell whether the account exists.
            User().set_password(password)
            return None
        return user if user.check_password(password) and self.user_can_authenticate(user) else None

    def get_user(self, user_id: int) -> User | None:
        """The person of a session with his memberships, which every page asks for: one query. None if he may not."""
        found = PERSON.fetch(key=user_id)
        for user in found["users"]:
            user.know_memberships(found["memberships"])
        return next((user for user in found["users"] if self.user_can_authenticate(user)), None)

    def _get_group_permissions(self, user_obj: User) -> QuerySet[Permission]:
        """Of the groups given by hand, and of the groups named after the roles held today."""
        by_role = Q(group__name__in=user_obj.role_labels)
        return Permission.objects.filter(Q(group__user=user_obj) | by_role).distinct()
