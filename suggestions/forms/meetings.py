"""Calling an assignment meeting, and the lines of its table."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone

from foundation.accounts.models import Organisation
from foundation.accounts.roles import OrganisationKind
from foundation.web.fields import DateField, LongText
from suggestions.states import UnitRole

_BETWEEN = re.compile(r"[、，,；;\n]+")
MODES = [(UnitRole.LEAD, "主办会办"), (UnitRole.SEPARATE, "分别办理")]
GOVERNMENT = "government"
TWO_STEPS = [*MODES, (GOVERNMENT, "转政府办公室")]


class MeetingForm(forms.Form):
    """Name, day, place, and with whom."""

    title = forms.CharField(label="名称", max_length=80)
    held_on = DateField(label="交办日期", help_text="本次交办的各件建议统一以这一天为交办之日，法定答复期限由此起算。")
    place = forms.CharField(label="地点", max_length=80, required=False)
    with_government = forms.BooleanField(label="与政府联合召开", required=False)
    with_cppcc = forms.BooleanField(label="与政协联合召开", required=False)
    note = LongText(label="说明", rows=3, required=False)


class Directory:
    """Bodies at work by the names people write; asked once for a page."""

    def __init__(self, units: list[Organisation], *, two_steps: bool = False) -> None:
        self.units, self.two_steps = units, two_steps
        self.by_name = {name: unit for unit in units for name in (unit.short_name, unit.name) if name}
        self.by_key = {unit.pk: unit for unit in units}

    def find(self, name: str) -> Organisation:
        """The body of that name. ValidationError for one that is closed or unknown."""
        found = self.by_name.get(name.strip())
        if found is None:
            raise forms.ValidationError(f"“{name.strip()}”不是现行承办单位，可能已撤并或者写法有误，请从列表中选择。")
        return found

    def goes_in_two_steps(self, name: str) -> bool:
        """Whether a body of this name is reached through the government office."""
        unit = self.by_name.get(name.strip())
        if unit is None or unit.kind == OrganisationKind.GOVERNMENT_OFFICE:
            return False
        return self.two_steps and unit.under_government


class LineForm(forms.Form):
    """How one suggestion is to be handled. Nothing counts before somebody has ticked it or confirmed the page."""

    chosen = forms.BooleanField(label="选定", required=False)
    mode = forms.ChoiceField(label="方式", choices=MODES)
    lead = forms.CharField(label="主办单位", max_length=100, required=False)
    others = forms.CharField(label="会办单位", max_length=300, required=False)
    is_key = forms.BooleanField(label="重点督办", required=False)
    is_difficult = forms.BooleanField(label="难度大", required=False)
    ground = forms.CharField(required=False, widget=forms.HiddenInput)
    # Which confirmation the page showed; one without it comes from no page of ours.
    seen = forms.CharField(max_length=60, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, directory: Directory, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.directory = directory
        self.fields["mode"].choices = TWO_STEPS if directory.two_steps else MODES
        for name in ("lead", "others"):
            self.fields[name].widget.attrs.update({"class": "form-control", "autocomplete": "off"})
        self.fields["lead"].widget.attrs["list"] = "units"
        self.fields["mode"].widget.attrs["class"] = "form-select"
        for name in ("chosen", "is_key", "is_difficult"):
            self.fields[name].widget.attrs["class"] = "form-check-input"

    def clean_lead(self) -> Organisation | None:
        """The first unit of the line; the government office settles its own, here it is an advice."""
        if self._to_government() and not self.cleaned_data["lead"].strip():
            return None
        if not self.cleaned_data["lead"].strip():
            raise forms.ValidationError("请填写主办单位；分别办理的，填写其中一个单位。")
        return self.directory.find(self.cleaned_data["lead"])

    def clean_others(self) -> list[Organisation]:
        """The further units, none of them twice."""
        names = [name for name in _BETWEEN.split(self.cleaned_data["others"]) if name.strip()]
        found = [self.directory.find(name) for name in names]
        if len({unit.pk for unit in found}) < len(found):
            raise forms.ValidationError("同一个单位只能出现一次，请删除重复的一个。")
        return found

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        lead, others = cleaned.get("lead"), cleaned.get("others") or []
        if lead and lead in others:
            self.add_error("others", f"{lead}已是主办单位，同一个单位只能出现一次。")
        if cleaned.get("mode") == UnitRole.SEPARATE and "others" in cleaned and not others:
            self.add_error("others", "分别办理的，请再填写至少一个单位。")
        return cleaned

    def _to_government(self) -> bool:
        return self.cleaned_data.get("mode") == GOVERNMENT

    def handling(self) -> dict[str, Any]:
        """What `confirm_row` is told: the units, or that the government office distributes it and what is advised."""
        if not self._to_government():
            return {"units": self.units()}
        lead, others = self.cleaned_data["lead"], self.cleaned_data["others"]
        said = [f"主办{lead.label}"] if lead else []
        said += [f"会办{'、'.join(unit.label for unit in others)}"] if others else []
        return {"to_government": True, "advice": "，".join(said)}

    def units(self) -> list[tuple[Organisation, str]]:
        """(organisation, role) of every unit of the line."""
        separate = self.cleaned_data["mode"] == UnitRole.SEPARATE
        first, rest = (UnitRole.SEPARATE, UnitRole.SEPARATE) if separate else (UnitRole.LEAD, UnitRole.CO)
        return [(self.cleaned_data["lead"], first), *((unit, rest) for unit in self.cleaned_data["others"])]


def advised(advice: str) -> dict[str, str]:
    """The units of an advice as they were typed: the other way round of `LineForm.handling`."""
    if advice.startswith("会办"):
        return {"lead": "", "others": advice.removeprefix("会办")}
    lead, _, others = advice.removeprefix("主办").partition("，会办")
    return {"lead": lead, "others": others}


def posted_line(key: int, data: Mapping[str, Any], directory: Directory) -> LineForm:
    """The line of one suggestion as it was posted."""
    return LineForm(data, prefix=f"p{key}", directory=directory)


def this_year() -> str:
    """A name to begin with."""
    return f"{timezone.localdate().year}年代表建议交办会"
