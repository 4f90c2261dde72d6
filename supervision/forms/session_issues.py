"""Issues of a questioning: the deputies' list, the body's remedy, the review."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from foundation.accounts.models import Organisation
from foundation.ballots import Papers
from foundation.files.forms import UploadField, attachments
from foundation.web.fields import Choice, DateField, LongText
from supervision.forms.questions import SeatField
from supervision.models import SessionSeat
from supervision.rules.house import BODIES
from supervision.states.session_issues import BODY_NOTES, IssueSource, IssueState


class IssueWords(forms.Form):
    """The wording of a line of the list."""

    title = forms.CharField(label="问题", max_length=100)
    facts = LongText(label="情况", rows=4, help_text="时间、地点、表现、群众怎样反映。")
    wanted = LongText(label="代表要求", rows=3, help_text="希望怎样解决、什么时候解决。")
    body = forms.ModelChoiceField(label="责任单位", queryset=Organisation.objects.none(), empty_label="请选择单位")
    source_note = forms.CharField(
        label="来源说明", max_length=200, required=False, help_text="如建议编号、接待记录、调研时间。"
    )
    place = forms.CharField(label="现场地点", max_length=120, required=False)
    is_public = forms.BooleanField(
        label="可以向社会公开", required=False, help_text="涉密、涉及个人隐私或者商业秘密的不勾选。"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = Organisation.objects.active().of_kind(*BODIES).order_by("pinyin_key", "pk")


class ListForm(IssueWords):
    source = Choice([row for row in IssueSource.choices if row[0] != IssueSource.BALLOT], label="问题来源")
    seat = SeatField(label="提出代表", queryset=SessionSeat.objects.none(), required=False, empty_label="不写明代表")
    files = attachments("现场视频、照片")
    field_order = ("title", "facts", "wanted", "body", "source", "source_note", "seat", "place", "is_public", "files")

    def __init__(self, *args: Any, seats: QuerySet, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seat"].queryset = seats
        if own:
            del self.fields["seat"]


class HandForm(forms.Form):
    hand_note = LongText(label="交办意见", rows=3, max_length=300, required=False)


class ReasonForm(forms.Form):
    reason = LongText(label="理由", rows=3, max_length=300)


class RemedyForm(forms.Form):
    measures = LongText(label="整改措施", rows=6, help_text="逐条写明做什么、做到什么程度。")
    person = forms.CharField(label="责任人姓名和职务", max_length=60)
    due_on = DateField(label="完成时限")


class AgreeForm(forms.Form):
    talked_with = forms.CharField(
        label="听取了谁的意见", max_length=200, help_text="参加问政的代表，或者问题涉及的群众（写称呼，不写联系方式）。"
    )
    talked_on = DateField(label="听取意见日期")
    talk_note = LongText(label="意见和采纳情况", rows=4)


class NoteForm(forms.Form):
    kind = Choice([(kind.value, kind.label) for kind in BODY_NOTES], label="填写什么")
    text = LongText(label="说明", rows=5, help_text="向社会公布后公众可以看到，请不要写个人电话、住址。")
    files = attachments("照片、文件")


class ReportResultForm(forms.Form):
    result = LongText(label="整改结果", rows=6)
    account = LongText(
        label="问责情况", rows=2, max_length=300, help_text="对谁、怎样处理；没有需要问责的，写明“没有”。"
    )
    files = UploadField(
        label="证明材料",
        multiple=True,
        error_messages={"required": "请上传整改前后的照片、文件等证明材料。"},
        help_text="整改前后的照片、验收文件等，至少一份。",
    )


class LedgerForm(forms.Form):
    due_on = DateField(label="整改期限")


class ReviewForm(forms.Form):
    """The papers of one review."""

    held_on = DateField(label="评议日期")

    def __init__(self, *args: Any, grades: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.grades = grades
        self.fields["present"] = _count("到会人数")
        self.fields["issued"] = _count("发出票数")
        for number, grade in enumerate(grades):
            self.fields[f"votes_{number}"] = _count(f"{grade}（票）")
        self.fields["invalid"] = _count("无效票数")
        self.fields["returned"] = _count("收回票数")
        self.fields["files"] = attachments("计票单扫描件")

    def papers(self) -> Papers:
        """The figures for the arithmetic, which refuses what cannot be right."""
        given = self.cleaned_data
        votes = {grade: given[f"votes_{number}"] for number, grade in enumerate(self.grades)}
        return Papers(given["present"], given["issued"], given["returned"], votes, given["invalid"], None)


class CheckForm(forms.Form):
    agrees = Choice([("yes", "核对一致"), ("no", "不一致，退回重新录入")], label="核对意见")
    reason = LongText(label="哪里不一致", rows=3, required=False, max_length=200, help_text="退回时必须填写。")

    def clean_agrees(self) -> bool:
        return self.cleaned_data["agrees"] == "yes"


class IssueFilter(forms.Form):
    q = forms.CharField(label="问题", max_length=40, required=False)
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *IssueState.choices], required=False)
    second = forms.BooleanField(label="二次整改", required=False)


def _count(label: str) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=10_000, error_messages={"min_value": "不能是负数。"})
