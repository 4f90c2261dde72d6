"""The filters above lists; whatever is empty does not narrow."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.core.cache import cache
from django.db.models import Q, QuerySet

from deputies.models import Delegation, Meeting, Term
from foundation.deadlines.models import Deadline
from suggestions.forms.common import handling_units
from suggestions.models import Assignment, Category, ResultClass, Suggestion
from suggestions.states import REGISTERED_ONWARD, Channel, Grade, SuggestionState

LIGHTS = [
    ("red", "红灯：已逾期"),
    ("orange", "橙灯：即将到期"),
    ("yellow", "黄灯：临近到期"),
    ("green", "绿灯：时间充裕"),
]
PUBLISHED = [("", "不限"), ("yes", "已公开"), ("no", "未公开")]
# Shorter than a telephone number, longer than the number of a suggestion.
LONG_NUMBER = re.compile(r"[0-9](?:[ -]?[0-9]){4,}")
GRADES = [("", "不限"), *Grade.choices]
PLAIN = ("state", "term", "channel", "delegation", "is_key", "category", "meeting")
# Dictionaries change a few times a year; a list page asks for five of them each time it is opened.
REMEMBERED_SECONDS = 60


class RowChoice(forms.TypedChoiceField):
    """A choice among rows of a dictionary, by their keys; the form fills in the rows."""

    def __init__(self, *, empty: str, **kwargs: Any) -> None:
        self.empty = empty
        super().__init__(coerce=int, empty_value=None, required=False, **kwargs)


DICTIONARIES: dict[str, Callable[[], QuerySet]] = {
    "category": Category.objects.all,
    "unit": handling_units,
    "meeting": Meeting.objects.sessions,
    "term": Term.objects.all,
    "delegation": Delegation.objects.all,
}


def dictionaries() -> dict[str, list[tuple[Any, str]]]:
    """Keys and names of every dictionary, remembered together: one look into the cache for a page."""
    return cache.get_or_set("suggestions:filter-choices-2", _read, REMEMBERED_SECONDS)


def _read() -> dict[str, list[tuple[Any, str]]]:
    found: dict[str, list] = {name: [(row.pk, str(row)) for row in rows()] for name, rows in DICTIONARIES.items()}
    codes = ResultClass.objects.order_by("code").values_list("code", flat=True).distinct()
    found["result_class"] = [(code, f"{code}类") for code in codes]
    found["year"] = [(year, f"{year}年") for year in Suggestion.objects.published().years()]
    return found


class SearchForm(forms.Form):
    """What a citizen narrows by: words, category, unit, session."""

    q = forms.CharField(
        label="关键词",
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "标题、内容或编号"}),
    )
    category = RowChoice(label="类别", empty="全部类别")
    unit = RowChoice(label="承办单位", empty="全部单位")
    meeting = RowChoice(label="会议", empty="全部会议")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = dictionaries()
        for name, field in self.fields.items():
            if isinstance(field, RowChoice):
                field.choices = [("", field.empty), *rows[name]]

    def find(self, rows: Any, words: str) -> QuerySet:
        """`rows` that contain the words."""
        return rows.search(words)

    def narrow(self, rows: QuerySet, wanted: dict[str, Any], on: date) -> QuerySet:
        """`rows` under the filled fields."""
        rows = self.find(rows, wanted["q"]) if wanted.get("q") else rows
        rows = rows.handled_by(wanted["unit"]) if wanted.get("unit") else rows
        return rows.filter(**{name: wanted[name] for name in PLAIN if wanted.get(name)})


class PublicSearchForm(SearchForm):
    """What citizens narrow by besides: the year, the class of the public answer, the deputy's rating."""

    year = RowChoice(label="年度", empty="全部年度")
    result_class = forms.ChoiceField(label="答复类别", required=False)
    attitude = forms.ChoiceField(label="对办理态度的评价", choices=GRADES, required=False)
    result = forms.ChoiceField(label="对办理结果的评价", choices=GRADES, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["result_class"].choices = [("", "全部类别"), *dictionaries()["result_class"]]

    def find(self, rows: Any, words: str) -> QuerySet:
        """What the copy does not say cannot be found."""
        return rows.search_open(words)

    def narrow(self, rows: QuerySet, wanted: dict[str, Any], on: date) -> QuerySet:
        if LONG_NUMBER.search(wanted.get("q", "")):
            # What the page masks, a search must not give away digit by digit: long numbers find papers by theirs alone.
            rows, wanted = rows.filter(number_text__icontains=wanted["q"]), {**wanted, "q": ""}
        rows = super().narrow(rows, wanted, on)
        rows = rows.of_year(wanted["year"]) if wanted.get("year") else rows
        rows = rows.answered_as(wanted["result_class"]) if wanted.get("result_class") else rows
        grades = {name: wanted[name] for name in ("attitude", "result") if wanted.get(name)}
        return rows.rated_as(**grades) if grades else rows


class DeskFilterForm(SearchForm):
    """What staff and deputies narrow by; the first few stand open, the others are folded away."""

    leading = 4
    field_order = ("q", "state", "light", "unit")
    state = forms.ChoiceField(label="状态", required=False)
    light = forms.ChoiceField(label="期限", choices=[("", "不限"), *LIGHTS], required=False)
    term = RowChoice(label="届", empty="全部")
    channel = forms.ChoiceField(label="提出时间", choices=[("", "全部"), *Channel.choices], required=False)
    delegation = RowChoice(label="代表团", empty="全部代表团")
    published = forms.ChoiceField(label="公开", choices=PUBLISHED, required=False)
    is_key = forms.BooleanField(label="只看重点督办", required=False)
    states: tuple[str, ...] = (*REGISTERED_ONWARD, SuggestionState.SUBMITTED, SuggestionState.SENT_BACK)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown = [(state.value, state.label) for state in SuggestionState if state in self.states]
        self.fields["state"].choices = [("", "全部状态"), *shown]

    def narrow(self, rows: QuerySet, wanted: dict[str, Any], on: date) -> QuerySet:
        rows = super().narrow(rows, wanted, on)
        if wanted.get("published"):
            rows = rows.filter(published_at__isnull=wanted["published"] == "no")
        return rows.filter(lit(wanted["light"], on)) if wanted.get("light") else rows


class MyFilterForm(DeskFilterForm):
    """A deputy finds his drafts and what was withdrawn too."""

    leading = 3
    states = tuple(SuggestionState)


def lit(colour: str, on: date) -> Q:
    """Suggestions with an open clock of this colour on `on`, their own or that of one of their assignments."""
    clocks = Deadline.objects.with_colour(colour, on).filter(limit__is_window=False)
    parts = Assignment.objects.active().filter(pk__in=clocks.subject_ids(Assignment))
    return Q(pk__in=clocks.subject_ids(Suggestion).union(parts.values("suggestion"), all=True))
