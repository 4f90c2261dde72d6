"""What is filled in about calls for topics and about ideas."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from foundation.accounts.phones import is_phone, normalise_phone
from foundation.intake.models import ConsentText
from foundation.privacy.masking import CARD, IDENTITY
from foundation.web.fields import Choice, DateField, LongText
from supervision.forms.plan import TopicForm
from supervision.models import PlanTopic, PlanYear, Solicitation
from supervision.states.plan import PlanState, TopicSource
from supervision.states.solicitation import IdeaChannel, IdeaSort, IdeaState

PURPOSE = "topic_idea"
PUBLIC_TITLE = "随采纳情况公布；不要出现提出人的姓名、电话、住址等个人信息。"


class SolicitationForm(forms.Form):
    year = forms.IntegerField(label="计划年度", min_value=2000, max_value=2100)
    title = forms.CharField(label="名称", max_length=100)
    text = LongText(label="征集公告", rows=8, help_text="写明征集范围、要求、联系方式和采纳情况的反馈办法。")
    for_supervision = forms.BooleanField(label="征集监督议题", required=False, initial=True)
    for_legislation = forms.BooleanField(label="征集立法项目", required=False)
    opens_on = DateField(label="开始日期")
    closes_on = DateField(label="截止日期")


class CloseForm(forms.Form):
    reason = LongText(label="提前截止的理由", rows=2, max_length=200, required=False, help_text="到期截止的不必填写。")


class OutcomeForm(forms.Form):
    outcome = LongText(label="采纳情况总体说明", rows=5, help_text="收到多少条、采纳多少条、主要集中在哪些方面。")


class WordsForm(forms.Form):
    """An idea in words."""

    sort = Choice((), label="类别")
    title = forms.CharField(label="议题", max_length=120, help_text="一句话写明希望监督什么，例如：老旧小区加装电梯。")
    text = LongText(label="理由和情况", rows=6, max_length=3000, help_text="写明存在的问题、涉及的范围和您的希望。")

    def __init__(self, *args: Any, sorts: list[IdeaSort], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sort"].choices = [(sort.value, sort.label) for sort in sorts]
        if len(sorts) == 1:
            self.fields["sort"].initial = sorts[0].value


class ContactForm(WordsForm):
    """With a citizen's name and telephone, if he leaves them."""

    name = forms.CharField(
        label="姓名（选填）", max_length=40, required=False, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    phone = forms.CharField(
        label="电话（选填）",
        max_length=30,
        required=False,
        help_text="只用于向您了解情况，采纳情况公布后删除。",
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )

    def clean_phone(self) -> str:
        phone = normalise_phone(self.cleaned_data["phone"])
        if phone and not is_phone(phone):
            raise ValidationError("电话号码不完整，请核对。手机号为11位，座机请加区号。")
        return phone


class CitizenIdeaForm(ContactForm):
    """The public form."""

    consent = forms.BooleanField(error_messages={"required": "请阅读上面的说明，同意后勾选这一项。"})

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.consent_text = ConsentText.objects.on(on, PURPOSE).get(PURPOSE)
        if self.consent_text:
            self.fields["consent"].label = self.consent_text.ask
        else:
            self.fields.pop("consent")

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        if IDENTITY.search(text) or CARD.search(text):
            raise ValidationError("内容里好像写了身份证号码或者银行卡号，请删去后再提交。")
        return text


class PutIdeaForm(WordsForm):
    """By deputies, members, committees and the office."""

    source = forms.ChoiceField(
        label="议题来源",
        required=False,
        choices=[("", "按提出人的身份确定"), *TopicSource.choices],
        help_text="按监督法第十二条选择。",
    )
    solicitation = forms.ModelChoiceField(
        label="对应的征集", queryset=Solicitation.objects.none(), required=False, empty_label="不对应征集"
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, sorts=list(IdeaSort), **kwargs)
        self.fields["sort"].initial = IdeaSort.SUPERVISION
        self.fields["solicitation"].queryset = Solicitation.objects.accepting(on)


class AboutForm(forms.Form):
    """From the page of a suggestion or a letter."""

    title = forms.CharField(label="议题", max_length=120, help_text="一句话写明希望监督什么。")
    text = LongText(label="理由和情况", rows=5, max_length=3000)


class TakeForm(forms.Form):
    """Into a topic that stands in a draft."""

    topic = forms.ModelChoiceField(
        label="列入的议题", queryset=PlanTopic.objects.none(), empty_label="请选择起草中计划的议题"
    )
    public_title = forms.CharField(label="对外公布的名称", max_length=120, required=False, help_text=PUBLIC_TITLE)
    answer = LongText(label="研究意见", rows=3, required=False, help_text="留空为“列入某计划”。")

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        topics = PlanTopic.objects.visible_to(user).standing().filter(plan__state=PlanState.DRAFT)
        self.fields["topic"].queryset = topics.select_related("plan").order_by("-plan__year", "order", "pk")


class TakeAsTopicForm(TopicForm):
    """As a topic of its own."""

    plan = forms.ModelChoiceField(label="计划", queryset=PlanYear.objects.none(), empty_label="请选择起草中的计划")
    public_title = forms.CharField(label="对外公布的名称", max_length=120, required=False, help_text=PUBLIC_TITLE)
    answer = LongText(label="研究意见", rows=3, required=False, help_text="留空为“列入某计划”。")
    field_order = ["plan", *TopicForm.base_fields, "public_title", "answer"]

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["plan"].queryset = PlanYear.objects.visible_to(user).filter(state=PlanState.DRAFT)


class DecideForm(forms.Form):
    public_title = forms.CharField(label="对外公布的名称", max_length=120, required=False, help_text=PUBLIC_TITLE)
    answer = LongText(label="研究意见", rows=4, help_text="写明理由；提出人会看到，公众征集的随采纳情况公布。")


class ReasonForm(forms.Form):
    reason = LongText(label="理由", rows=3)


class IdeaFilter(forms.Form):
    q = forms.CharField(label="议题或编号", max_length=40, required=False)
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *IdeaState.choices], required=False)
    channel = forms.ChoiceField(label="渠道", choices=[("", "全部"), *IdeaChannel.choices], required=False)
    sort = forms.ChoiceField(label="类别", choices=[("", "全部"), *IdeaSort.choices], required=False)
