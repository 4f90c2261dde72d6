from foundation.accounts.models import User
from foundation.accounts.roles import Role


def guards_administrators(user: User) -> bool:
    """Whether `user` may touch the accounts of the three administrators and the keys to the admin."""
    return user.is_superuser or user.has_role(Role.SECURITY_ADMIN)
