"""Changing one's own password."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpResponse
from django.shortcuts import resolve_url

from foundation.accounts.forms import NewPasswordForm
from foundation.audit import record
from foundation.workdays.clock import now


class ChangePassword(PasswordChangeView):
    """Of one's own will, or because the account was opened by somebody else."""

    form_class = NewPasswordForm
    template_name = "accounts/password.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        first = self.request.user.must_change_password
        title = "设置新密码" if first else "修改密码"
        return {**super().get_context_data(**kwargs), "title": title, "first_time": first}

    def get_success_url(self) -> str:
        return resolve_url(settings.LOGIN_REDIRECT_URL)

    def form_valid(self, form: NewPasswordForm) -> HttpResponse:
        form.user.must_change_password = False
        response = super().form_valid(form)
        record("accounts.change_password", form.user, by=form.user, at=now(), summary="修改密码", visibility="office")
        messages.success(self.request, "密码已修改，下次登录请使用新密码。")
        return response
