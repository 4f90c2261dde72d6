"""Form fields every room uses: days as people write them, long texts, choices with nothing preset."""

from typing import Any

from django import forms


class DateField(forms.DateField):
    """A calendar day, picked with the browser's own widget and accepted in the ways people write dates."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        formats = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日"]
        super().__init__(widget=widget, input_formats=formats, **kwargs)


class MomentField(forms.DateTimeField):
    """A day with its hour, picked with the browser's own widget."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M"]
        super().__init__(widget=widget, input_formats=formats, **kwargs)


# Beyond this a text belongs into an attachment; an index of words has its limit too.
LONGEST_TEXT = 20_000


class LongText(forms.CharField):
    """A text of several lines; blanks alone count as empty. What is too long is told, not cut by the browser."""

    def __init__(self, *, rows: int = 4, placeholder: str = "", max_length: int = LONGEST_TEXT, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows, "placeholder": placeholder})
        too_long = "最多%(limit_value)d字，现有%(show_value)d字，请精简；内容较多的，可以作为附件上传。"
        messages = {"max_length": too_long, **kwargs.pop("error_messages", {})}
        super().__init__(widget=widget, max_length=max_length, error_messages=messages, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


class Choice(forms.ChoiceField):
    """Radio buttons with nothing preset."""

    def __init__(self, choices: Any, **kwargs: Any) -> None:
        super().__init__(choices=choices, widget=forms.RadioSelect, **kwargs)
