"""The register of appointees, yearly reports, what follows."""

from typing import Any

from django import forms

from foundation.accounts.models import Organisation
from foundation.files.forms import attachments
from foundation.web.fields import Choice, DateField, LongText
from supervision.forms.people_fields import AccountField, BodyField, Filled, sc_meeting
from supervision.states.ballots import BallotMode


class AppointeeFilter(Filled):
    q = forms.CharField(label="姓名或者职务", max_length=40, required=False)
    organ = BodyField(label="任职机关", required=False)
    who = forms.ChoiceField(label="范围", choices=[("", "在任"), ("all", "全部")], required=False)


class AppointeeForm(Filled):
    name = forms.CharField(label="姓名", max_length=40)
    organ = BodyField(label="任职机关")
    post = forms.CharField(label="职务", max_length=80)
    appointed_on = DateField(label="任命日期")
    basis = forms.CharField(label="任命依据", max_length=120, help_text="如“区五届人大常委会第三次会议”。")
    user = AccountField()


class EndForm(forms.Form):
    ended_on = DateField(label="离任日期")
    end_reason = forms.CharField(label="离任原因", max_length=120, help_text="如“机构撤销，职务自然免除”。")


class RoundForm(forms.Form):
    """The year, until when, and whose appointees are balloted."""

    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)
    due_on = DateField(label="履职报告提交期限")
    organs = forms.ModelMultipleChoiceField(
        label="本年测评的机关",
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="一般每年选一个机关，其任命人员由常委会会议测评。标有年份的，是最近一次测评的年度。",
    )

    def __init__(self, *args: Any, organs: Any, years: dict[int, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["organs"]
        field.queryset = organs
        field.label_from_instance = lambda organ: (
            f"{organ.label}（{years[organ.pk]}年测评过）" if organ.pk in years else organ.label
        )


class DutyReportForm(forms.Form):
    text = LongText(
        label="履职报告", rows=12, help_text="依法履职、执行人大决议和办理代表建议、廉洁自律的情况，问题和打算。"
    )
    kept_promises = LongText(label="供职承诺兑现情况", rows=5, required=False)
    files = attachments()


class BallotForm(Filled):
    """At which meeting, and how."""

    meeting = sc_meeting()
    mode = Choice(BallotMode.choices, label="测评方式")


class MeasureForm(forms.Form):
    what = forms.CharField(label="要求", max_length=200)
    due_on = DateField(label="落实期限")


class DoneForm(forms.Form):
    text = LongText(label="落实情况", rows=6)
    files = attachments()
