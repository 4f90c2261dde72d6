from django import forms


class SearchForm(forms.Form):
    """Words to look for, at least one character that is not a blank."""

    q = forms.CharField(
        label="关键词",
        max_length=60,
        error_messages={"required": "请输入要查找的字词。"},
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "建议标题、内容、编号，代表姓名"}),
    )
