"""Forms of the clocks."""

from django import forms

COLOURS = [("", "全部"), ("red", "红灯（已逾期）"), ("orange", "橙灯"), ("yellow", "黄灯"), ("green", "绿灯")]


class ClockFilter(forms.Form):
    """Narrows one's clocks to a light."""

    colour = forms.ChoiceField(
        label="状态", choices=COLOURS, required=False, error_messages={"invalid_choice": "请从列出的状态中选择。"}
    )
