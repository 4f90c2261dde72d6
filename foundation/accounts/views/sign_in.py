"""In and out."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from foundation.accounts import limits
from foundation.accounts.forms import SignInForm

FAILED = "failed-sign-in"


class SignIn(LoginView):
    """User name or telephone number, and the password; a second factor follows on its own page."""

    form_class = SignInForm
    template_name = "accounts/login.html"
    redirect_authenticated_user = True
    extra_context = {"title": "登录"}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # The lockout counts per account; this one stops an address that tries a few guesses on every account.
        limits.refuse_beyond(request, FAILED, settings.FAILED_SIGN_INS_PER_MINUTE)
        return super().post(request, *args, **kwargs)

    def form_invalid(self, form: SignInForm) -> HttpResponse:
        limits.count(self.request, FAILED, settings.FAILED_SIGN_INS_PER_MINUTE)
        return super().form_invalid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        # Django's `site` is the host name; the skeleton's is who runs the portal.
        del context["site"]
        return context


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session; only a press of the button does, never a link."""
    logout(request)
    messages.success(request, "您已退出登录。")
    return redirect("accounts:login")


@login_not_required
def admin_door(request: HttpRequest) -> HttpResponse:
    """The admin has no door of its own. Whoever is signed in and sent here may not enter it."""
    if request.user.is_authenticated:
        raise PermissionDenied("您没有进入管理后台的权限。")
    return redirect_to_login(request.GET.get("next") or reverse("admin:index"))
