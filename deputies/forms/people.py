"""What the office enters about a person and his seat."""

from typing import Any

from django import forms

from deputies.models import BirthPrecision, Constituency, Delegation, Deputy, DeputyGroup, Level, Mandate, Sex, Term
from deputies.transitions.amend import PICTURES
from foundation.files.forms import UploadField
from foundation.web.fields import DateField, LongText

PERSON = (
    "name", "sex", "ethnic_group", "native_place", "birth_month", "birth_precision", "education", "degree", "party",
    "employer_title", "occupation", "returned_overseas", "first_elected", "certificate_no", "profile", "remark",
)  # fmt: skip
SEAT = ("delegation", "constituency", "group", "re_elected", "sc_member", "special_committee")


def _text(name: str, model: Any = Deputy, **kwargs: Any) -> forms.CharField:
    field = model._meta.get_field(name)
    kwargs.setdefault("required", False)
    return forms.CharField(label=field.verbose_name, max_length=field.max_length, **kwargs)


class PersonForm(forms.Form):
    """One person's particulars. Telephone, e-mail and photograph are replaced only where one is given."""

    name = _text("name", required=True)
    sex = forms.ChoiceField(label="性别", choices=[("", "未填"), *Sex.choices], required=False)
    ethnic_group = _text("ethnic_group", help_text="如：汉族。")
    native_place = _text("native_place", help_text="如：湖南长沙。")
    birth_month = DateField(label="出生年月", required=False, help_text="只知道月份的，日期填1日。")
    birth_precision = forms.ChoiceField(label="出生日期精确到", choices=BirthPrecision.choices)
    education = _text("education", help_text="如：大学。")
    degree = _text("degree", help_text="如：工学学士。")
    party = _text("party")
    employer_title = _text("employer_title")
    occupation = _text("occupation", help_text="如：农民、专业技术人员，用于结构统计。")
    returned_overseas = forms.BooleanField(label="归侨", required=False)
    first_elected = forms.IntegerField(
        label="首次当选届次", required=False, min_value=1, max_value=99, help_text="数字，如 4 表示第四届。"
    )
    certificate_no = _text("certificate_no")
    phone = forms.CharField(label="新联系电话", max_length=40, required=False, help_text="留空则不变。")
    email = forms.EmailField(label="新电子邮箱", required=False, help_text="留空则不变。")
    photo = UploadField(
        label="新照片", required=False, accept=PICTURES, help_text="留空则不变；照片中的位置等信息会去除。"
    )
    profile = LongText(label="个人简介", required=False, max_length=2000, help_text="经本人同意、审核后可以公开。")
    remark = _text("remark")

    def values(self) -> dict[str, Any]:
        """The columns of the person."""
        return {name: self.cleaned_data[name] for name in PERSON}

    def contact(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("phone", "email")}


class PlacesForm(forms.Form):
    """Where a seat belongs and what offices go with it; only places of its own term are offered."""

    delegation = forms.ModelChoiceField(label="代表团", queryset=Delegation.objects.none(), required=False)
    constituency = forms.ModelChoiceField(label="选区", queryset=Constituency.objects.none(), required=False)
    group = forms.ModelChoiceField(label="代表小组", queryset=DeputyGroup.objects.none(), required=False)
    re_elected = forms.BooleanField(label="连任", required=False)
    sc_member = forms.BooleanField(label="常委会组成人员", required=False)
    special_committee = _text("special_committee", Mandate)

    def __init__(self, *args: Any, term: Term | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, model in (("delegation", Delegation), ("constituency", Constituency), ("group", DeputyGroup)):
            self.fields[name].queryset = model.objects.filter(term=term)
            self.fields[name].empty_label = "未定"
        # A seat that sits in a delegation is moved to another one, never left without.
        self.fields["delegation"].required = bool(self.initial.get("delegation"))

    def seat_values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in SEAT}


class SeatForm(PlacesForm):
    """A new seat in the current term, by election or by-election."""

    level = forms.ChoiceField(label="层级", choices=Level.choices)
    by_election = forms.BooleanField(label="补选", required=False, help_text="补选的，须填写当选日期和常委会公告。")
    elected_on = DateField(label="当选日期", required=False)
    announcement_no = forms.CharField(
        label="公告文号", max_length=60, required=False, help_text="如：示人常〔2026〕3号。"
    )
    announced_on = DateField(label="公告日期", required=False)
    field_order = ("level", "by_election", "elected_on", "announcement_no", "announced_on")

    def __init__(self, *args: Any, term: Term | None, **kwargs: Any) -> None:
        super().__init__(*args, term=term, **kwargs)
        self.term = term
        if term is not None:
            self.fields["level"].initial = term.level

    def clean(self) -> dict[str, Any]:
        found = super().clean()
        if self.term and found.get("level") == self.term.level and not found.get("delegation"):
            self.add_error("delegation", "请选择代表团。")
        return found

    def mandate(self) -> Mandate:
        """The seat as it was filled in, not saved."""
        facts = {name: self.cleaned_data[name] for name in ("level", "by_election", "elected_on")}
        return Mandate(term=self.term, **facts, **self.seat_values())

    def announcement(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("announcement_no", "announced_on")}


class NewcomerForm(SeatForm, PersonForm):
    """A person who is not in the register yet, with his seat."""

    field_order = ("name", "sex", "ethnic_group", "birth_month", "birth_precision", "phone", *SeatForm.field_order)
    somebody_else = forms.BooleanField(
        label="同名同出生年月的确为两人", required=False, help_text="只在提示重名时勾选。"
    )
    photo = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in (("phone", "联系电话"), ("email", "电子邮箱")):
            self.fields[name].label, self.fields[name].help_text = label, ""

    def clean(self) -> dict[str, Any]:
        found = super().clean()
        name, birth = found.get("name"), found.get("birth_month")
        same = Deputy.objects.filter(name=name, birth_month=birth).first() if name and birth else None
        if same and not found.get("somebody_else"):
            self.add_error(
                "name",
                f"名册中已有同名同出生年月的{name}。同一人的，请打开其页面办理“登记代表职务”；确为两人的，请勾选后提交。",
            )
        return found
