"""The rules of a rota, a period to arrange, a day put in by hand, who came; leave and swapping."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Deputy
from foundation.web.fields import Choice, DateField, LongText, MomentField
from liaison_stations.models import RotaRule
from liaison_stations.states.rota import Months, Recurrence, RestDay, Weekday

DIGITS = tuple(
    (digit, f"逢{name}") for digit, name in zip((1, 2, 3, 4, 5, 6, 7, 8, 9, 0), "一二三四五六七八九十", strict=True)
)
NEEDED = {
    Recurrence.WEEKDAY: ("weekdays", "请选择星期几。"),
    Recurrence.MONTHDAY: ("days", "请填写每月哪几日。"),
    Recurrence.MARKET: ("market", "请选择逢集日的尾数。"),
    Recurrence.DATES: ("dates", "请填写日期，每行一个。"),
}
# What belongs to one kind of rule alone; the page shows it with that kind.
OWN_FIELDS = {
    Recurrence.WEEKDAY: ("weekdays", "weeks"),
    Recurrence.MONTHDAY: ("days",),
    Recurrence.MARKET: ("market",),
    Recurrence.DATES: ("dates",),
}


class Ticks(forms.TypedMultipleChoiceField):
    """Small numbers to tick."""

    def __init__(self, choices: Any, **kwargs: Any) -> None:
        widget = forms.CheckboxSelectMultiple
        super().__init__(choices=choices, coerce=int, widget=widget, required=False, empty_value=[], **kwargs)


class DaysField(forms.CharField):
    """Days of a month as people write them: 9、19."""

    def clean(self, value: Any) -> list[int]:
        parts = [part for part in re.split(r"[、，,；;\s日号]+", str(super().clean(value) or "")) if part]
        if any(not part.isdecimal() or not 1 <= int(part) <= 31 for part in parts):
            raise forms.ValidationError("请填写1至31之间的日期，多个日期用顿号分开，如：9、19。")
        return sorted({int(part) for part in parts})


class DatesField(LongText):
    """One date a line."""

    def clean(self, value: Any) -> list[date]:
        found, one = [], DateField()
        for line in str(super().clean(value) or "").split():
            try:
                found.append(one.clean(line))
            except forms.ValidationError as error:
                raise forms.ValidationError(f"“{line[:20]}”不是日期，请写成2026-09-01这样，每行一个。") from error
        return sorted(set(found))


class RuleForm(forms.Form):
    """When a station receives."""

    kind = Choice(Recurrence.choices, label="接待日怎样确定")
    weekdays = Ticks(Weekday.choices, label="星期几")
    weeks = Ticks(
        [(week, f"第{name}个") for week, name in enumerate("一二三四五", 1)],
        label="当月第几个",
        help_text="不选的为每周。",
    )
    days = DaysField(
        label="每月哪几日", required=False, max_length=100, help_text="如：9、19。当月没有31日的为最后一天。"
    )
    market = Ticks(DIGITS, label="农历逢集日", help_text="如逢五逢十，选“逢五”和“逢十”。")
    dates = DatesField(label="指定日期", required=False, rows=4, help_text="每行一个，如：2026-09-01。")
    months = forms.ChoiceField(label="月份", choices=Months.choices, initial=Months.EVERY)
    rest_day = forms.ChoiceField(label="遇节假日、休息日", choices=RestDay.choices, initial=RestDay.ROLL)
    starts_at = forms.TimeField(label="开始时间", initial="09:00", widget=forms.TimeInput({"type": "time"}, "%H:%M"))
    ends_at = forms.TimeField(label="结束时间", initial="11:30", widget=forms.TimeInput({"type": "time"}, "%H:%M"))
    seats = forms.IntegerField(label="每次值班代表（名）", min_value=1, max_value=20, initial=2)
    notice_days = forms.IntegerField(label="提前几天通知代表、公告群众", min_value=0, max_value=60, initial=3)
    place = forms.CharField(label="接待地点", max_length=120, required=False, help_text="不填的为本站地址。")
    legal_basis = forms.CharField(label="依据", max_length=200, help_text="如：本级《代表联络站工作办法》第几条。")
    valid_from = DateField(label="从哪天起执行")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        kind, start, end = data.get("kind"), data.get("starts_at"), data.get("ends_at")
        if kind:
            field, sentence = NEEDED[Recurrence(kind)]
            if not data.get(field) and field not in self.errors:
                self.add_error(field, sentence)
            others = {name for own in OWN_FIELDS.values() for name in own} - set(OWN_FIELDS[Recurrence(kind)])
            data |= {name: [] for name in others}
        if start and end and end <= start:
            self.add_error("ends_at", "结束时间须晚于开始时间。")
        return data

    @classmethod
    def facts_of(cls, rule: RotaRule) -> dict[str, Any]:
        """The rule as the form shows it."""
        facts = {name: getattr(rule, name) for name in cls.base_fields}
        facts["days"] = "、".join(map(str, rule.days))
        facts["dates"] = "\n".join(day.isoformat() for day in rule.dates)
        return facts


class EndRuleForm(forms.Form):
    until = DateField(label="执行到哪天为止", help_text="以后已安排的接待日不受影响，需要取消的请逐个取消。")


class PeriodForm(forms.Form):
    """From when until when days are arranged."""

    start = DateField(label="从")
    end = DateField(label="到", help_text="一般一次排一个季度或者半年。")


class DeputiesField(forms.ModelMultipleChoiceField):
    """Deputies by name, to tick."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Deputy.objects.none(), widget=forms.CheckboxSelectMultiple, **kwargs)

    def label_from_instance(self, obj: Deputy) -> str:
        return obj.name


class SlotForm(forms.Form):
    """A reception day outside of the rules."""

    starts_at = MomentField(label="开始时间")
    ends_at = MomentField(label="结束时间")
    topic = forms.CharField(label="接待主题", max_length=60, required=False, help_text="如：供水改造专题接待。")
    place = forms.CharField(label="接待地点", max_length=120, required=False, help_text="不填的为本站地址。")
    deputies = DeputiesField(label="值班代表", error_messages={"required": "请至少选择一名代表。"})

    def __init__(self, *args: Any, deputies: QuerySet[Deputy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deputies"].queryset = deputies


class FillForm(forms.Form):
    """Who takes a place on the day; those free, whoever sat least first."""

    deputies = DeputiesField(label="补充值班代表", error_messages={"required": "请至少选择一名代表。"})

    def __init__(self, *args: Any, deputies: Sequence[Deputy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["deputies"]
        field.queryset = Deputy.objects.filter(pk__in=[deputy.pk for deputy in deputies])
        field.choices = [(deputy.pk, deputy.name) for deputy in deputies]
        if not deputies:
            field.help_text = "本站当天没有空闲的代表。"


class ReasonForm(forms.Form):
    reason = forms.CharField(label="理由", max_length=200)


class CancelSlotForm(forms.Form):
    reason = forms.CharField(label="取消的理由", max_length=200, help_text="代表会收到，群众在联络站页面会看到。")


class CloseForm(forms.Form):
    """Who came: deputies and citizens."""

    present = DeputiesField(label="到岗的代表", required=False)
    visitors = forms.IntegerField(
        label="来访群众（人）", min_value=0, max_value=5000, help_text="没有群众来访的填0，同样计入接待次数。"
    )

    def __init__(self, *args: Any, deputies: QuerySet[Deputy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["present"].queryset = deputies


class CorrectForm(CloseForm):
    reason = forms.CharField(label="更正的理由", max_length=200)


class SwapForm(forms.Form):
    """Whom one asks, and for which of his days."""

    choice = Choice((), label="商请谁", error_messages={"required": "请选择一位代表。"})
    reason = forms.CharField(label="理由", max_length=200)

    def __init__(self, *args: Any, options: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["choice"].choices = options


class DeclineForm(forms.Form):
    answer = forms.CharField(label="说明", max_length=200, required=False)


def quarter_from(on: date) -> tuple[date, date]:
    """Tomorrow, and the end of the quarter that is at least a month away."""
    start = on + timedelta(days=1)
    later = start + timedelta(days=31)
    month = (later.month - 1) // 3 * 3 + 4
    first = date(later.year + (month > 12), month - 12 if month > 12 else month, 1)
    return start, first - timedelta(days=1)
