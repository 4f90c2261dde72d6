"""Ideas for livelihood projects: the citizen's form, the office's entry, the screening."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from deputies.models import Area, AreaKind, Deputy, Mandate
from foundation.accounts.models import Organisation
from foundation.accounts.phones import is_phone, normalise_phone
from foundation.intake import codes
from foundation.intake.models import ConsentText
from foundation.web.fields import Choice, LongText
from liaison_stations.models import Letter
from suggestions.models import Suggestion
from supervision.forms.projects import bodies
from supervision.models import Project, ProjectStandard
from supervision.states.project_idea import IdeaChannel, IdeaState
from supervision.states.project_year import ProjectStandardCode

C = ProjectStandardCode


def places() -> QuerySet[Area]:
    return Area.objects.filter(kind__in=(AreaKind.TOWNSHIP, AreaKind.STREET)).order_by("pk")


class IdeaForm(forms.Form):
    """What a citizen would like to have done; name and telephone only if he wants to be asked."""

    title = forms.CharField(label="标题", max_length=60, help_text="一句话写明想办什么，例如：东街社区加装电梯。")
    text = LongText(label="具体内容", rows=6)
    area = forms.ModelChoiceField(
        label="在哪个乡镇、街道", queryset=Area.objects.none(), required=False, empty_label="全区"
    )
    name = forms.CharField(
        label="姓名（选填）", max_length=40, required=False, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    phone = forms.CharField(
        label="电话（选填）",
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    consent = forms.BooleanField(error_messages={"required": "请阅读上面的说明，同意后勾选这一项。"})
    consent_contact = forms.BooleanField(required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = places()
        self.least = ProjectStandard.objects.amount_on(C.IDEA_LEAST, on)
        self.most = ProjectStandard.objects.amount_on(C.IDEA_MOST, on) or 1000
        self.fields["text"].help_text = f"写明在哪里、办什么、哪些人受益，{self.least or 1}至{self.most}字。"
        self.texts = ConsentText.objects.on(on, "project_idea", "project_idea_contact")
        for field, purpose in (("consent", "project_idea"), ("consent_contact", "project_idea_contact")):
            if purpose in self.texts:
                self.fields[field].label = self.texts[purpose].ask
            else:
                self.fields.pop(field)

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        if not self.least <= len(text) <= self.most:
            raise ValidationError(f"请写{self.least}至{self.most}字，现有{len(text)}字。")
        return text

    def clean_phone(self) -> str:
        phone = normalise_phone(self.cleaned_data["phone"])
        if phone and not is_phone(phone):
            raise ValidationError("电话号码不完整，请核对。手机号为11位，座机请加区号。")
        return phone

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        given = found.get("name") or found.get("phone")
        if given and "consent_contact" in self.fields and not found.get("consent_contact"):
            self.add_error("consent_contact", "您留了姓名或者电话，请勾选同意；不想留的，请清空后再提交。")
        return found

    @property
    def consents(self) -> list[ConsentText]:
        """The texts that were agreed to."""
        given = {"project_idea": "consent", "project_idea_contact": "consent_contact"}
        return [text for purpose, text in self.texts.items() if self.cleaned_data.get(given[purpose])]


class LookUpForm(forms.Form):
    """The way back to an idea."""

    number = forms.CharField(label="编号", max_length=60, help_text="写在回执上，例如：征〔2027〕12。")
    code = forms.CharField(
        label="查询码",
        max_length=60,
        help_text="8位字母和数字，大小写、空格、横线都可以。",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class EnterIdeaForm(forms.Form):
    """The office writes down what came another way; letters and suggestions by their number."""

    channel = Choice([row for row in IdeaChannel.choices if row[0] != IdeaChannel.WEB], label="来源")
    title = forms.CharField(label="标题", max_length=60)
    text = LongText(label="具体内容", rows=5)
    area = forms.ModelChoiceField(
        label="所在乡镇、街道", queryset=Area.objects.none(), required=False, empty_label="全区"
    )
    deputy = forms.ModelChoiceField(
        label="提出的代表", queryset=Deputy.objects.none(), required=False, empty_label="来源为代表时选择"
    )
    unit = forms.ModelChoiceField(
        label="提出的单位", queryset=Organisation.objects.none(), required=False, empty_label="来源为部门、乡镇时选择"
    )
    letter_number = forms.CharField(label="来信编号", max_length=40, required=False, help_text="来源为来信时填写。")
    suggestion_number = forms.CharField(
        label="建议编号", max_length=40, required=False, help_text="来源为代表建议时填写，例如“第12号”或者12。"
    )

    def __init__(self, *args: Any, user: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["area"].queryset = places()
        seats = Mandate.objects.at_home().serving_on(on).values("deputy")
        self.fields["deputy"].queryset = Deputy.objects.filter(pk__in=seats).order_by("pinyin_key", "pk")
        self.fields["unit"].queryset = bodies()

    def clean_letter_number(self) -> Letter | None:
        """A letter this person may read."""
        typed = self.cleaned_data["letter_number"]
        if not typed:
            return None
        found = Letter.objects.visible_to(self.user).filter(number=codes.plain_number(typed)).first()
        if found is None:
            raise ValidationError("没有找到这封来信，请核对编号。")
        return found

    def clean_suggestion_number(self) -> Suggestion | None:
        """A registered suggestion this person may read, the latest of that number."""
        typed = self.cleaned_data["suggestion_number"].strip()
        if not typed:
            return None
        digits = typed.removeprefix("第").removesuffix("号")
        wanted = Q(number_text=typed) | Q(number=int(digits) if digits.isdecimal() and len(digits) < 8 else 0)
        found = Suggestion.objects.visible_to(self.user).filter(wanted).order_by("-pk").first()
        if found is None:
            raise ValidationError("没有找到这件建议，请核对编号。")
        return found


class OwnIdeaForm(forms.Form):
    """A deputy or a body proposes something."""

    channel = Choice([(IdeaChannel.DEPUTY, "我以代表身份提出"), (IdeaChannel.UNIT, "我单位提出")], label="由谁提出")
    title = forms.CharField(label="标题", max_length=60)
    text = LongText(label="具体内容", rows=5)
    area = forms.ModelChoiceField(
        label="所在乡镇、街道", queryset=Area.objects.none(), required=False, empty_label="全区"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = places()


class AdoptIdeaForm(forms.Form):
    project = forms.ModelChoiceField(label="纳入的项目", queryset=Project.objects.none(), empty_label="请选择项目")
    public_words = forms.CharField(
        label="公开的概述", max_length=120, help_text="另写一句，群众能认出是自己的意见，不写个人信息。"
    )
    reason = forms.CharField(label="采纳说明", max_length=300, required=False)

    def __init__(self, *args: Any, projects: QuerySet[Project], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["project"].queryset = projects


class DeclineIdeaForm(forms.Form):
    public_words = forms.CharField(
        label="公开的概述", max_length=120, help_text="另写一句，群众能认出是自己的意见，不写个人信息。"
    )
    reason = LongText(label="未采纳的理由（公开）", rows=3, max_length=300)


class IdeaFilter(forms.Form):
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *IdeaState.choices], required=False)
    channel = forms.ChoiceField(label="来源", choices=[("", "全部"), *IdeaChannel.choices], required=False)
