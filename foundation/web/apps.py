from django import forms
from django.apps import AppConfig

# Django's own Chinese says that something is wrong; an official would say what to do.
MESSAGES: tuple[tuple[type[forms.Field], dict[str, str]], ...] = (
    (forms.Field, {"required": "请填写这一项。"}),
    (forms.ChoiceField, {"required": "请选择一项。", "invalid_choice": "“%(value)s”不在可选范围内，请重新选择。"}),
    (forms.ModelChoiceField, {"required": "请选择一项。", "invalid_choice": "所选内容不在可选范围内，请重新选择。"}),
    (forms.DateField, {"invalid": "请填写正确的日期，例如 2026-02-12。"}),
    (forms.DateTimeField, {"invalid": "请填写正确的日期和时间，例如 2026-02-12 14:30。"}),
    (forms.IntegerField, {"invalid": "请填写整数。"}),
    (forms.DecimalField, {"invalid": "请填写数字。"}),
    (forms.FileField, {"required": "请选择文件。", "empty": "这个文件是空的，请重新选择。"}),
)


class WebConfig(AppConfig):
    name = "foundation.web"
    verbose_name = "页面组件"

    def ready(self) -> None:
        """Every form of the portal speaks with the same words."""
        for field, messages in MESSAGES:
            field.default_error_messages = {**field.default_error_messages, **messages}
