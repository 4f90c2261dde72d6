"""The ledger of promises: its filter, and what unit, deputy and office fill in."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from foundation.files.forms import attachments
from foundation.web.fields import DateField, LongText
from foundation.workdays.clock import today
from suggestions.forms.deputy import RateForm
from suggestions.forms.filters import RowChoice, dictionaries
from suggestions.models import Commitment, ProgressColour, ResultClass, Suggestion
from suggestions.states import CommitmentState

STANDS = [
    ("", "不限"),
    ("overdue", "已逾期"),
    ("carried", "跨年度、跨届结转"),
    ("none", "尚未填报进展"),
    ("upgraded", "已升类"),
]


def years_back(count: int = 10) -> list[tuple[int, str]]:
    """This year and the ones before it."""
    this_year = today().year
    return [(year, f"{year}年") for year in range(this_year, this_year - count, -1)]


class LedgerFilterForm(forms.Form):
    """What the ledger is narrowed by; whatever is empty does not narrow."""

    q = forms.CharField(
        label="关键词",
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "标题、编号或承诺事项"}),
    )
    unit = RowChoice(label="承诺单位", empty="全部单位")
    made = forms.TypedChoiceField(label="承诺年度", coerce=int, empty_value=None, required=False)
    colour = forms.ChoiceField(label="颜色", required=False)
    state = forms.ChoiceField(label="状态", choices=[("", "全部状态"), *CommitmentState.choices], required=False)
    stands = forms.ChoiceField(label="情形", choices=STANDS, required=False)
    category = RowChoice(label="类别", empty="全部类别")
    term = RowChoice(label="届", empty="全部")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = dictionaries()
        for name, field in self.fields.items():
            if isinstance(field, RowChoice):
                field.choices = [("", field.empty), *rows[name]]
        self.fields["made"].choices = [("", "全部"), *years_back()]
        colours = dict(ProgressColour.objects.order_by("order", "valid_from").values_list("code", "name"))
        self.fields["colour"].choices = [("", "全部颜色"), *colours.items()]

    def narrow(self, rows: QuerySet, wanted: dict[str, Any], on: date) -> QuerySet:
        """`rows` of promises under the filled fields."""
        if words := wanted.get("q"):
            papers = Suggestion.objects.search(words).order_by().values("pk")
            rows = rows.filter(Q(text__icontains=words) | Q(suggestion__in=papers))
        paths = {"unit": "assignment__unit", "made": "made_at__year", "colour": "colour__code", "state": "state"}
        paths |= {"category": "suggestion__category", "term": "suggestion__term"}
        rows = rows.filter(**{path: wanted[name] for name, path in paths.items() if wanted.get(name)})
        return self._stands(rows, wanted.get("stands", ""), on)

    def _stands(self, rows: QuerySet, wanted: str, on: date) -> QuerySet:
        if wanted == "overdue":
            return rows.overdue_on(on)
        if wanted == "carried":
            return rows.carried()
        narrowed = {"none": Q(colour=None, state=CommitmentState.OPEN), "upgraded": Q(upgraded_to__isnull=False)}
        return rows.filter(narrowed.get(wanted, Q()))


class ColourField(forms.ModelChoiceField):
    """One of the colours in force; those that say "done" only where `done` says so."""

    def __init__(self, *, done: bool = False, **kwargs: Any) -> None:
        self.done = done
        super().__init__(
            queryset=ProgressColour.objects.none(),
            widget=forms.RadioSelect,
            empty_label=None,
            error_messages={"required": "请选择一种颜色。"},
            **kwargs,
        )

    def offer(self, on: date) -> None:
        """Fills in the rows in force on `on`."""
        rows = ProgressColour.objects.on(on)
        self.queryset = rows if self.done else rows.filter(is_done=False)


class ProgressForm(forms.Form):
    """How far a promise is this month."""

    colour = ColourField(label="进展颜色", help_text="已经完成的，请改为办理“报告承诺兑现”。")
    text = LongText(label="进展情况", rows=4, help_text="写明本月做了什么、完成了多少。")
    obstacle = LongText(label="困难和需要协调的事项", rows=3, required=False, help_text="黄色、红色的必填。")
    files = attachments("佐证材料（照片、文件等）")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["colour"].offer(on)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        colour = cleaned.get("colour")
        if colour and colour.needs_reason and not cleaned.get("obstacle"):
            self.add_error("obstacle", f"选择“{colour.name}”的，请写明困难和需要协调的事项。")
        return cleaned


class PromiseRatingForm(RateForm):
    """The second rating; nothing is preset."""

    reason = LongText(
        label="不满意的原因和希望",
        rows=4,
        required=False,
        help_text="任一项为“不满意”时必填，该承诺将继续跟踪。",
    )


class CarryForm(forms.Form):
    """Why it was not done, and what comes next."""

    explanation = LongText(label="未完成原因", rows=4)
    plan = LongText(label="下一步措施", rows=4)
    planned_on = DateField(label="预计完成日期", required=False, help_text="可以不填；原承诺期限不变。")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on

    def clean_planned_on(self) -> date | None:
        day = self.cleaned_data["planned_on"]
        if day and day < self.on:
            raise forms.ValidationError("预计完成日期不能早于今天，请重新填写。")
        return day


class StatementForm(forms.Form):
    """One box for each promise, filled with what was last reported."""

    note = LongText(label="总体情况", rows=3, required=False)

    def __init__(self, *args: Any, promises: list[Commitment], latest: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.promises = promises
        for promise in promises:
            words = promise.evidence or latest.get(promise.pk, "")
            label = f"{promise.suggestion}：{promise.text}"
            self.fields[f"promise-{promise.pk}"] = LongText(label=label, rows=3, initial=words)

    def texts(self) -> dict[int, str]:
        """Commitment → what the unit states of it."""
        return {promise.pk: self.cleaned_data[f"promise-{promise.pk}"] for promise in self.promises}


class ReceiptForm(forms.Form):
    reply = forms.CharField(label="意见", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3}))


class LookBackForm(forms.Form):
    """Which replies are looked back at, and until when."""

    year = forms.TypedChoiceField(label="建议年度", coerce=int)
    class_code = forms.ChoiceField(label="答复类别")
    title = forms.CharField(label="名称", max_length=80, required=False, help_text="不填则自动生成。")
    due_on = DateField(label="填报期限")
    note = LongText(label="要求", rows=3, required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        self.fields["year"].choices = [("", "请选择"), *years_back()]
        codes = dict(ResultClass.objects.order_by("order", "code").values_list("code", "name"))
        self.fields["class_code"].choices = [("", "请选择"), *((code, f"{code}类") for code in codes)]

    def clean_due_on(self) -> date:
        day = self.cleaned_data["due_on"]
        if day < self.on:
            raise forms.ValidationError("填报期限不能早于今天，请重新填写。")
        return day


class LookBackAnswerForm(forms.Form):
    """Where the matter of one reply stands now."""

    colour = ColourField(label="现在的情况", done=True)
    text = LongText(label="落实情况", rows=4)
    files = attachments("佐证材料")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["colour"].offer(on)


class ConclusionForm(forms.Form):
    conclusion = LongText(label="总体情况", rows=5, help_text="写明解决了多少、还有哪些没有解决、下一步怎么办。")
