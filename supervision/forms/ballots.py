"""Ballots: planning, presence, the paper itself, counting, announcing."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from deputies.models import Meeting
from foundation.ballots import electronic
from foundation.ballots.models import BallotRule, ElectronicBallot
from foundation.web.fields import Choice, DateField, LongText
from foundation.workflow import Refused
from supervision.models import Ballot, BallotLine, Elector
from supervision.states.ballots import BallotMode, BallotState

MOST = 10_000
RULE_HELP = "办法写明计算基数、等次和结果，由委员会秘书在后台“测评办法”中维护。"
NEGATIVE = {"min_value": "票数和人数不能是负数。"}


class PlanForm(forms.Form):
    """One ballot at a meeting."""

    topic = forms.CharField(label="表决事项", max_length=200, help_text="如“关于教育工作审议意见研究处理情况的报告”。")
    meeting = forms.ModelChoiceField(label="会议", queryset=Meeting.objects.none(), empty_label="请选择会议")
    held_on = DateField(label="表决日期")
    rule_code = forms.ChoiceField(label="表决办法", help_text=RULE_HELP)
    mode = Choice(BallotMode.choices, label="表决方式")
    lines = LongText(
        label="表决项", rows=5, help_text="每行一项，如每名拟任命人员、每个项目各一行；只有一项的，写一行。"
    )
    all_members = forms.IntegerField(
        label="应到人数",
        required=False,
        min_value=1,
        max_value=MOST,
        help_text="留空时按名册计算；名册以外的全体组成人员也应计入。",
    )
    capped = forms.CharField(
        label="限选的选项", max_length=20, required=False, help_text="如“赞成”；不限制的，两栏都留空。"
    )
    cap = forms.IntegerField(label="至多选几项", required=False, min_value=1, max_value=500)

    def __init__(self, *args: Any, meetings: QuerySet, rules: QuerySet[BallotRule], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings
        self.fields["rule_code"].choices = [("", "请选择办法"), *dict(rules.values_list("code", "name")).items()]

    def clean_lines(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["lines"].splitlines() if line.strip()]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if bool(cleaned.get("capped")) != bool(cleaned.get("cap")):
            self.add_error("cap", "限选的选项和至多选几项应当一起填写。")
        capped, cap = cleaned.pop("capped", ""), cleaned.pop("cap", None)
        cleaned["limit"] = electronic.Limit(capped, cap) if capped and cap else None
        return cleaned


class ElectorsField(forms.ModelMultipleChoiceField):
    """Boxes in columns: a congress has hundreds of members."""

    widget = forms.CheckboxSelectMultiple


class OpenForm(forms.Form):
    """Who is absent, and beside it the number counted in the hall: both must come to the same."""

    present_number = forms.IntegerField(
        label="到会人数",
        min_value=1,
        max_value=MOST,
        error_messages=NEGATIVE,
        help_text="会场清点的人数，开始以后不能再改。",
    )
    absent = ElectorsField(
        label="没有到会的人员",
        queryset=Elector.objects.none(),
        required=False,
        help_text="勾选请假、缺席的；其余按到会登记，人数应当与会场清点的一致。",
    )
    on_paper = ElectorsField(
        label="使用纸质票的人员",
        queryset=Elector.objects.none(),
        required=False,
        help_text="不便使用手机的，发给纸质票；其余使用手机或者电脑表决。只有一两张纸质票时，清点的人会看出怎样投的票，最好多发几张。",
    )
    papers_issued = forms.IntegerField(label="发出票数", min_value=0, max_value=MOST, error_messages=NEGATIVE)

    def __init__(self, *args: Any, ballot: Ballot, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.roll = ballot.electors.all()
        self.has_roll = self.roll.exists()
        self.fields["absent"].queryset = self.fields["on_paper"].queryset = self.roll
        if not self.has_roll:
            del self.fields["absent"]
        if ballot.mode != BallotMode.SECRET:
            del self.fields["on_paper"]
        if ballot.mode != BallotMode.PAPER:
            del self.fields["papers_issued"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.has_roll or "absent" not in cleaned:
            return cleaned
        away = {row.pk for row in cleaned.pop("absent")}
        cleaned["present"] = [row for row in self.roll if row.pk not in away]
        counted, listed = cleaned.get("present_number"), len(cleaned["present"])
        if counted is not None and counted != listed:
            self.add_error("present_number", f"会场清点{counted}人，名册登记到会{listed}人，请核对后再开始。")
        return cleaned


class VoteForm(forms.Form):
    """The paper: a choice for each line, nothing preset; a line left blank has to be meant."""

    blank_ok = forms.BooleanField(label="有没选的项，我确认按未选（无效票）提交", required=False)

    def __init__(self, *args: Any, held: ElectronicBallot, lines: list[BallotLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.held, self.lines = held, lines
        choices = [(grade, grade) for grade in held.grades]
        for place, line in enumerate(lines):
            self.fields[f"line_{place}"] = Choice(choices, label=line.name, required=False, help_text=line.note)
        self.order_fields([*(f"line_{place}" for place in range(len(lines))), "blank_ok"])
        if not self.is_bound:
            # Asked only of somebody who has left a line blank.
            del self.fields["blank_ok"]

    @property
    def choices(self) -> list[str]:
        """What was chosen, in the order of the lines."""
        return [self.cleaned_data.get(f"line_{place}", "") for place in range(len(self.lines))]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        blank = [place for place, choice in enumerate(self.choices) if not choice and f"line_{place}" in cleaned]
        if blank and not cleaned.get("blank_ok"):
            self.add_error(f"line_{blank[0]}", "这一项还没有选择；确实不选的，请勾选最下方的确认。")
        if not self.errors:
            self._check()
        return cleaned

    def _check(self) -> None:
        try:
            electronic.check_choices(self.held, self.choices)
        except Refused as refusal:
            raise ValidationError(refusal.reason) from refusal


class ReadingForm(forms.Form):
    """What one person counted: papers returned, and each line's votes."""

    returned = forms.IntegerField(
        label="收回票数", min_value=0, max_value=MOST, error_messages=NEGATIVE, help_text="收回的全部纸质票，含无效票。"
    )

    def __init__(self, *args: Any, ballot: Ballot, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names, self.grades = [line.name for line in ballot.lines.all()], ballot.rule.grade_names
        for place, name in enumerate(self.names):
            for number, grade in enumerate(self.grades):
                self._add(f"line_{place}_{number}", f"{name}：{grade}")
            self._add(f"line_{place}", f"{name}：无效票")

    @property
    def papers_back(self) -> int:
        """For the transition."""
        return self.cleaned_data["returned"]

    def figures(self) -> list[dict[str, Any]]:
        """For the transition."""
        given = self.cleaned_data
        return [
            {
                "votes": {grade: given[f"line_{place}_{number}"] for number, grade in enumerate(self.grades)},
                "invalid": given[f"line_{place}"],
            }
            for place in range(len(self.names))
        ]

    def _add(self, name: str, label: str) -> None:
        self.fields[name] = forms.IntegerField(label=label, min_value=0, max_value=MOST, error_messages=NEGATIVE)


class AnnounceForm(forms.Form):
    publish = forms.BooleanField(
        label="向社会公开结果",
        required=False,
        help_text="勾选后任何人都可以在门户网站查看结果、下载结果文件并自行核算。",
    )


class BallotReasonForm(forms.Form):
    reason = LongText(label="理由", rows=3, max_length=300)


class BallotFilter(forms.Form):
    q = forms.CharField(label="表决事项", max_length=40, required=False)
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *BallotState.choices], required=False)
    mode = forms.ChoiceField(label="方式", choices=[("", "全部"), *BallotMode.choices], required=False)


class ResultFilter(forms.Form):
    q = forms.CharField(label="表决事项", max_length=40, required=False)
