"""What the office enters for a change of term."""

from django import forms

from foundation.web.fields import DateField, LongText


class PrepareTermForm(forms.Form):
    starts_on = DateField(
        label="新一届第一次会议召开日期",
        help_text="办理换届时，本届任期至前一日止（代表法第二条）；日期有变的，可以由委员会秘书在后台改正。",
    )


class CarryOutForm(forms.Form):
    checked = forms.BooleanField(label="已核对试算结果：离任、连任、新当选人员和未办结事项无误")


class RemoveForm(forms.Form):
    reason = LongText(label="撤销理由", rows=2, max_length=200, help_text="如：重复登记、姓名登记错误。")
