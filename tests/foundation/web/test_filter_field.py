"""A field of a filter bar is drawn quickly, and says the same as the slow way."""

import re

import pytest
from crispy_forms.templatetags.crispy_forms_filters import as_crispy_field
from django import forms

from foundation.web.drawing import filter_field


class Filter(forms.Form):
    words = forms.CharField(label="关键词", required=False, widget=forms.TextInput(attrs={"placeholder": "标题<"}))
    unit = forms.ChoiceField(label="单位", choices=[("", "全部"), (7, "甲<乙"), ("8", "丙")], required=False)
    year = forms.ChoiceField(label="年份", choices=[("2026", "2026年")])
    grouped = forms.ChoiceField(label="组", choices=[("一组", [("1", "甲")])], required=False)
    told = forms.CharField(label="说明", help_text="怎样填写", required=False)
    only = forms.BooleanField(label="只看重点", required=False)


def flat(markup: str) -> tuple[str, list[tuple[str, ...]]]:
    """Text, and every tag with its attributes in any order; empty lines and order of attributes do not matter."""
    tags = [tuple(sorted(re.findall(r'[\w-]+(?:="[^"]*")?', tag))) for tag in re.findall(r"<[a-z][^>]*>", markup)]
    return "".join(re.sub(r"<[^>]*>", " ", markup).split()), tags


@pytest.mark.parametrize("data", [None, {}, {"words": "路灯", "unit": "7"}, {"words": "<b>", "unit": "x"}])
@pytest.mark.parametrize("name", ["words", "unit", "only"])
def test_it_looks_like_every_other_field(data: dict[str, str] | None, name: str) -> None:
    field = Filter(data)[name]

    # The paragraphs of errors carry numbers there.
    text, tags = flat(filter_field(field))
    slow_text, slow_tags = flat(as_crispy_field(field))

    assert text == slow_text
    assert [tag for tag in tags if tag[0] != "p"] == [
        tag for tag in slow_tags if not any("error_1" in part for part in tag)
    ]


@pytest.mark.parametrize("name", ["grouped", "told", "year"])
def test_what_it_does_not_know_is_left_to_crispy(name: str) -> None:
    assert filter_field(Filter()[name]) is None


def test_what_was_typed_is_never_markup() -> None:
    assert "<b>" not in filter_field(Filter({"words": "<b>", "unit": "<b>"})["words"])
