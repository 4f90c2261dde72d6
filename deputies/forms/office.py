"""What the office enters: changes of status, rosters to import."""

from typing import Any

from django import forms

from deputies.models import Term
from deputies.states import REASONS, MandateStatus
from foundation.documents.importing.forms import FileForm
from foundation.files.forms import attachments

PAPERS = "书面辞职书、罢免决定、裁判文书等；只有代表联络工作机构、常委会领导和代表本人可以下载。"


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
    field_order = ["reason", "effective_on", "announcement_no", "announced_on", "note", "files"]

    reason = forms.ChoiceField(label="法定情形")
    files = attachments("有关文书（可不填）")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = [("", "请选择"), *REASONS[self.target]]
        self.fields["files"].help_text = PAPERS


class SuspendForm(ReasonForm):
    target = MandateStatus.SUSPENDED


class EndForm(ReasonForm):
    target = MandateStatus.ENDED


class RosterFileForm(FileForm):
    """A roster and the term it belongs to."""

    label = "名册文件"
    help_text = "可用 .xlsx、.xls、.csv；标题行、代表团分组行、合计和说明行不必删去。"

    term = forms.ModelChoiceField(label="届次", queryset=Term.objects.none(), required=False, empty_label="当前届")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["term"].queryset = Term.objects.filter(congress__is_home=True)

    def options(self) -> dict[str, int]:
        term = self.cleaned_data["term"]
        return {"term_number": term.number} if term else {}
