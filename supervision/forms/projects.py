"""Livelihood projects: the year, the project before the vote, its votes."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Deputy, Meeting
from foundation.accounts.models import Organisation
from foundation.web.fields import Choice, DateField, LongText
from supervision.models import Project, ProjectField
from supervision.rules.house import BODIES
from supervision.states.ballots import BallotMode
from supervision.states.project import CheckVerdict, ProjectState, RemarkStage
from supervision.states.project_year import ChoosingWay

INTRO = (
    "现面向社会征集民生实事项目。请围绕教育、医疗、养老、住房、交通、环境等群众关心的事情提出意见，"
    "写明想办什么、在哪里办。"
)


def bodies() -> QuerySet[Organisation]:
    return Organisation.objects.active().of_kind(*BODIES).order_by("pinyin_key", "pk")


class YearForm(forms.Form):
    """A new year: when citizens may write and what they read."""

    year = forms.IntegerField(label="实施年度", min_value=2000, max_value=2100)
    house = forms.ModelChoiceField(
        label="项目属于", queryset=Organisation.objects.none(), required=False, empty_label="本级（区）"
    )
    collect_from = DateField(label="征集开始")
    collect_until = DateField(label="征集截止")
    intro = LongText(label="征集公告", rows=5)

    def __init__(self, *args: Any, houses: QuerySet[Organisation], at_home: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["house"].queryset = houses
        if not at_home:
            self.fields["house"].required, self.fields["house"].empty_label = True, "请选择"


class AmendYearForm(forms.Form):
    collect_until = DateField(label="征集截止", help_text="只能推后。")
    intro = LongText(label="征集公告", rows=5)


class ListForm(forms.Form):
    """The list for the congress."""

    projects = forms.ModelMultipleChoiceField(
        label="候选项目",
        queryset=Project.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请勾选候选项目。"},
        help_text="按登记先后编号。没有勾选的仍为初步项目，不列入候选的请写明理由。",
    )
    way = Choice(ChoosingWay.choices, label="票决方式")
    places = forms.IntegerField(label="应选项目数", min_value=1, required=False, help_text="逐项表决不用填写。")
    approved_by = forms.CharField(
        label="讨论决定的会议", max_length=120, help_text="例如“区五届人大常委会第三十次会议”。"
    )

    def __init__(self, *args: Any, projects: QuerySet[Project], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["projects"].queryset = projects


class ReasonForm(forms.Form):
    reason = LongText(label="理由", rows=3, max_length=300)


class PublicReasonForm(forms.Form):
    reason = LongText(label="理由（公开）", rows=3, max_length=300, help_text="写明为什么，群众看得懂，不写个人信息。")


class AnnounceForm(forms.Form):
    announcement = forms.CharField(label="公告文号", max_length=60, help_text="例如“区人大公告〔2026〕2号”。")


class ProjectForm(forms.Form):
    """What is to be done, where, for how much, by whom, until when."""

    title = forms.CharField(label="项目名称", max_length=100)
    field = forms.ModelChoiceField(label="领域", queryset=ProjectField.objects.none(), empty_label="请选择")
    content = LongText(label="建设内容和标准", rows=5, help_text="写明数量和标准，完工以后能够对照验收。")
    place = forms.CharField(label="实施地点", max_length=120, required=False)
    amount = forms.DecimalField(
        label="计划投资（万元）", min_value=0, max_digits=12, decimal_places=2, help_text="没有投资的填0。"
    )
    funding = forms.CharField(label="资金来源", max_length=120)
    unit = forms.ModelChoiceField(label="责任单位", queryset=Organisation.objects.none(), empty_label="请选择单位")
    due_on = DateField(label="完成时间")

    def __init__(self, *args: Any, on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["field"].queryset = ProjectField.objects.on(on)
        self.fields["unit"].queryset = bodies()


class AskCheckForm(forms.Form):
    unit = forms.ModelChoiceField(label="论证单位", queryset=Organisation.objects.none(), empty_label="请选择单位")
    question = LongText(label="请论证什么", rows=3, max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = bodies()


class AnswerCheckForm(forms.Form):
    verdict = Choice(CheckVerdict.choices, label="论证意见")
    cost = forms.DecimalField(label="测算投资（万元）", min_value=0, max_digits=12, decimal_places=2, required=False)
    legal = LongText(label="政策法规和用地条件", rows=3, required=False)
    text = LongText(label="理由和建议", rows=5)


class RemarkForm(forms.Form):
    stage = Choice([row for row in RemarkStage.choices if row[0] != RemarkStage.DEPUTY], label="环节")
    speaker = forms.CharField(label="谁的意见", max_length=60, help_text="例如“青石镇代表团”。")
    text = LongText(label="意见", rows=4)


class OwnRemarkForm(forms.Form):
    """A deputy's own word."""

    text = LongText(label="您对这个项目的意见", rows=4)


MODES = (
    (BallotMode.PAPER, "纸质票，两名工作人员计票"),
    (BallotMode.SECRET, "无记名电子表决，代表用手机投票"),
    (BallotMode.NAMED, "记名电子表决，按姓名公布"),
)


class PlanVoteForm(forms.Form):
    meeting = forms.ModelChoiceField(
        label="会议", queryset=Meeting.objects.none(), required=False, empty_label="不在列表中，填写名称"
    )
    meeting_name = forms.CharField(label="会议名称", max_length=120, required=False, help_text="选择了会议的不用填写。")
    held_on = DateField(label="表决日期")
    mode = Choice(MODES, label="表决方式", initial=BallotMode.PAPER, required=False)

    def __init__(self, *args: Any, meetings: QuerySet[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if not found.get("meeting") and not found.get("meeting_name"):
            self.add_error("meeting_name", "请选择会议或者填写会议名称。")
        found["mode"] = found.get("mode") or BallotMode.PAPER
        return found


class VoteForm(forms.Form):
    """The papers once, then of each project how many stand for each grade. `line_<key>` holds the first grade."""

    def __init__(self, *args: Any, lines: list[Any], grades: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines, self.grades = lines, grades
        for name, label in (
            ("present", "到会代表"),
            ("issued", "发出票"),
            ("returned", "收回票"),
            ("invalid", "无效票"),
        ):
            self.fields[name] = _count(label)
        for line in lines:
            for place, grade in enumerate(grades):
                self.fields[_name(line.project_id, place)] = _count(grade)

    def rows(self) -> list[tuple[Any, list[Any]]]:
        """Each project with its fields, for the page."""
        places = range(len(self.grades))
        return [(line, [self[_name(line.project_id, place)] for place in places]) for line in self.lines]

    def papers(self) -> list[Any]:
        """The fields about the papers themselves."""
        return [self[name] for name in ("present", "issued", "returned", "invalid")]

    def figures(self) -> dict[str, Any]:
        """As the transition takes them."""
        given = self.cleaned_data
        votes = {
            line.project_id: {grade: given[_name(line.project_id, place)] for place, grade in enumerate(self.grades)}
            for line in self.lines
        }
        return {name: given[name] for name in ("present", "issued", "returned", "invalid")} | {"votes": votes}


class CheckVoteForm(forms.Form):
    agrees = Choice([("yes", "核对一致，确认结果"), ("no", "不一致，退回重新录入")], label="核对意见")
    reason = LongText(label="哪里不一致", rows=3, required=False, max_length=200, help_text="退回时必须填写。")

    def clean_agrees(self) -> bool:
        return self.cleaned_data["agrees"] == "yes"


class ProjectFilter(forms.Form):
    """The desk's list of projects."""

    q = forms.CharField(label="项目名称", max_length=40, required=False)
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *ProjectState.choices], required=False)
    field = forms.ModelChoiceField(
        label="领域", queryset=ProjectField.objects.all(), required=False, empty_label="全部"
    )


class AdoptForm(forms.Form):
    deputy = forms.ModelChoiceField(label="认领代表", queryset=Deputy.objects.none(), empty_label="请选择代表")

    def __init__(self, *args: Any, deputies: QuerySet[Deputy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deputy"].queryset = deputies


def _name(project: int, place: int) -> str:
    return f"line_{project}_{place}" if place else f"line_{project}"


def _count(label: str) -> forms.IntegerField:
    messages = {"min_value": "不能是负数。", "required": "请填写票数，没有的填0。"}
    return forms.IntegerField(label=label, min_value=0, max_value=10_000, error_messages=messages)
