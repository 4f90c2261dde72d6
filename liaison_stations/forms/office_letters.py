"""Letters: what the office, the deputy and the unit fill in."""

from datetime import date
from typing import Any

from django import forms

from deputies.models import Deputy, Mandate
from foundation.accounts.models import Organisation
from foundation.files.forms import attachments
from foundation.web.fields import Choice, LongText
from liaison_stations.models import LetterGround
from liaison_stations.states.handling import AnswerKind, GroundUse
from liaison_stations.states.letter import Channel, LetterKind, LetterState
from liaison_stations.transitions.transfer_letter import BODIES

INSIDE = "只有办理人员能看到。"
TO_WRITER = "来信人能看到，请用平实的话写明。"


def serving(on: date) -> Any:
    """Deputies of the home congress in office, by name."""
    seats = Mandate.objects.at_home().serving_on(on)
    return Deputy.objects.filter(pk__in=seats.order_by().values("deputy")).order_by("pinyin_key", "pk")


class DeputyChoice(forms.ModelChoiceField):
    """A serving deputy; the one the letter was written to is preset."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Deputy.objects.none(), **kwargs)

    def label_from_instance(self, obj: Deputy) -> str:
        return obj.name


class AcceptForm(forms.Form):
    """Taken up, and in the same step to the deputy it was written to."""

    deputy = DeputyChoice(
        label="交哪位代表答复", required=False, empty_label="受理后再定", help_text="写给代表的来信，请交代表本人答复。"
    )
    note_text = LongText(label="给代表的说明", rows=2, max_length=500, required=False, help_text=INSIDE)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deputy"].queryset = serving(on)


class GiveForm(AcceptForm):
    deputy = DeputyChoice(label="交哪位代表答复", empty_label="请选择代表")


class GroundForm(forms.Form):
    """The ground with its article, and a word of one's own."""

    ground = forms.ModelChoiceField(
        label="理由", queryset=LetterGround.objects.none(), widget=forms.RadioSelect, empty_label=None
    )
    words = LongText(label="补充说明", rows=3, max_length=500, required=False, help_text=TO_WRITER)

    def __init__(self, *args: Any, use: GroundUse, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ground"].queryset = LetterGround.objects.on(on).filter(use=use)


class LetterReasonForm(forms.Form):
    reason = LongText(label="理由", rows=3, max_length=500, help_text=INSIDE)


class TransferForm(forms.Form):
    unit = forms.ModelChoiceField(label="办理单位", queryset=Organisation.objects.none(), empty_label="请选择单位")
    is_complex = forms.BooleanField(
        label="情况复杂，按较长的期限办理", required=False, help_text="涉及几个单位、需要现场核实或者专门研究的。"
    )
    note_text = LongText(label="交办意见", rows=3, max_length=500, required=False, help_text=INSIDE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Organisation.objects.active().of_kind(*BODIES).order_by("pinyin_key", "pk")


class ReplyForm(forms.Form):
    reply = LongText(
        label="办理情况和答复", rows=8, help_text="写明核实情况、已采取的措施；暂时不能解决的，写明原因和下一步打算。"
    )
    files = attachments("照片、材料")


class BounceForm(forms.Form):
    reason = LongText(label="还需要答复什么", rows=3, max_length=500, help_text="办理单位能看到。")


class DelayForm(forms.Form):
    reason = LongText(label="理由", rows=3, max_length=300)


class ExtendForm(forms.Form):
    reason = LongText(label="延期理由", rows=3, max_length=300, help_text=TO_WRITER)


class AnswerLetterForm(forms.Form):
    answer_kind = Choice(AnswerKind.choices, label="答复类别")
    answer = LongText(label="答复", rows=8, help_text=f"{TO_WRITER}暂时不能解决的，写明原因。")


class QuestionForm(forms.Form):
    question = LongText(label="请来信人补充什么", rows=4, max_length=1000, help_text=TO_WRITER)


class NoteForm(forms.Form):
    words = LongText(label="内部记录", rows=4, max_length=2000, help_text=INSIDE)


class LetterFilter(forms.Form):
    state = forms.ChoiceField(
        label="状态", choices=[("open", "未答复"), *LetterState.choices, ("all", "全部")], required=False
    )
    kind = forms.ChoiceField(label="类别", choices=[("", "全部"), *LetterKind.choices], required=False)
    channel = forms.ChoiceField(label="途径", choices=[("", "全部"), *Channel.choices], required=False)
    number = forms.CharField(label="编号", max_length=24, required=False)


class EraseForm(forms.Form):
    reason = forms.CharField(label="删除理由", max_length=200, initial="来信人申请删除。")
