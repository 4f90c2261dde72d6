"""From which address somebody comes, where proxies stand in front of the portal."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address the outermost of our own `PORTAL_PROXIES` proxies saw; without proxies the peer's.

    Every proxy appends whom it heard to X-Forwarded-For. What stands left of our own proxies' entries was written by
    the client himself and proves nothing: whoever believed it would count each guess of a password anew.
    """
    peer = request.META.get("REMOTE_ADDR", "")
    proxies = settings.BEHIND_PROXIES
    heard = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    return heard[-proxies] if 0 < proxies <= len(heard) else peer
