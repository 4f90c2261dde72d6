"""What the portal knows of me: memberships, contact data, safety, whom I stand in for."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.views.generic import TemplateView, UpdateView

from foundation.accounts import second_factor
from foundation.accounts.forms import ActForForm, ContactForm
from foundation.accounts.models import Substitute, User
from foundation.accounts.people import principals_of
from foundation.accounts.phones import masked
from foundation.audit import record
from foundation.workdays.clock import now, today


class Profile(TemplateView):
    """One's own page."""

    template_name = "accounts/profile.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, day = self.request.user, today()
        return super().get_context_data(
            title="个人信息",
            facts=[
                ("姓名", user.name),
                ("用户名", user.username),
                ("手机号", masked(user.phone)),
                ("邮箱", user.email),
            ],
            memberships=user.memberships_on(day),
            enrolled=second_factor.is_enrolled(user),
            obligatory=second_factor.is_obligatory(user, day),
            recovery_codes_left=second_factor.recovery_codes_left(user),
            principals=[(person, ActForForm(auto_id=f"id_{person.pk}_%s")) for person in principals_of(user, day)],
            substitutes=Substitute.objects.active_on(day).filter(principal=user).select_related("substitute"),
            **kwargs,
        )


class ChangeContact(UpdateView):
    """One's own number and e-mail."""

    form_class = ContactForm
    template_name = "accounts/form.html"
    success_url = reverse_lazy("accounts:profile")
    extra_context = {"title": "修改联系方式", "button": "保存"}

    def get_object(self, queryset: Any = None) -> User:
        # A fresh object: a refused form must not leave its values on the signed-in user shown in the page head.
        return User.objects.get(pk=self.request.user.pk)

    def form_valid(self, form: ContactForm) -> HttpResponse:
        form.instance.save(update_fields=["phone", "email"])
        record(
            "accounts.change_contact",
            form.instance,
            by=self.request.user,
            at=now(),
            summary="修改本人联系方式",
            data={"fields": form.changed_data},
            visibility="office",
        )
        messages.success(self.request, "联系方式已保存。")
        return super().form_valid(form)
