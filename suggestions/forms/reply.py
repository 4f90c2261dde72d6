"""The reply of a unit: everything above its signature."""

import re
from datetime import date
from typing import Any

from django import forms

from foundation.web.fields import DateField, LongText
from suggestions.models import Reply, ResultClass, Suggestion

# "1.", "（一）", "一、", "①" in front of a proposal; the reply's points are numbered by the page.
NUMBERING = re.compile(r"^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）、.．]|[①-⑳])\s*")


class PointForm(forms.Form):
    """One proposal and what is answered to it."""

    point = LongText(label="代表的建议", rows=2, required=False)
    answer = LongText(label="答复", rows=4, required=False)


PointSet = forms.formset_factory(PointForm, extra=0, max_num=30)


class ReplyForm(forms.Form):
    """A draft may be incomplete; what is missing is told when it is to be signed."""

    result_class = forms.ModelChoiceField(
        label="办理结果分类",
        queryset=ResultClass.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        required=False,
    )
    body = LongText(label="答复正文", rows=14, required=False, help_text="逐条答复写在上面各条里，这里写总的情况。")
    commitment_text = LongText(
        label="承诺事项", rows=3, required=False, help_text="列入计划、逐步解决的，写明将做什么；列入承诺台账跟踪。"
    )
    commitment_due = DateField(label="承诺完成日期", required=False)
    co_opinion_note = forms.CharField(
        label="会办意见未到的说明", max_length=300, required=False, help_text="会办意见均已收到的不填。"
    )
    doc_number = forms.CharField(
        label="文号",
        max_length=60,
        required=False,
        help_text="如“示住建函〔2026〕12号”。本单位设有文号序列的，留空即在签发时自动编号。",
    )
    contact_person = forms.CharField(label="联系人", max_length=40, required=False)
    contact_phone = forms.CharField(label="联系电话", max_length=20, required=False)
    copy_to = forms.CharField(label="抄送", max_length=200, required=False)
    publish = forms.TypedChoiceField(
        label="答复是否公开",
        choices=[("True", "可以公开"), ("False", "不宜公开")],
        coerce=lambda value: value == "True",
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
        help_text="可以公开的，建议公开时答复全文一并向社会公开；涉及国家秘密、商业秘密、个人隐私等的，选“不宜公开”。"
        "保存草稿时可以不选，签发前必须选择。",
    )

    def __init__(
        self,
        *args: Any,
        suggestion: Suggestion,
        draft: Reply | None,
        user: Any,
        on: date,
        more: bool = False,
        inserted: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, initial=_initial(draft, user), **kwargs)
        self.on = on
        if inserted:
            # What was written stays; a template is added below it and not saved until the writer saves.
            self.initial["body"] = "\n".join(filter(None, [self.initial.get("body", ""), inserted]))
        self.fields["result_class"].queryset = ResultClass.objects.of_term(suggestion.term_id, on)
        points = [*_points(suggestion, draft), *([{}] if more else [])]
        self.points = PointSet(self.data if self.is_bound else None, prefix="points", initial=points)

    def clean_commitment_due(self) -> date | None:
        """A promise is about what will be done."""
        due = self.cleaned_data["commitment_due"]
        if due and due < self.on:
            raise forms.ValidationError("承诺完成日期不能早于今天，请重新填写。")
        return due

    def is_valid(self) -> bool:
        """Both the fields and the points."""
        good = self.points.is_valid()
        return super().is_valid() and good

    def content(self) -> dict[str, Any]:
        """The reply as the transition takes it; empty points are left out."""
        rows = [form.cleaned_data for form in self.points.forms]
        points = [{"point": row.get("point", ""), "answer": row.get("answer", "")} for row in rows]
        return {**self.cleaned_data, "points": [row for row in points if row["point"] or row["answer"]]}


def _initial(draft: Reply | None, user: Any) -> dict[str, Any]:
    if draft is None:
        return {"contact_person": user.name}
    return {name: getattr(draft, name) for name in ReplyForm.base_fields}


def _points(suggestion: Suggestion, draft: Reply | None) -> list[dict[str, str]]:
    """The saved points, or one for each line the deputy proposed."""
    if draft is not None and draft.points:
        return draft.points
    lines = [NUMBERING.sub("", line).strip() for line in suggestion.proposals.splitlines()]
    return [{"point": line, "answer": ""} for line in lines if line] or [{"point": "", "answer": ""}]
