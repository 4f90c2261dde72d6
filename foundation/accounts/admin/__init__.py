"""People, organisations and roles in the admin: for committee secretaries and the security administrator."""

from foundation.accounts.admin import memberships, organisations, policies, users

__all__ = ["memberships", "organisations", "policies", "users"]
