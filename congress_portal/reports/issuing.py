"""Who issues the yearly reports."""

from foundation.accounts.models import Organisation
from foundation.accounts.roles import OrganisationKind


def issuer() -> str:
    """The office of the standing committee; empty where none has been entered."""
    row = Organisation.objects.active().of_kind(OrganisationKind.SC_OFFICE).order_by("pk").first()
    return row.name if row else ""
