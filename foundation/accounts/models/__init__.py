"""People, organisations, and who is what where and when."""

from foundation.accounts.models.membership import Membership
from foundation.accounts.models.organisation import Organisation
from foundation.accounts.models.password import FormerPassword
from foundation.accounts.models.policy import SignInPolicy
from foundation.accounts.models.second_factor import Authenticator, RecoveryCode, RecoverySheet
from foundation.accounts.models.substitute import Substitute
from foundation.accounts.models.user import User

__all__ = [
    "Authenticator",
    "FormerPassword",
    "Membership",
    "Organisation",
    "RecoveryCode",
    "RecoverySheet",
    "SignInPolicy",
    "Substitute",
    "User",
]
