"""The filters above lists; whatever is empty does not narrow."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from deputies.models import Delegation, Meeting, Term
from foundation.deadlines.models import Deadline
from suggestions.forms.common import UnitField
from suggestions.models import Assignment, Category
from suggestions.states import REGISTERED_ONWARD, Channel, SuggestionState

LIGHTS = [
    ("red", "红灯：已逾期"),
    ("orange", "橙灯：即将到期"),
    ("yellow", "黄灯：临近到期"),
    ("green", "绿灯：时间充裕"),
]


PLAIN = ("state", "term", "channel", "delegation", "is_key")


class SearchForm(forms.Form):
    """Words, category, state."""

    q = forms.CharField(
        label="关键词",
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "标题、内容或编号"}),
    )
    category = forms.ModelChoiceField(
        label="类别", queryset=Category.objects.all(), required=False, empty_label="全部类别"
    )

    def narrow(self, rows: QuerySet, wanted: dict[str, Any], on: date) -> QuerySet:
        """`rows` under the filled fields."""
        if words := wanted.get("q"):
            rows = rows.search(words)
        if category := wanted.get("category"):
            rows = rows.filter(category=category)
        return rows


class PublicSearchForm(SearchForm):
    """What a citizen narrows by."""

    unit = UnitField(label="承办单位", required=False)
    meeting = forms.ModelChoiceField(
        label="会议", queryset=Meeting.objects.sessions(), required=False, empty_label="全部会议"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].empty_label = "全部单位"

    def narrow(self, rows: QuerySet, wanted: dict[str, Any], on: date) -> QuerySet:
        rows = super().narrow(rows, wanted, on)
        if unit := wanted.get("unit"):
            rows = rows.handled_by(unit)
        return rows.filter(meeting=wanted["meeting"]) if wanted.get("meeting") else rows


class DeskFilterForm(PublicSearchForm):
    """What staff and deputies narrow by."""

    state = forms.ChoiceField(label="状态", required=False)
    light = forms.ChoiceField(label="期限", choices=[("", "不限"), *LIGHTS], required=False)
    term = forms.ModelChoiceField(label="届", queryset=Term.objects.all(), required=False, empty_label="全部")
    channel = forms.ChoiceField(label="提出时间", choices=[("", "全部"), *Channel.choices], required=False)
    delegation = forms.ModelChoiceField(
        label="代表团", queryset=Delegation.objects.all(), required=False, empty_label="全部代表团"
    )
    is_key = forms.BooleanField(label="只看重点督办", required=False)

    def __init__(self, *args: Any, states: Any = REGISTERED_ONWARD, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown = [(state.value, state.label) for state in SuggestionState if state in states]
        self.fields["state"].choices = [("", "全部状态"), *shown]

    def narrow(self, rows: QuerySet, wanted: dict[str, Any], on: date) -> QuerySet:
        rows = super().narrow(rows, wanted, on)
        plain = {
            name: wanted[name] for name in ("state", "term", "channel", "delegation", "is_key") if wanted.get(name)
        }
        rows = rows.filter(**plain)
        return rows.filter(lit(wanted["light"], on)) if wanted.get("light") else rows


def lit(colour: str, on: date) -> Q:
    """Suggestions with an open clock of this colour on `on`, their own or that of one of their assignments."""
    clocks = Deadline.objects.with_colour(colour, on).filter(limit__is_window=False)
    parts = Assignment.objects.active().filter(pk__in=clocks.subject_ids(Assignment))
    suggestion = Assignment._meta.get_field("suggestion").related_model
    return Q(pk__in=clocks.subject_ids(suggestion)) | Q(pk__in=parts.values("suggestion"))
