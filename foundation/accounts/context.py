"""What the page skeleton shows about the person at the keyboard."""

from django.http import HttpRequest

from foundation.accounts.models import User


def acting(request: HttpRequest) -> dict[str, User | None]:
    """`acting_for` is the principal while a substitute acts, else None."""
    return {"acting_for": request.user if getattr(request, "acting", None) else None}
