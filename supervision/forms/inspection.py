"""What a supervision finds out: what is typed."""

import re
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Deputy, Mandate
from foundation.accounts.models import Organisation, User
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.ballots.models import BallotRule
from foundation.files.forms import attachments
from foundation.web.fields import DateField, LongText
from supervision.forms.undertakings import bodies
from supervision.models import TeamMember, Undertaking
from supervision.states.ballots import BallotMode
from supervision.states.inspection import OpinionSource, TeamRole, VisitKind

HOUSE = (Role.CHAIR, Role.VICE_CHAIR, Role.SC_MEMBER, Role.COMMITTEE)
LINE = re.compile(r"^(?P<answer>.+?)[\s:：]+(?P<count>\d+)$")


class PersonChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class TeamForm(forms.Form):
    """One person: a colleague, a deputy, or somebody else by name."""

    role = forms.ChoiceField(label="分工", choices=TeamRole.choices, initial=TeamRole.MEMBER)
    person = PersonChoice(
        label="主任、副主任、常委会组成人员和工作委员会人员",
        queryset=User.objects.none(),
        required=False,
        empty_label="不选",
    )
    deputy = PersonChoice(label="代表", queryset=Deputy.objects.none(), required=False, empty_label="不选")
    name = forms.CharField(
        label="其他人员姓名", max_length=40, required=False, help_text="例如邀请的专家，没有账号也可以。"
    )
    post = forms.CharField(label="职务", max_length=80, required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people_with(HOUSE, on=on).order_by("pinyin_key", "pk")
        seats = Mandate.objects.at_home().serving_on(on)
        serving = Deputy.objects.filter(pk__in=seats.order_by().values("deputy"))
        self.fields["deputy"].queryset = serving.order_by("pinyin_key", "pk")


class VisitForm(forms.Form):
    kind = forms.ChoiceField(label="方式", choices=VisitKind.choices)
    visited_on = DateField(label="日期")
    place = forms.CharField(label="地点", max_length=120)
    organisation = forms.ModelChoiceField(
        label="单位", queryset=Organisation.objects.none(), required=False, empty_label="不涉及具体单位"
    )
    members = forms.ModelMultipleChoiceField(
        label="参加人员",
        queryset=TeamMember.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    findings = LongText(label="发现的情况", rows=6, help_text="写具体：在哪里、看到什么、有多少。")
    matter = forms.CharField(label="办理的事项", max_length=80, required=False, help_text="体验办事时填写。")
    minutes = forms.IntegerField(label="用时（分钟）", min_value=0, max_value=10000, required=False)
    materials = forms.IntegerField(label="提交材料（份）", min_value=0, max_value=200, required=False)
    succeeded = forms.TypedChoiceField(
        label="当场办成",
        choices=[("", "不适用"), ("yes", "办成"), ("no", "没有办成")],
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
    )
    files = attachments("照片、材料")

    def __init__(self, *args: Any, undertaking: Undertaking, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = bodies()
        self.fields["members"].queryset = undertaking.team.filter(left_at__isnull=True)
        self.fields["visited_on"].initial = on
        if not undertaking.kind.tries_service:
            for name in ("matter", "minutes", "materials", "succeeded"):
                del self.fields[name]
            self.fields["kind"].choices = [pair for pair in VisitKind.choices if pair[0] != VisitKind.TRIAL]
        else:
            self.fields["kind"].initial = VisitKind.TRIAL


class QuestionsField(LongText):
    """Questions with their answers: the question on a line, below it one line for each answer and its number."""

    def clean(self, value: Any) -> list[tuple[str, list[tuple[str, int]]]]:
        found: list[tuple[str, list[tuple[str, int]]]] = []
        for line in filter(None, map(str.strip, super().clean(value).splitlines())):
            matched = LINE.match(line)
            if matched and found:
                found[-1][1].append((matched["answer"].strip(), int(matched["count"])))
            elif matched:
                raise forms.ValidationError(f"“{line}”前面请先写一行题目。")
            else:
                found.append((line, []))
        for text, answers in found:
            if not answers:
                raise forms.ValidationError(f"“{text}”下面请写各项回答和人数，例如“满意 120”。")
        return found


class SurveyForm(forms.Form):
    title = forms.CharField(label="问卷标题", max_length=100)
    audience = forms.CharField(label="调查对象", max_length=100, help_text="例如“公交乘客”。")
    surveyed_on = DateField(label="调查日期")
    issued = forms.IntegerField(label="发出份数", min_value=1)
    returned = forms.IntegerField(label="收回份数", min_value=0)
    valid = forms.IntegerField(label="有效份数", min_value=0)
    questions = QuestionsField(
        label="各题结果",
        rows=8,
        help_text="每题先写一行题目，下面每行写一项回答和人数，中间用空格隔开，例如“满意 120”。",
    )


class ArticleForm(forms.Form):
    law = forms.CharField(label="法律法规", max_length=100)
    article = forms.CharField(label="条文", max_length=60, help_text="例如“第二十条第一款”。")
    duty = LongText(label="规定的职责和检查要点", rows=3)


class FindingForm(forms.Form):
    finding = LongText(label="检查情况", rows=5, help_text="写明落实得怎样、存在什么问题。")


class OpinionForm(forms.Form):
    source = forms.ChoiceField(label="来源", choices=OpinionSource.choices)
    said_by = forms.CharField(label="提出人", max_length=60, required=False, help_text="群众意见不写姓名。")
    text = LongText(label="意见", rows=4)
    organisation = forms.ModelChoiceField(label="由谁回应", queryset=Organisation.objects.none(), empty_label="请选择")

    def __init__(self, *args: Any, rows: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = rows
        if len(rows) == 1:
            del self.fields["organisation"]


class AnswerOpinionForm(forms.Form):
    answer = LongText(label="在报告中怎样回应", rows=5, help_text="写明怎样采纳；没有采纳的，写明理由。")


class DecisionForm(forms.Form):
    text = LongText(label="议定事项", rows=4)
    unit = forms.ModelChoiceField(label="落实单位", queryset=Organisation.objects.none(), empty_label="请选择")
    due_on = DateField(label="完成期限")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = bodies()


class ItsBallotForm(forms.Form):
    rule_code = forms.ChoiceField(label="测评办法")
    mode = forms.ChoiceField(label="表决方式", choices=BallotMode.choices)
    lines = LongText(label="测评对象", rows=3, help_text="每行一个。")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        usable = BallotRule.objects.on(on).order_by("code")
        self.fields["rule_code"].choices = list(usable.values_list("code", "name"))

    def clean_lines(self) -> list[str]:
        return [line for line in map(str.strip, self.cleaned_data["lines"].splitlines()) if line]
