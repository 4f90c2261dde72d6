"""The list to import and the session it belongs to."""

from typing import Any

from django import forms

from deputies.models import Meeting
from foundation.documents.importing.forms import FileForm

# A congress meets once a year, with additional sessions seldom more than twice.
MOST_SESSIONS = 15


class ListFileForm(FileForm):
    """A list; without a session it is the one the file's title names, else the latest."""

    label = "台账文件"
    help_text = "可用 .xlsx、.xls、.csv；标题行、合计和说明行不必删去。"

    meeting = forms.ModelChoiceField(
        label="会议", queryset=Meeting.objects.none(), required=False, empty_label="按文件标题"
    )
    session = forms.IntegerField(
        label="其他会议，第几次",
        required=False,
        min_value=1,
        max_value=MOST_SESSIONS,
        help_text="上面没有的会议，在这里填写，如“4”；导入时一并登记。",
        error_messages={"invalid": "请填写会议的次数，如“4”。"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sessions = Meeting.objects.sessions().filter(term__congress__is_home=True).select_related("term")
        self.fields["meeting"].queryset = sessions.order_by("-term__number", "-number")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("meeting") and cleaned.get("session"):
            self.add_error("session", "已在上面选择会议，这里请留空；要另填的，请把上面改为“按文件标题”。")
        return cleaned

    def options(self) -> dict[str, int]:
        meeting, session = self.cleaned_data["meeting"], self.cleaned_data["session"]
        if session:
            return {"session_number": session}
        return {"term_number": meeting.term.number, "session_number": meeting.number} if meeting else {}
