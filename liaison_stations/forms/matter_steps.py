"""What the office fills in to put the grouping right, and to say what it makes of a matter."""

from collections.abc import Iterable
from typing import Any

from django import forms

from foundation.web.chinese import date_text
from foundation.web.fields import LongText
from liaison_stations.models import MatterCorrection, MatterGroup, MatterMark
from liaison_stations.states.matter import CorrectionKind

MOST_SHOWN = 300


def _reason() -> forms.Field:
    return LongText(label="理由", rows=2, max_length=200, help_text="更正会留下记录，以后自动归并时保持不变。")


class MatterChoice(forms.ModelChoiceField):
    """One of the groups, with the number of its letters; the rows carry `many`."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj}（{obj.many}件）"


class MoveForm(forms.Form):
    """Which letters and visits leave the group, and where they go."""

    marks = forms.MultipleChoiceField(
        label="要调整的来信和接待记录",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请至少选择一件。"},
    )
    target = MatterChoice(
        label="改归入", queryset=MatterGroup.objects.none(), required=False, empty_label="不归入任何事项"
    )
    reason = _reason()

    def __init__(self, *args: Any, marks: Iterable[MatterMark], others: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["marks"].choices = [(str(mark.pk), _words(mark)) for mark in marks]
        self.fields["target"].queryset = others

    def clean_marks(self) -> list[int]:
        return [int(key) for key in self.cleaned_data["marks"]]


class JoinForm(forms.Form):
    """Another group that is of the same matter."""

    other = MatterChoice(label="并入本事项的是", queryset=MatterGroup.objects.none(), empty_label="请选择")
    reason = _reason()

    def __init__(self, *args: Any, others: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset = others


class UndoForm(forms.Form):
    """One earlier correction that shall no longer count."""

    act = forms.ChoiceField(label="撤销哪次更正", widget=forms.RadioSelect)
    reason = _reason()

    def __init__(self, *args: Any, acts: Iterable[MatterCorrection], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.acts = {str(act.pk): act for act in acts}
        self.fields["act"].choices = [(key, act_words(act)) for key, act in self.acts.items()]

    def clean_act(self) -> MatterCorrection:
        return self.acts[self.cleaned_data["act"]]


class NoteForm(forms.Form):
    """What is to follow."""

    finding = LongText(
        label="研判意见",
        rows=3,
        max_length=300,
        help_text="写明下一步，例如“列入本月集中研判”“商请代表提出建议”“继续观察”。",
    )


def act_words(act: MatterCorrection) -> str:
    """One correction in a line: when, who, what, why."""
    return f"{date_text(act.at)} {act.by.name}：{what_words(act)}。{act.reason}"


def what_words(act: MatterCorrection) -> str:
    """What was done."""
    if act.kind == CorrectionKind.BACK:
        return f"撤销{act.source}的更正"
    if act.kind == CorrectionKind.JOIN:
        return f"{act.source}并入{act.target}"
    return f"从{act.source}改归入{act.target}" if act.target else f"从{act.source}移出"


def _words(mark: MatterMark) -> str:
    paper = mark.letter or mark.record
    title = mark.letter.title if mark.letter else mark.record.matter
    return f"{paper} {title}（{date_text(mark.on)}）"
