"""Three depths of health (F113): the process answers, it can serve, and what it promises happens."""

import hmac

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe
from redis.exceptions import RedisError

from congress_portal.outcomes import check_outcomes
from foundation.accounts.roles import Role

CHINESE = {"ensure_ascii": False}


@login_not_required
@require_safe
def live(request: HttpRequest) -> JsonResponse:
    """The process answers; asks nobody else."""
    return JsonResponse({"status": "ok"})


@login_not_required
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Database and cache answer; 503 names the one that does not."""
    found = {"database": _database_answers(), "cache": _cache_answers()}
    ok = all(found.values())
    return JsonResponse({"status": "ok" if ok else "unavailable", **found}, status=200 if ok else 503)


@login_not_required
@require_safe
def deep(request: HttpRequest) -> JsonResponse:
    """The health of outcomes, for system administrators and for a monitor with the token; strangers get 404."""
    if not (_has_token(request) or _is_administrator(request)):
        raise Http404
    outcomes = check_outcomes()
    return JsonResponse(outcomes.as_json(), status=200 if outcomes.ok else 503, json_dumps_params=CHINESE)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _cache_answers() -> bool:
    try:
        cache.set("health", 1, 10)
        return cache.get("health") == 1
    except (RedisError, OSError):
        return False


def _has_token(request: HttpRequest) -> bool:
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return bool(settings.HEALTH_TOKEN) and hmac.compare_digest(given.encode(), settings.HEALTH_TOKEN.encode())


def _is_administrator(request: HttpRequest) -> bool:
    return request.user.is_authenticated and request.user.has_role(Role.SYSTEM_ADMIN)


app_name = "health"
urlpatterns = [
    path("live", live, name="live"),
    path("ready", ready, name="ready"),
    path("deep", deep, name="deep"),
]
