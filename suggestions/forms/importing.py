"""The list to import and the session it belongs to."""

from typing import Any

from django import forms

from deputies.models import Meeting
from foundation.documents.importing.forms import FileForm


class ListFileForm(FileForm):
    """A list; without a session it is the one the file's title names, else the latest."""

    label = "台账文件"
    help_text = "可用 .xlsx、.xls、.csv；标题行、合计和说明行不必删去。"

    meeting = forms.ModelChoiceField(
        label="会议", queryset=Meeting.objects.none(), required=False, empty_label="按文件标题"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sessions = Meeting.objects.sessions().filter(term__congress__is_home=True).select_related("term")
        self.fields["meeting"].queryset = sessions.order_by("-term__number", "-number")

    def options(self) -> dict[str, int]:
        meeting = self.cleaned_data["meeting"]
        return {"term_number": meeting.term.number, "session_number": meeting.number} if meeting else {}
