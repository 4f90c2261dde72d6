"""What people type about themselves: sign-in, password, one-time code, contact data, acting for somebody."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm

from foundation.accounts import second_factor
from foundation.accounts.models import User
from foundation.accounts.phones import is_mobile, normalise_phone


class SignInForm(AuthenticationForm):
    """User name or telephone number, and the password."""

    error_messages = {
        "invalid_login": "用户名（手机号）或密码不正确。请核对后重试；连续输错 5 次将暂时锁定。",
        "inactive": "该账号已停用，请联系本单位管理员。",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name, password = self.fields["username"], self.fields["password"]
        name.label, password.label = "用户名或手机号", "密码"
        name.error_messages["required"] = "请填写用户名或手机号。"
        password.error_messages["required"] = "请填写密码。"
        name.widget.attrs |= {"autocomplete": "username", "autofocus": True, "autocapitalize": "none"}


PASSWORD_RULES = (
    "至少 10 个字符，不能全是数字，不能是常见密码，不能与姓名、用户名、手机号相近，也不能与最近 5 次用过的密码相同。"
)


class NewPasswordForm(PasswordChangeForm):
    """Present password once, new password twice."""

    error_messages = {
        "password_incorrect": "原密码不正确，请重新填写。",
        "password_mismatch": "两次填写的新密码不一致，请重新填写。",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {"old_password": "原密码", "new_password1": "新密码", "new_password2": "再次填写新密码"}
        for name, label in labels.items():
            self.fields[name].label = label
            self.fields[name].error_messages["required"] = f"请填写{label.removeprefix('再次填写')}。"
        self.fields["new_password1"].help_text = PASSWORD_RULES
        self.fields["new_password2"].help_text = ""


class OwnForm(forms.Form):
    """A form about the account of `user`."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user


class CodeForm(OwnForm):
    """A six-digit code from the authenticator, or a recovery code. `.device` is the one that accepted it."""

    code = forms.CharField(
        label="动态口令或恢复码",
        max_length=20,
        error_messages={"required": "请填写动态口令。"},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True}),
    )

    device: Any = None

    def clean_code(self) -> str:
        typed = normalise_phone(self.cleaned_data["code"]).upper()
        self.device = self.accept(typed)
        if self.device is None:
            raise forms.ValidationError("口令不正确或已过期。请等待手机上出现新的口令后再填；连续输错后需稍候片刻。")
        return typed

    def accept(self, typed: str) -> Any:
        """The device that accepts `typed`, or None."""
        return second_factor.match(self.user, typed)


class EnrolForm(CodeForm):
    """The first code of a device being enrolled."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = "手机上显示的 6 位口令"

    def accept(self, typed: str) -> Any:
        device = second_factor.pending_device(self.user)
        return device if device.verify_token(typed) else None


class PasswordAgainForm(OwnForm):
    """The password once more, before something that weakens the account."""

    password = forms.CharField(
        label="密码",
        strip=False,
        error_messages={"required": "请填写密码。"},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def clean_password(self) -> str:
        if not self.user.check_password(self.cleaned_data["password"]):
            raise forms.ValidationError("密码不正确，请重新填写。")
        return self.cleaned_data["password"]


class NewDeviceForm(PasswordAgainForm, EnrolForm):
    """Another phone in the place of the enrolled one: a desk left open for a minute must not be enough."""


class ContactForm(forms.ModelForm):
    """A person's own number and address for messages."""

    phone = forms.CharField(
        label="手机号", required=False, max_length=30, widget=forms.TextInput(attrs={"autocomplete": "tel"})
    )

    class Meta:
        model = User
        fields = ["phone", "email"]

    def clean_phone(self) -> str:
        number = normalise_phone(self.cleaned_data["phone"])
        if number and not is_mobile(number):
            raise forms.ValidationError("手机号应为 11 位数字，请核对。")
        taken = User.objects.exclude(pk=self.instance.pk).filter(phone_hash=User.hash_phone(number))
        if number and taken.exists():
            raise forms.ValidationError("该手机号已登记在另一个账号上，请核对或联系本单位管理员。")
        return number


class ActForForm(forms.Form):
    """Why a substitute takes over just now."""

    reason = forms.CharField(
        label="代办事由",
        max_length=200,
        error_messages={"required": "请写明代办事由，例如“本人外出学习”。"},
        widget=forms.TextInput(),
    )
