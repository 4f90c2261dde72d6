"""One-time codes: giving one, enrolling a phone, recovery codes, switching off."""

from typing import Any

import django_otp
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse_lazy
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.generic import FormView

from foundation.accounts import second_factor, session
from foundation.accounts.forms import CodeForm, EnrolForm, NewDeviceForm, PasswordAgainForm
from foundation.audit import record
from foundation.workdays.clock import now, today


class OwnForm(FormView):
    """A form that concerns the signed-in person alone."""

    template_name = "accounts/form.html"
    success_url = reverse_lazy("accounts:profile")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user}

    def record(self, verb: str, summary: str) -> None:
        """One audit event about the person's own account."""
        user = self.request.user
        record(f"accounts.{verb}", user, by=user, at=now(), summary=summary, visibility="office")


class Verify(OwnForm):
    """The step after the password for whoever has enrolled a phone."""

    form_class = CodeForm
    template_name = "accounts/verify.html"
    extra_context = {"title": "动态口令验证"}

    def form_valid(self, form: CodeForm) -> HttpResponse:
        django_otp.login(self.request, form.device)
        session.settled(self.request)
        return redirect(self._next())

    def _next(self) -> str:
        wanted = self.request.GET.get("next", "")
        safe = url_has_allowed_host_and_scheme(wanted, {self.request.get_host()}, self.request.is_secure())
        return wanted if safe else resolve_url(settings.LOGIN_REDIRECT_URL)


class Enrol(OwnForm):
    """Scan, type the first code, keep the recovery codes."""

    form_class = EnrolForm
    template_name = "accounts/enrol.html"
    extra_context = {"title": "启用动态口令"}

    def get_form_class(self) -> type[EnrolForm]:
        return NewDeviceForm if second_factor.is_enrolled(self.request.user) else EnrolForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        device = second_factor.pending_device(self.request.user)
        picture, key = second_factor.qr_picture(device), second_factor.key_text(device)
        obligatory = second_factor.is_obligatory(self.request.user, today())
        return super().get_context_data(picture=picture, key=key, obligatory=obligatory, **kwargs)

    def form_valid(self, form: EnrolForm) -> HttpResponse:
        codes = second_factor.confirm(form.device)
        django_otp.login(self.request, form.device)
        session.settled(self.request)
        self.record("enrol_second_factor", "启用动态口令")
        return render(self.request, "accounts/recovery_codes.html", {"title": "恢复码", "codes": codes})


class RenewRecoveryCodes(OwnForm):
    """Ten new recovery codes; the old ones stop working."""

    form_class = PasswordAgainForm
    extra_context = {"title": "重新生成恢复码", "button": "生成新的恢复码", "intro": "生成后，以前的恢复码全部作废。"}

    def form_valid(self, form: PasswordAgainForm) -> HttpResponse:
        codes = second_factor.renew_recovery_codes(self.request.user)
        self.record("renew_recovery_codes", "重新生成恢复码")
        return render(self.request, "accounts/recovery_codes.html", {"title": "恢复码", "codes": codes})


class SwitchOff(OwnForm):
    """Back to the password alone, where the role allows it."""

    form_class = PasswordAgainForm
    extra_context = {"title": "停用动态口令", "button": "停用", "intro": "停用后，登录只验证密码。"}

    def form_valid(self, form: PasswordAgainForm) -> HttpResponse:
        if second_factor.is_obligatory(self.request.user, today()):
            form.add_error(None, "您的角色必须使用动态口令，不能停用；更换手机请联系安全管理员重置。")
            return self.form_invalid(form)
        second_factor.remove(self.request.user)
        self.record("switch_off_second_factor", "停用动态口令")
        messages.success(self.request, "动态口令已停用。")
        return super().form_valid(form)
