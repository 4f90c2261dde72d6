"""An encrypted number on a form: never shown, only replaced."""

from typing import Any

from django import forms

from foundation.accounts.phones import is_phone, normalise_phone


class PhoneForm(forms.ModelForm):
    """A model form whose instance has an encrypted `phone`; an empty `new_phone` keeps the number."""

    new_phone = forms.CharField(label="新号码", required=False, max_length=30, help_text="留空则不变；填“无”则清除。")

    def clean_new_phone(self) -> str:
        number = normalise_phone(self.cleaned_data["new_phone"])
        if number and number != "无" and not is_phone(number):
            raise forms.ValidationError("手机号应为 11 位数字（固定电话请带区号），请核对。")
        return number

    def _post_clean(self) -> None:
        # Before the model is validated, so that its own rule about doubled numbers sees the new one.
        number: Any = self.cleaned_data.get("new_phone")
        if number:
            self.instance.phone = "" if number == "无" else number
        super()._post_clean()
