"""What the office enters: changes of status, files to import, the meaning of unclear headers."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from deputies.models import Term
from deputies.states import REASONS, MandateStatus
from foundation.documents.reading.headers import IGNORE, Doubt


def _day(label: str, help_text: str = "") -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}), help_text=help_text)


class RestoreForm(forms.Form):
    """The announcement of a change of status (代表法 63)."""

    effective_on = _day("生效日期")
    announcement_no = forms.CharField(label="公告或决定文号", max_length=60, help_text="如：示人常〔2026〕3号。")
    announced_on = _day("公告日期")
    note = forms.CharField(label="说明", max_length=200, required=False)


class ReasonForm(RestoreForm):
    """The same with a statutory ground."""

    target: MandateStatus
    field_order = ["reason", "effective_on", "announcement_no", "announced_on", "note"]

    reason = forms.ChoiceField(label="法定情形")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = [("", "请选择"), *REASONS[self.target]]


class SuspendForm(ReasonForm):
    target = MandateStatus.SUSPENDED


class EndForm(ReasonForm):
    target = MandateStatus.ENDED


class RosterUploadForm(forms.Form):
    """A roster and the term it belongs to."""

    file = forms.FileField(
        label="名册文件",
        help_text="可用 .xlsx、.xls、.csv；标题行、代表团分组行、合计和说明行不必删去。",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xls,.csv,.txt,.ods"}),
        error_messages={"required": "请选择名册文件。", "empty": "文件是空的，请重新选择。"},
    )
    term = forms.ModelChoiceField(label="届次", queryset=Term.objects.none(), required=False, empty_label="当前届")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["term"].queryset = Term.objects.filter(congress__is_home=True)

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if upload.size > settings.UPLOAD_MAX_BYTES:
            limit = settings.UPLOAD_MAX_BYTES // (1024 * 1024)
            raise ValidationError(f"文件超过 {limit} MB，请删去图片和多余的工作表后再上传。")
        return upload


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
