"""How many unread messages, for the bell on every desk page."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from foundation.notices.models import Notice

# The bell shows 99+ beyond this, so nobody counts further.
CAP = 100


def unread_notices(request: HttpRequest) -> dict[str, Any]:
    """`unread_notices`: a number up to 100; one query on a partial index, and only where a page shows it."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"unread_notices": 0}
    return {"unread_notices": SimpleLazyObject(lambda: _count(user))}


def _count(user: Any) -> int:
    # A hundred keys are fetched sooner than the counting of them is put into words.
    return len(Notice.objects.visible_to(user).unread().order_by().values_list("pk")[:CAP])
