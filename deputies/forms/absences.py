"""What the office writes about a missed session."""

from django import forms

from foundation.web.fields import LongText


class HandleForm(forms.Form):
    """What was done."""

    handling = LongText(
        label="处理情况", rows=5, help_text="如：已核实并与本人谈话；或者已提请代表资格审查委员会审查。"
    )
