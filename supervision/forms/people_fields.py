"""Fields of the forms about appointments and resolutions: meetings, accounts, organs, appointees, reasons."""

from typing import Any

from django import forms

from deputies.models import Meeting, MeetingKind
from foundation.accounts.models import Organisation, User
from foundation.accounts.people import people_with
from foundation.accounts.roles import OrganisationKind
from foundation.web.fields import DateField, LongText
from supervision.models import Appointee
from supervision.rules.house import ANSWERING, BODIES


class MeetingField(forms.ModelChoiceField):
    """Meetings of one kind of the district's own congress, the latest first."""

    def __init__(self, kind: str, **kwargs: Any) -> None:
        self.kind = kind
        super().__init__(queryset=Meeting.objects.none(), empty_label="请选择会议", **kwargs)

    def fill(self) -> None:
        home = Meeting.objects.filter(term__congress__is_home=True, kind=self.kind)
        self.queryset = home.select_related("term").order_by("-term__number", "-number")


def sc_meeting(**kwargs: Any) -> MeetingField:
    help_text = "没有列出的，请委员会秘书在后台登记会议。"
    return MeetingField(MeetingKind.STANDING_COMMITTEE, label="常委会会议", help_text=help_text, **kwargs)


def council(**kwargs: Any) -> MeetingField:
    return MeetingField(MeetingKind.COUNCIL, label="决定列入的主任会议", required=False, **kwargs)


class BodyField(forms.ModelChoiceField):
    """Bodies under supervision by their short names."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Organisation.objects.none(), empty_label="请选择单位", **kwargs)

    def fill(self) -> None:
        self.queryset = Organisation.objects.active().of_kind(*BODIES).order_by("pinyin_key", "pk")


class CommitteeField(forms.ModelChoiceField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Organisation.objects.none(), required=False, empty_label="由办事机构负责", **kwargs)

    def fill(self) -> None:
        committees = Organisation.objects.active().of_kind(OrganisationKind.SC_COMMITTEE)
        self.queryset = committees.order_by("pinyin_key", "pk")


class AccountField(forms.ModelChoiceField):
    """Accounts of people who act for a body; the user name tells namesakes apart."""

    def __init__(self, **kwargs: Any) -> None:
        help_text = "有账号的，本人可以在线考试、提交报告；没有的由办事机构代录纸质材料。"
        facts = {"label": "本人的登录账号", "required": False, "empty_label": "没有账号", "help_text": help_text}
        super().__init__(queryset=User.objects.none(), **facts, **kwargs)

    def fill(self) -> None:
        self.queryset = people_with(ANSWERING).order_by("pinyin_key", "pk")

    def label_from_instance(self, user: User) -> str:
        return f"{user.name}（{user.username}）"


class InOfficeField(forms.ModelChoiceField):
    """Appointees in office."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Appointee.objects.none(), required=False, empty_label="请选择", **kwargs)

    def fill(self) -> None:
        self.queryset = Appointee.objects.filter(ended_on__isnull=True).select_related("organ")


class Filled(forms.Form):
    """A form whose choices are read when it is built."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if hasattr(field, "fill"):
                field.fill()


class WhyForm(forms.Form):
    reason = LongText(label="理由", rows=3, max_length=200)


class WhyUntilForm(forms.Form):
    reason = LongText(label="理由", rows=3, max_length=300)
    due_on = DateField(label="新的期限")


class NothingForm(forms.Form):
    """Asks nothing: the step itself is the answer."""
