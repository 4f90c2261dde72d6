"""What the page skeleton shows about the person at the keyboard."""

from typing import Any

from django.http import HttpRequest


def acting(request: HttpRequest) -> dict[str, Any]:
    """`acting_for` is the principal while a substitute acts, else None."""
    return {"acting_for": request.user if getattr(request, "acting", None) else None}
