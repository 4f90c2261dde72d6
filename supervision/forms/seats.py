"""Recalls and by-elections: what the office fills in, and the deputy's defence."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Constituency, Delegation, Mandate
from deputies.models.deputy import Sex
from foundation.files.forms import attachments
from foundation.web.fields import Choice, DateField, LongText
from supervision.models import SeatCandidate
from supervision.states.seats import ByElectionState, RecallState, StopGround


def count(label: str, help_text: str = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=10_000_000, help_text=help_text)


class SeatField(forms.ModelChoiceField):
    def label_from_instance(self, seat: Mandate) -> str:
        return f"{seat.deputy.name}（{seat.title}，{seat.constituency or '未登记选区'}）"


class ReceiveForm(forms.Form):
    """The demand as it came in. Names of those who signed stay in the papers."""

    mandate = SeatField(label="代表", queryset=Mandate.objects.none(), empty_label="请选择代表")
    received_on = DateField(label="收到日期")
    signatures = count("联名选民人数", "按罢免要求上的签名填写，核对以后再决定是否受理。")
    reasons = LongText(label="罢免理由", rows=6, help_text="照录罢免要求写明的理由，不写联名选民的姓名。")
    files = attachments("罢免要求和签名册")

    def __init__(self, *args: Any, seats: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mandate"].queryset = seats


class SeatReasonForm(forms.Form):
    reason = LongText(label="理由", rows=3, max_length=300)


class AcceptForm(forms.Form):
    verified = count("经核对的联名人数", "只计原选区的选民，重复和不符的不计。")
    copied_on = DateField(label="罢免要求送代表本人的日期")


class DefenceForm(forms.Form):
    defence = LongText(label="书面申辩意见", rows=8, help_text="印发选民以前可以修改，以最后一次为准。")
    speaks = forms.BooleanField(label="要求在选民会议上申辩", required=False)
    files = attachments("申辩材料")


class CirculateForm(forms.Form):
    circulated_on = DateField(label="印发日期")
    circulated_how = forms.CharField(label="怎样印发", max_length=120, help_text="如“入户发放并在各选民小组张贴”。")
    vote_on = DateField(label="表决日期")
    presided_by = forms.CharField(label="主持表决的负责人员", max_length=60)
    files = attachments("印发的材料")


class StopForm(forms.Form):
    ground = Choice(
        [(ground.value, ground.label) for ground in StopGround if ground != StopGround.SEAT_OVER], label="终止情形"
    )
    reason = LongText(label="情况说明", rows=3, max_length=300)
    files = attachments("有关材料")


class PapersForm(forms.Form):
    """The papers of one vote."""

    held_on = DateField(label="投票日期")
    voters = count("选区选民人数")
    issued = count("发出票数", "参加投票、领取选票的人数。")
    returned = count("收回票数")


class CountRecallForm(PapersForm):
    yes = count("赞成")
    no = count("反对")
    abstained = count("弃权")
    invalid = count("废票")
    files = attachments("计票记录")


class VoidForm(PapersForm):
    reason = LongText(label="投票无效的理由", rows=3, max_length=200)


class ReviewForm(forms.Form):
    review_on = DateField(label="报告日期")
    review = LongText(label="资格审查报告的意见", rows=4)
    files = attachments("资格审查报告")


class WinnersField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple


class ReviewElectionForm(ReviewForm):
    valid = WinnersField(
        label="当选有效的", queryset=SeatCandidate.objects.none(), required=False, help_text="没有勾选的即为当选无效。"
    )
    reason = LongText(label="当选无效的理由", rows=2, max_length=200, required=False)
    field_order = ["review_on", "valid", "reason", "review", "files"]

    def __init__(self, *args: Any, winners: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["valid"].queryset = winners
        self.fields["valid"].initial = list(winners)


class AnnounceForm(forms.Form):
    announcement_no = forms.CharField(label="公告文号", max_length=60, help_text="如：示人常〔2026〕3号。")
    announced_on = DateField(label="公告日期")


class VacantField(forms.ModelChoiceField):
    def label_from_instance(self, row: Constituency) -> str:
        return f"{row.term.congress.short_name} {row}（缺{row.vacant}名）"


class DelegationField(forms.ModelChoiceField):
    def label_from_instance(self, row: Delegation) -> str:
        return f"{row.term.congress.short_name} {row}"


class CallElectionForm(forms.Form):
    constituency = VacantField(label="选区", queryset=Constituency.objects.none(), empty_label="请选择有缺额的选区")
    delegation = DelegationField(
        label="当选后编入的代表团", queryset=Delegation.objects.none(), empty_label="请选择代表团"
    )
    places = forms.IntegerField(label="补选名额", min_value=1, max_value=3, initial=1)
    cause = LongText(label="出缺情况", rows=3, max_length=300, help_text="如“代表某某调离本行政区域，资格终止”。")
    decided_by = forms.CharField(label="决定补选的会议", max_length=80)
    decided_on = DateField(label="决定日期")
    vote_on = DateField(label="投票日期")
    files = attachments("决定和补选办法")

    def __init__(self, *args: Any, places: QuerySet, delegations: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["constituency"].queryset = places
        self.fields["delegation"].queryset = delegations


class CandidateForm(forms.Form):
    name = forms.CharField(label="姓名", max_length=40)
    sex = Choice(Sex.choices, label="性别")
    birth_month = DateField(label="出生年月", help_text="只知道年月的，日期填1日。")
    ethnic_group = forms.CharField(label="民族", max_length=20, required=False)
    party = forms.CharField(label="政治面貌", max_length=20, required=False)
    employer_title = forms.CharField(label="工作单位及职务", max_length=120)
    nominated_by = forms.CharField(label="提名", max_length=120, help_text="如“中共示范区委”“选民15人联名”。")


class ListedForm(forms.Form):
    listed_on = DateField(label="公布日期")


class CountElectionForm(PapersForm):
    """One field of votes for everybody who is voted on."""

    def __init__(self, *args: Any, standing: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.standing = list(standing)
        for row in self.standing:
            self.fields[f"votes_{row.pk}"] = count(f"{row.name}得票")
        self.fields["others"] = count("另选他人得票", "没有的填0。")
        self.fields["invalid"] = count("废票", "没有的填0。")
        self.fields["files"] = attachments("计票记录")


class RecallFilter(forms.Form):
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *RecallState.choices], required=False)


class ByElectionFilter(forms.Form):
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *ByElectionState.choices], required=False)
