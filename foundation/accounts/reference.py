"""What a house starts with at its door: which roles need a second factor. Edited rows are left alone."""

from foundation.accounts.models import SignInPolicy
from foundation.accounts.roles import OFFICE_ROLES, THREE_ADMINISTRATORS, UNIT_ROLES, Role

BASIS = "GB/T 22239-2019 第三级：应采用两种或两种以上组合的鉴别技术"
OBLIGED = OFFICE_ROLES | UNIT_ROLES | THREE_ADMINISTRATORS | {Role.GOVERNMENT_OFFICE}


def load() -> None:
    """Inserts the rows that are missing."""
    SignInPolicy.objects.bulk_create(
        [
            SignInPolicy(role=role, second_factor=role in OBLIGED, legal_basis=BASIS if role in OBLIGED else "")
            for role in Role
        ],
        ignore_conflicts=True,
    )
