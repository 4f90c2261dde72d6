"""What the forms of this room have in common: attachments taken back, units in pinyin order."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from foundation.accounts.models import Organisation
from foundation.accounts.roles import HANDLING_KINDS
from foundation.files.forms import UploadField
from foundation.files.models import StoredFile


class Removals(forms.ModelMultipleChoiceField):
    """Boxes before the names of files."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            queryset=StoredFile.objects.none(),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": "所选附件已不能移除，请刷新后重试。"},
            **kwargs,
        )


class AttachForm(forms.Form):
    """Files to add, and files among `removable` to take back."""

    remove = Removals(label="移除已上传的附件", help_text="勾选后保存即移除。")
    files = UploadField(
        label="选择文件",
        multiple=True,
        required=False,
        help_text="可选多个文件；照片会自动去除拍摄地点等信息。",
    )

    def __init__(self, *args: Any, removable: QuerySet[StoredFile], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if removable.exists():
            self.fields["remove"].queryset = removable
        else:
            del self.fields["remove"]

    def clean(self) -> dict[str, Any]:
        super().clean()
        chosen = self.cleaned_data
        chosen.setdefault("remove", ())
        if "files" in chosen and not chosen["files"] and not chosen["remove"]:
            self.add_error("files", "请选择要上传的文件。")
        return chosen


def handling_units() -> QuerySet[Organisation]:
    """Bodies a suggestion may be given to, in pinyin order."""
    return Organisation.objects.active().of_kind(*HANDLING_KINDS).order_by("pinyin_key")


class UnitField(forms.ModelChoiceField):
    """One handling unit."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=handling_units(), empty_label="请选择承办单位", **kwargs)
