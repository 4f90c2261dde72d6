"""A questionnaire online for the committee: its questions, its address, its results, its steps."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse

from foundation.web.actions import offered
from foundation.web.charts import bar_chart
from foundation.web.chinese import date_text
from foundation.web.qr import qr_code
from foundation.web.tables import Column
from foundation.web.views import Behind, DetailPage, ListPage, StepView
from supervision.cards.survey_results import counted
from supervision.forms import surveys as forms
from supervision.models import OnlineSurvey, SurveyItem, SurveyWords
from supervision.rules import surveys as rules
from supervision.rules.undertakings import may_open_undertakings
from supervision.states.survey import ItemKind, SurveyState
from supervision.transitions import surveys as act
from supervision.views.inspection import OfUndertaking
from supervision.views.plan import QUIET
from supervision.views.undertakings import CRUMB

VERBS = (
    ("增加题目", "add-survey-item", rules.may_draft_survey, "primary", "plus"),
    ("开始填写", "open-survey", rules.may_open_survey, "primary", "check"),
    ("登记纸质结果", "enter-survey-paper", rules.may_enter_paper, "secondary", "edit"),
    ("截止", "close-survey", rules.may_close_survey, "secondary", ""),
)
# What is shown of the answers in words before the page of their own.
FEW_WORDS = 5


class MakeSurvey(OfUndertaking):
    title = "发起网上问卷"
    button = "保存，下一步增加题目"
    form_class = forms.SurveyForm
    rule = rules.may_make_survey
    transition = act.make_survey
    intro = "先写明标题和调查对象，再逐题增加；开始填写后，题目不再修改。"
    success_message = "已保存，请增加题目。"

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


def crumbs_of(survey: OnlineSurvey) -> list[tuple[str, str]]:
    return [CRUMB, (str(survey.undertaking), survey.undertaking.get_absolute_url())]


class SurveyPage(Behind, DetailPage):
    """Questions while it is drafted; then the address, and every question with its bars, paper apart."""

    door = may_open_undertakings
    template_name = "supervision/survey.html"
    context_name = "survey"

    def queryset(self) -> QuerySet[OnlineSurvey]:
        return OnlineSurvey.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return crumbs_of(self.object)

    def actions(self, obj: OnlineSurvey) -> list[Any]:
        return offered("supervision", VERBS, self.request.user, obj, self.on, quiet=QUIET)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        survey, user = self.object, self.request.user
        drafted = survey.state == SurveyState.DRAFT
        facts: dict[str, Any] = {
            "basics": _basics(survey),
            "drafted": drafted,
            "taking": survey.takes_answers(self.on),
            "may_draft": bool(rules.may_draft_survey(user, survey, on=self.on)),
            "items": list(survey.items.filter(is_dropped=False)) if drafted else [],
        }
        if not drafted:
            address = self.request.build_absolute_uri(survey.public_url)
            facts |= {"address": address, "qr": qr_code(address, f"{survey}二维码")}
            facts |= {"results": _results(survey), "sheets": survey.sheets.count(), "papers": _papers(survey)}
        return super().get_context_data(**{**facts, **kwargs})


def _basics(survey: OnlineSurvey) -> list[tuple[str, str]]:
    guests = list(survey.guests.values_list("has_answered", flat=True))
    facts = [
        ("调查对象", survey.audience),
        ("填写人", survey.get_circle_display()),
        ("邀请代表", f"{len(guests)}名，{sum(guests)}名已填写" if guests else ""),
        ("截止日期", date_text(survey.closes_on)),
        ("开始填写", date_text(survey.opened_at) if survey.opened_at else ""),
        ("停止填写", date_text(survey.closed_at) if survey.closed_at else ""),
        ("提前截止的理由", survey.close_reason),
        ("说明", survey.intro),
    ]
    return [(label, value) for label, value in facts if value]


def _results(survey: OnlineSurvey) -> list[Any]:
    """Every question with what was chosen; of words the latest few."""
    rows = counted(survey)
    for row in rows:
        row.item.latest = []
        if row.item.kind == ItemKind.WORDS:
            words = SurveyWords.objects.filter(item=row.item).order_by("-pk")
            row.item.latest = [answer.text for answer in words[:FEW_WORDS]]
    return rows


def _papers(survey: OnlineSurvey) -> list[Any]:
    papers = list(survey.papers.prefetch_related("questions").order_by("pk"))
    for paper in papers:
        paper.charts = [bar_chart(question.text, question.answers, "人") for question in paper.questions.all()]
    return papers


class SurveyStep(StepView):
    context_name = "survey"

    def queryset(self) -> QuerySet[OnlineSurvey]:
        return OnlineSurvey.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [*crumbs_of(self.object), (str(self.object), self.object.get_absolute_url())]


class AddItem(SurveyStep):
    title = "增加题目"
    button = "增加"
    form_class = forms.ItemForm
    rule = rules.may_draft_survey
    transition = act.add_survey_item
    success_message = "已增加。"


class DropItem(StepView):
    title = button = "去掉题目"
    button_tone = "danger"
    rule = rules.may_drop_item
    transition = act.drop_survey_item
    success_message = "已去掉。"
    versioned = False

    def queryset(self) -> QuerySet[SurveyItem]:
        rows = SurveyItem.objects.visible_to(self.request.user)
        return rows.select_related("survey__undertaking__kind", "survey__undertaking__committee")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [*crumbs_of(self.object.survey), (str(self.object.survey), self.get_success_url())]

    def get_success_url(self) -> str:
        return self.object.survey.get_absolute_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = {"intro": f"去掉“{self.object}”。", "back_url": self.get_success_url()}
        return super().get_context_data(**{**facts, **kwargs})


class OpenSurvey(SurveyStep):
    title = button = "开始填写"
    form_class = forms.OpenForm
    rule = rules.may_open_survey
    transition = act.open_survey
    intro = "开始后得到填写地址和二维码，题目不再修改。"
    success_message = "已开始，请把地址或者二维码交给填写人。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on, "circle": self.object.circle}


class CloseSurvey(SurveyStep):
    title = button = "截止"
    form_class = forms.CloseForm
    rule = rules.may_close_survey
    transition = act.close_survey
    success_message = "已截止。"


class EnterPaper(SurveyStep):
    title = "登记纸质结果"
    button = "登记"
    form_class = forms.PaperForm
    rule = rules.may_enter_paper
    transition = act.enter_survey_paper
    intro = "同样的题目在纸上填写的，在这里登记各项份数；与网上结果分开显示。"
    success_message = "已登记。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"items": list(self.object.items.filter(is_dropped=False)), "on": self.on}

    def arguments(self, form: Any) -> dict[str, Any]:
        names = ("surveyed_on", "issued", "returned", "valid")
        return {**{name: form.cleaned_data[name] for name in names}, "counts": form.counts}


class SurveyWordsList(Behind, ListPage):
    """All answers in words, the latest first."""

    door = may_open_undertakings
    title = "文字回答"
    empty = "还没有文字回答。"
    columns: Sequence[Column] = (
        Column("回答", "text", primary=True),
        Column("题目", "item.text"),
        Column("填写日期", "sheet.sent_on", kind="date"),
    )

    def queryset(self) -> QuerySet[SurveyWords]:
        found = OnlineSurvey.objects.visible_to(self.request.user).with_names().filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        self.crumbs = (*crumbs_of(found), (str(found), reverse("supervision:survey", args=[found.pk])))
        return SurveyWords.objects.filter(sheet__survey=found).select_related("item", "sheet").order_by("-pk")
