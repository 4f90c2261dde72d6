"""Reports to voters: what office and deputy fill in."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Delegation, Mandate, VoterReport
from deputies.states import VoterReportState
from foundation.ballots import Base, Papers
from foundation.ballots.models import BallotRule
from foundation.files.forms import attachments
from foundation.web.fields import Choice, DateField, LongText, MomentField


class ReportFilter(forms.Form):
    """Year, delegation, state."""

    year = forms.TypedChoiceField(label="年度", required=False, coerce=int, empty_value=None)
    delegation = forms.ModelChoiceField(
        label="代表团", queryset=Delegation.objects.none(), required=False, empty_label="全部"
    )
    state = forms.ChoiceField(label="状态", required=False, choices=[("", "全部"), *VoterReportState.choices])

    def __init__(self, *args: Any, years: Sequence[int], delegations: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [("", "全部"), *((year, f"{year}年") for year in years)]
        self.fields["delegation"].queryset = delegations


class SeatsField(forms.ModelMultipleChoiceField):
    """Deputies to tick, each with delegation and when he last reported."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, seat: Mandate) -> str:
        last = getattr(seat, "last_report", None)
        told = f"上次述职{last.year}年{last.month}月" if last else "本届尚未述职"
        return f"{seat.deputy.name}（{seat.delegation or '未分团'}，{told}）"


class PlanForm(forms.Form):
    """Who reports when to whom."""

    planned_on = DateField(label="计划述职日期")
    statement_due_on = DateField(label="述职报告提交期限", help_text="代表写好述职报告、提交审阅的最后一天。")
    audience = forms.CharField(label="向谁述职", max_length=200, help_text="如“第3选区选民代表，约六十人”。")
    mandates = SeatsField(label="述职的代表", queryset=Mandate.objects.none())

    def __init__(self, *args: Any, seats: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mandates"].queryset = seats


class ReportsField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, report: VoterReport) -> str:
        return f"{report}（{report.mandate.delegation or '未分团'}，向{report.audience}）"


class MeetingForm(forms.Form):
    """The meeting at which several deputies may report."""

    reports = ReportsField(label="述职的代表", queryset=VoterReport.objects.none())
    title = forms.CharField(label="会议名称", max_length=120, help_text="如“第3选区代表述职会”。")
    starts_at = MomentField(label="开始时间")
    ends_at = MomentField(label="结束时间")
    place = forms.CharField(label="地点", max_length=120)

    def __init__(self, *args: Any, reports: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reports"].queryset = reports


class StatementForm(forms.Form):
    """The deputy's own words; kept as a draft until he says that it is ready."""

    statement = LongText(label="述职报告", rows=18, required=False)
    ready = forms.BooleanField(
        label="已写好，提交审阅", required=False, help_text="不勾选时只保存草稿，可以以后接着写。"
    )
    files = attachments("附件")


class ReadForm(forms.Form):
    accepted = Choice([("yes", "审阅通过，向社会公布"), ("no", "退回代表修改")], label="审阅意见")
    remarks = LongText(label="修改意见", rows=4, required=False, help_text="退回时必须填写，代表会看到。")

    def clean_accepted(self) -> bool:
        return self.cleaned_data["accepted"] == "yes"


class CountField(forms.IntegerField):
    """A number of people or papers."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_value=100_000, error_messages={"min_value": "不能是负数。"}, **kwargs)


FIGURES = (("present", "到会人数"), ("issued", "发出测评票"), ("returned", "收回测评票"), ("invalid", "其中无效票"))


class BallotForm(forms.Form):
    """The figures of the paper ballot, in the order in which they stand on the counting sheet.

    Where several bodies ballot, the sheet of each one after the other; its fields begin with its number ("0_present").
    """

    def __init__(self, *args: Any, rule: BallotRule | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.grades = rule.grade_names if rule else ()
        self.bodies = [group.name for group in rule.groups.all()] if rule else []
        self.asks_members = bool(rule and (rule.base == Base.ALL_MEMBERS or rule.quorum_top))
        if self.bodies:
            for place, name in enumerate(self.bodies):
                self._sheet(f"{place}_", f"{name}：")
        else:
            self._sheet("", "")
            self.fields["present"].label = "到会选民（代表）人数"
        self.fields["files"] = attachments("计票单扫描件")

    def _sheet(self, mark: str, name: str) -> None:
        for key, label in FIGURES:
            self.fields[f"{mark}{key}"] = CountField(label=f"{name}{label}", initial=0 if key == "invalid" else None)
        if self.asks_members:
            self.fields[f"{mark}all_members"] = CountField(label=f"{name}应到人数")
        for number, grade in enumerate(self.grades):
            self.fields[f"{mark}votes_{number}"] = CountField(label=f"{name}“{grade}”票")

    def papers(self) -> Papers | dict[str, Papers]:
        """The figures for the arithmetic; of several bodies each one's under its name."""
        if self.bodies:
            return {name: self._papers(f"{place}_") for place, name in enumerate(self.bodies)}
        return self._papers("")

    def _papers(self, mark: str) -> Papers:
        given = self.cleaned_data
        votes = {grade: given[f"{mark}votes_{number}"] for number, grade in enumerate(self.grades)}
        figures = {name: given[f"{mark}{name}"] for name, _ in FIGURES}
        return Papers(**figures, votes=votes, all_members=given.get(f"{mark}all_members"))


class CheckForm(forms.Form):
    agrees = Choice([("yes", "与计票单一致，公布结果"), ("no", "不一致，退回重新录入")], label="核对意见")
    reason = forms.CharField(label="哪里不一致", max_length=200, required=False)

    def clean_agrees(self) -> bool:
        return self.cleaned_data["agrees"] == "yes"


class RectifyForm(forms.Form):
    rectification = LongText(label="整改报告", rows=10, help_text="写明选民不满意的地方、采取的措施和结果。")
    files = attachments("附件")


class ConfirmForm(forms.Form):
    agrees = Choice([("yes", "整改到位，予以确认"), ("no", "退回继续整改，期限重新计算")], label="确认意见")
    remarks = LongText(label="说明", rows=4, required=False, help_text="退回时必须填写，代表会看到。")

    def clean_agrees(self) -> bool:
        return self.cleaned_data["agrees"] == "yes"


class MoveForm(forms.Form):
    """Another day; the day of the statement is asked only while it is awaited."""

    planned_on = DateField(label="新的述职日期")
    statement_due_on = DateField(label="述职报告提交期限")
    reason = forms.CharField(label="改期理由", max_length=200, help_text="代表会看到，如“与选区换届选举时间冲突”。")

    def __init__(self, *args: Any, awaited: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not awaited:
            del self.fields["statement_due_on"]


class CancelForm(forms.Form):
    reason = forms.CharField(label="取消理由", max_length=200)
