"""Deliberation opinions: putting together, handing over, handling, reviewing."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Meeting, MeetingKind
from foundation.accounts.models import Organisation
from foundation.ballots.models import BallotRule
from foundation.files.forms import attachments
from foundation.web.fields import Choice, DateField, LongText
from supervision.forms.problems import ANY, committees, units
from supervision.models import Undertaking
from supervision.states.ballots import BallotMode
from supervision.states.opinion import OpinionState, ReportTerm


def meetings(kind: str) -> QuerySet[Meeting]:
    """Meetings of the present term of one kind, the latest first."""
    here = Meeting.objects.filter(term__is_current=True, term__congress__is_home=True, kind=kind)
    return here.order_by("-opens_on", "-number")


class OpinionFilter(forms.Form):
    q = forms.CharField(label="标题或文号", max_length=40, required=False)
    state = forms.ChoiceField(label="状态", choices=[ANY, *OpinionState.choices], required=False)
    overdue = forms.BooleanField(label="只看超期", required=False)


class DraftForm(forms.Form):
    undertaking = forms.ModelChoiceField(
        label="监督事项", queryset=Undertaking.objects.none(), required=False, empty_label="不属于已登记的监督事项"
    )
    title = forms.CharField(label="标题", max_length=120, help_text="如“关于无障碍环境建设法执法检查报告的审议意见”。")
    text = LongText(label="审议意见", rows=10, help_text="一条意见写一段，便于逐条研究处理。")
    committee = forms.ModelChoiceField(label="负责的工作委员会", queryset=Organisation.objects.none())
    meeting = forms.ModelChoiceField(
        label="审议的常委会会议", queryset=Meeting.objects.none(), empty_label="请选择会议"
    )
    heard_on = DateField(label="审议日期")

    def __init__(self, *args: Any, own: set[int] | None, undertakings: QuerySet, **kwargs: Any) -> None:
        """`own` are the committees of somebody who may choose only those; None where all may be chosen."""
        super().__init__(*args, **kwargs)
        field = self.fields["committee"]
        field.queryset = committees() if own is None else committees().filter(pk__in=own)
        field.empty_label = "请选择委员会" if own is None else None
        self.fields["undertaking"].queryset = undertakings
        self.fields["meeting"].queryset = meetings(MeetingKind.STANDING_COMMITTEE)


class ReviseForm(forms.Form):
    title = forms.CharField(label="标题", max_length=120)
    text = LongText(label="审议意见", rows=10)


class AdoptForm(forms.Form):
    council = forms.ModelChoiceField(label="主任会议", queryset=Meeting.objects.none(), empty_label="请选择会议")
    adopted_on = DateField(label="通过日期")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["council"].queryset = meetings(MeetingKind.COUNCIL)


class HandForm(forms.Form):
    unit = forms.ModelChoiceField(label="承办机关", queryset=Organisation.objects.none(), empty_label="请选择单位")
    others = forms.ModelMultipleChoiceField(
        label="同时交办的其他机关",
        queryset=Organisation.objects.none(),
        required=False,
        help_text="可以选择多个；文号相同，各机关分别报送方案和报告，分别计算期限。",
    )
    head = forms.CharField(label="文头", max_length=60, help_text="审议意见使用专门的文头。")
    number = forms.CharField(label="文号", max_length=40, help_text="如“示人常审〔2026〕3号”。")
    term = Choice(ReportTerm.choices, label="报告期限", help_text="各类期限由委员会秘书在后台“期限”中维护。")
    until = DateField(label="另定的报告日期", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = self.fields["others"].queryset = units()


class PlanForm(forms.Form):
    text = LongText(label="研究处理方案", rows=6, help_text="逐条写明措施、责任人和时间安排。")
    files = attachments()


class SendForm(forms.Form):
    text = LongText(label="处理报告（征求意见稿）", rows=8)
    files = attachments()


class CommentForm(forms.Form):
    text = LongText(label="对处理报告的意见", rows=6, help_text="写明需要补充、修改的内容；同意的，写“同意”。")


class ReportForm(forms.Form):
    text = LongText(label="执行情况", rows=6)
    adopted = LongText(label="采纳情况", rows=5, help_text="逐条写明采纳与否，未采纳的写明理由。")
    effect = LongText(label="措施和成效", rows=5)
    late_reason = LongText(label="逾期原因", rows=3, required=False, help_text="在期限内报送的不用填写。")
    files = attachments("报告正文和附件")


class BallotForm(forms.Form):
    meeting = forms.ModelChoiceField(label="常委会会议", queryset=Meeting.objects.none(), empty_label="请选择会议")
    rule_code = forms.ChoiceField(label="测评办法")
    mode = Choice(BallotMode.choices, label="测评方式")

    def __init__(self, *args: Any, rules: QuerySet[BallotRule], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings(MeetingKind.STANDING_COMMITTEE)
        self.fields["rule_code"].choices = [("", "请选择办法"), *dict(rules.values_list("code", "name")).items()]


class PassForm(forms.Form):
    text = LongText(label="审议结果", rows=4, help_text="写明在哪次会议审议、测评结果如何。")


class FailForm(forms.Form):
    text = LongText(label="没有通过的原因和要求", rows=4)
    until = DateField(label="重新报告的日期", help_text="一般在下一次常委会会议以前。")
    measures = LongText(
        label="进一步的监督措施",
        rows=3,
        required=False,
        help_text="两次没有通过的必须填写，如向常委会作出说明、专题询问、组织特定问题调查。",
    )
