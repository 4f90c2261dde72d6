"""Street deliberation congresses: founding, members, meetings, votes."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from deputies.models import Area, Deputy, Sex
from foundation.ballots import Papers
from foundation.files.forms import attachments
from foundation.web.fields import Choice, DateField, LongText, MomentField
from liaison_stations.models import StreetMember, StreetQuota
from liaison_stations.states.street import MatterKind, VoteWay

QUOTAS = "人大代表 20\n政协委员 5\n居民代表 20\n企业和社会组织 5"


class FoundForm(forms.Form):
    """A congress of a street in its term."""

    area = forms.ModelChoiceField(label="街道", queryset=Area.objects.none(), empty_label="请选择街道")
    number = forms.IntegerField(label="届", min_value=1, max_value=99, help_text="数字，如1表示第一届。")
    starts_on = DateField(label="任期起")
    ends_on = DateField(label="任期止")
    size = forms.IntegerField(label="总名额", min_value=1, max_value=500)
    quotas = LongText(
        label="各方面名额",
        rows=6,
        help_text="每行一个方面和名额，用空格隔开，如“居民代表 20”。各方面合计应等于总名额。",
    )
    approved_by = forms.CharField(
        label="名额和结构的决定", max_length=120, help_text="决定名额和结构的会议，如“区人大常委会第三十次会议”。"
    )
    charter = LongText(label="议事规则", rows=6, required=False)

    def __init__(self, *args: Any, areas: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = areas

    def clean_quotas(self) -> list[tuple[str, int]]:
        """Name and seats of each line."""
        found: dict[str, int] = {}
        for line in filter(None, map(str.strip, self.cleaned_data["quotas"].splitlines())):
            name, _, places = line.rpartition(" ")
            if not name.strip() or not places.isdecimal() or not 0 < int(places[:4]) <= 500:
                raise ValidationError(f"“{line[:40]}”应写明方面和名额，中间用空格隔开，如“居民代表 20”。")
            if name.strip()[:40] in found:
                raise ValidationError(f"“{name.strip()[:40]}”写了两次，请合并。")
            found[name.strip()[:40]] = int(places)
        return list(found.items())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts and ends and ends <= starts:
            self.add_error("ends_on", "任期止应当晚于任期起。")
        return cleaned


class QuotaField(forms.ModelChoiceField):
    def label_from_instance(self, quota: StreetQuota) -> str:
        return f"{quota.name}（名额{quota.places}名，已有{getattr(quota, 'seated', 0)}名）"


class MemberForm(forms.Form):
    """A member; a deputy is chosen from the register, so that he finds the congress on his desk."""

    quota = QuotaField(label="方面", queryset=StreetQuota.objects.none(), empty_label="请选择方面")
    name = forms.CharField(label="姓名", max_length=20)
    sex = Choice(Sex.choices, label="性别")
    birth_year = forms.IntegerField(label="出生年份", min_value=1900, max_value=2100)
    is_party_member = forms.BooleanField(label="中共党员", required=False)
    post = forms.CharField(label="所在社区或者单位", max_length=60)
    here_since = forms.IntegerField(label="从哪一年起在本街道居住或者工作", min_value=1900, max_value=2100)
    recommended_by = forms.CharField(label="怎样推荐产生", max_length=120, help_text="如“东街社区居民会议民主推荐”。")
    phone = forms.CharField(
        label="联系电话", max_length=20, required=False, help_text="加密保存，只有召集工作人员经登记后可以查看。"
    )
    deputy = forms.ModelChoiceField(
        label="对应的人大代表",
        queryset=Deputy.objects.none(),
        required=False,
        empty_label="不是人大代表",
        help_text="是人大代表的请选择，本人登录后可以看到会议和意见。",
    )

    def __init__(self, *args: Any, quotas: QuerySet, deputies: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["quota"].queryset = quotas
        self.fields["deputy"].queryset = deputies


class ReasonForm(forms.Form):
    reason = LongText(label="理由", rows=3, max_length=200)


class MembersField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, member: StreetMember) -> str:
        return f"{member.name}（{member.quota.name}，{member.post}）"


class PresidiumForm(forms.Form):
    members = MembersField(label="主席团成员", queryset=StreetMember.objects.none())

    def __init__(self, *args: Any, members: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["members"].queryset = members


class PlanForm(forms.Form):
    """When and where, and what the meeting hears."""

    starts_at = MomentField(label="时间")
    place = forms.CharField(label="地点", max_length=120)
    reports = LongText(
        label="听取的报告",
        rows=4,
        required=False,
        help_text="每行一项，如“街道办事处上半年工作情况报告”。表决事项在会议页面“增加议题”。",
    )

    def clean_reports(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["reports"].splitlines() if line.strip()]


class MatterForm(forms.Form):
    kind = Choice(MatterKind.choices, label="类别")
    title = forms.CharField(label="议题", max_length=100)
    text = LongText(label="说明", rows=4, required=False, help_text="民生实事项目写明内容、资金和完成时间。")


class HoldForm(forms.Form):
    present = MembersField(
        label="到会的议政代表",
        queryset=StreetMember.objects.none(),
        error_messages={"required": "请勾选到会的议政代表。"},
    )
    minutes = LongText(label="会议情况", rows=8, help_text="听取了什么、讨论了什么、决定了什么。")

    def __init__(self, *args: Any, members: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["present"].queryset = members


class VoteForm(forms.Form):
    """The figures of a show of hands, or of the papers of a ballot."""

    way = Choice(VoteWay.choices, label="表决方式")

    def __init__(self, *args: Any, grades: tuple[str, ...], present: int, members: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.grades, self.present, self.members = grades, present, members
        for number, grade in enumerate(grades):
            self.fields[f"votes_{number}"] = _count(f"{grade}（票、人）")
        self.fields["issued"] = _count("发出票数", required=False, help_text="举手表决不用填写。")
        self.fields["invalid"] = _count("无效票数", required=False, help_text="举手表决不用填写。")
        self.fields["files"] = attachments("计票单扫描件")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("way") == VoteWay.BALLOT and cleaned.get("issued") is None:
            self.add_error("issued", "无记名投票请填写发出票数。")
        return cleaned

    def papers(self) -> Papers:
        """The figures for the arithmetic; hands that stay down count for nothing."""
        given = self.cleaned_data
        votes = {grade: given[f"votes_{number}"] for number, grade in enumerate(self.grades)}
        ballot = given["way"] == VoteWay.BALLOT
        invalid = (given["invalid"] or 0) if ballot else 0
        issued = given["issued"] if ballot else self.present
        returned = sum(votes.values()) + invalid
        return Papers(self.present, issued, returned, votes, invalid, self.members)


class CheckForm(forms.Form):
    agrees = Choice([("yes", "核对一致"), ("no", "不一致，退回重新录入")], label="核对意见")
    reason = LongText(label="哪里不一致", rows=3, required=False, max_length=200, help_text="退回时必须填写。")

    def clean_agrees(self) -> bool:
        return self.cleaned_data["agrees"] == "yes"


def _count(label: str, **kwargs: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=10_000, error_messages={"min_value": "不能是负数。"}, **kwargs
    )
