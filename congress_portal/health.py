"""Whether the portal lives."""

from django.http import HttpRequest, JsonResponse
from django.urls import path

from django.contrib.auth.decorators import login_not_required


@login_not_required
def live(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


urlpatterns = [path("live", live, name="live")]
