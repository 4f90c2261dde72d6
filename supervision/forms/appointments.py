"""Bills of appointments: what is typed about the bill, the people in it, the vote, the decision."""

from datetime import date
from typing import Any

from django import forms

from foundation.files.forms import UploadField, attachments
from foundation.web.fields import Choice, DateField, LongText
from supervision.forms.people_fields import (
    AccountField,
    BodyField,
    Filled,
    InOfficeField,
    council,
    sc_meeting,
)
from supervision.models import AppointmentKind
from supervision.states.appointments import AppointmentState
from supervision.states.ballots import BallotMode


class AppointmentFilter(forms.Form):
    q = forms.CharField(label="案名或者姓名", max_length=40, required=False)
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *AppointmentState.choices], required=False)


class FileForm(Filled):
    title = forms.CharField(label="案名", max_length=120, help_text="如“关于提请任命张某等同志职务的议案”。")
    proposed_by = forms.CharField(label="提请人", max_length=60, help_text="如“区人民政府区长”“主任会议”。")
    proposer = BodyField(
        label="提请机关", required=False, help_text="选择后，提请机关的经办人可以查看进度；主任会议提请的不选。"
    )
    received_on = DateField(label="收到日期")
    files = attachments("议案文件")


class NomineeForm(Filled):
    """One line of the bill. A removal names somebody of the register, an appointment says who, what and where."""

    kind = forms.ModelChoiceField(label="任免类型", queryset=AppointmentKind.objects.none(), empty_label="请选择类型")
    appointee = InOfficeField(
        label="免职、辞职、撤职的人员", help_text="免职、辞职、撤职只选择这一项，姓名和职务不用填。"
    )
    name = forms.CharField(label="姓名", max_length=40, required=False)
    present_post = forms.CharField(label="现任职务", max_length=80, required=False)
    post = forms.CharField(label="拟任职务", max_length=80, required=False, help_text="按决定中的写法填写完整职务。")
    organ = BodyField(label="任职机关", required=False)
    user = AccountField()
    reason = LongText(label="任免理由、简历和考察情况", rows=6)
    files = attachments("任免审批材料")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].queryset = AppointmentKind.objects.on(on)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        kind = cleaned.get("kind")
        if kind and kind.is_removal and not cleaned.get("appointee"):
            self.add_error("appointee", "请选择在任的任命人员。")
        if kind and not kind.is_removal:
            for name, sentence in (
                ("name", "请填写姓名。"),
                ("post", "请填写拟任职务。"),
                ("organ", "请选择任职机关。"),
            ):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        return cleaned


class StatementForm(forms.Form):
    text = LongText(label="供职报告", rows=10, help_text="个人基本情况、主要工作经历、对拟任职务的认识和工作打算。")
    promises = LongText(label="履职承诺", rows=5, help_text="每行一条；任职后的年度履职报告要对照说明兑现情况。")
    files = attachments()


class TableForm(Filled):
    council = council()
    meeting = sc_meeting()


class VoteForm(forms.Form):
    """How it is voted."""

    mode = Choice(BallotMode.choices, label="表决方式", help_text="撤职案应当无记名投票。")


class NumberForm(forms.Form):
    number = forms.CharField(label="文号", max_length=40, help_text="如“示人常〔2026〕12号”。")


class PledgeForm(forms.Form):
    pledged_on = DateField(label="宣誓日期")
    pledge_note = forms.CharField(
        label="宣誓地点和监誓人", max_length=200, help_text="如“区人大常委会会议厅，常委会主任监誓”。"
    )
    files = attachments("现场照片")


class CheckForm(forms.Form):
    """The score as one reads it on the paper."""

    score = forms.IntegerField(label="得分", min_value=0, max_value=1000, error_messages={"min_value": "不能是负数。"})


class ScoreForm(CheckForm):
    """A paper sat in writing, with its scan."""

    files = UploadField(label="试卷扫描件", multiple=True)


class ExemptForm(forms.Form):
    reason = LongText(
        label="免试的依据和理由", rows=3, max_length=200, help_text="如“两年内已参加同级任前考试并合格”。"
    )
