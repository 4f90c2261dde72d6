"""The two forms of an import: the file, and what its unclear headers mean."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from foundation.documents.reading.headers import IGNORE, Doubt

ACCEPT = ".xlsx,.xls,.csv,.txt,.ods"


class FileForm(forms.Form):
    """The file. A room adds what else it has to know, and puts the name of its file into `label`."""

    label = "文件"
    help_text = "可用 .xlsx、.xls、.csv；标题行、分组行、合计和说明行不必删去。"

    file = forms.FileField(widget=forms.ClearableFileInput(attrs={"accept": ACCEPT}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["file"]
        field.label, field.help_text = self.label, self.help_text
        field.error_messages |= {"required": f"请选择{self.label}。", "empty": "文件是空的，请重新选择。"}

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if upload.size > settings.UPLOAD_MAX_BYTES:
            limit = settings.UPLOAD_MAX_BYTES // (1024 * 1024)
            raise ValidationError(f"文件超过 {limit} MB，请删去图片和多余的工作表后再上传。")
        return upload

    def options(self) -> dict[str, int]:
        """What was said beside the file, as it is handed to the room's import."""
        return {}


class ColumnsForm(forms.Form):
    """Asks what each unclear header means, out of `labels` (key → label); the likely answer is chosen beforehand."""

    def __init__(self, *args: Any, doubts: Sequence[Doubt] = (), labels: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.headers = {f"column_{doubt.index}": doubt.header for doubt in doubts}
        for doubt in doubts:
            self.fields[f"column_{doubt.index}"] = forms.ChoiceField(
                label=f"“{doubt.header}”是",
                choices=[(IGNORE, "不导入这一列"), *labels.items()],
                required=False,
                initial=doubt.guess,
            )

    @property
    def chosen(self) -> dict[str, str]:
        """Header text → key of the meaning, or IGNORE."""
        return {header: self.cleaned_data[name] for name, header in self.headers.items()}
