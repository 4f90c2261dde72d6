"""What was typed comes back as plain words: nothing of the form, no key, no password."""

from django import forms
from django.http import QueryDict

from foundation.web.kept import kept_words


class Paper(forms.Form):
    title = forms.CharField(label="标题")
    secret = forms.CharField(label="密码", widget=forms.PasswordInput)
    grade = forms.ChoiceField(label="等次", choices=[("甲", "优秀")])


def test_only_what_was_written_is_kept():
    posted = QueryDict(mutable=True)
    posted.update({"title": " 修路 ", "secret": "口令", "grade": "甲", "version": "3", "points-0-text": "第一条"})

    assert kept_words(Paper, posted) == [("标题", "修路"), ("", "第一条")]
    assert kept_words(None, QueryDict("token=abc")) == []
