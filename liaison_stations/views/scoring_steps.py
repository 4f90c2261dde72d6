"""The steps of a scoring: opened, rated by oneself, scored on site, published."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse_lazy
from django.utils import timezone

from foundation.files.keeping import keep
from foundation.web.views import CreateStep, StepView
from liaison_stations.forms import scoring as forms
from liaison_stations.models import Score, ScoreRound, ScoreSheet, ScoreTable
from liaison_stations.rules import scoring as rules
from liaison_stations.states.scoring import SheetKind
from liaison_stations.transitions import scoring as act
from liaison_stations.transitions.scoring import Given
from liaison_stations.views.scoring import CRUMB, marks_table


class OpenScoring(CreateStep):
    form_class = forms.OpenForm
    rule = rules.may_open_scoring
    transition = act.open_scoring
    title = "开展评分"
    button = "开始评分"
    intro = "开始后通知被评分的联络站或者单位自评，再由评分人到现场分别评分，会议通过后公布。"
    success_message = "已开始，有关单位和评分人会收到通知。"
    back_url = reverse_lazy("stations:score-rounds")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        return {"tables": ScoreTable.objects.on(self.on), "on": self.on, "initial": {"year": self.on.year}}


class ScoreStep(StepView):
    """A step about one score."""

    context_name = "score"
    template_name = "liaison_stations/score_step.html"

    def queryset(self) -> QuerySet[Score]:
        return Score.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.round), self.object.round.get_absolute_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sheets = ScoreSheet.objects.readable_by(self.request.user, self.object).with_marks()
        shown = [sheet for sheet in sheets if sheet.kind == SheetKind.SELF]
        return super().get_context_data(marks=marks_table(self.object, shown, named=False), **kwargs)


class MarksStep(ScoreStep):
    """Points for every item with photographs; what this person gave before stands in the fields."""

    kind = SheetKind.SELF

    def form_kwargs(self) -> dict[str, Any]:
        return {"items": list(self.object.round.table.items.all()), "before": self._before()}

    def _before(self) -> dict[int, Given]:
        sheets = ScoreSheet.objects.standing().filter(score=self.object, kind=self.kind)
        if self.kind == SheetKind.ON_SITE:
            sheets = sheets.filter(scorer=self.request.user)
        sheet = sheets.with_marks().first()
        return {mark.item_id: Given(mark.points, mark.remark) for mark in sheet.marks.all()} if sheet else {}

    def arguments(self, form: Any) -> dict[str, Any]:
        return form.arguments()

    def call(self, form: Any) -> Any:
        with transaction.atomic():
            sheet = super().call(form)
            keep(sheet, form.cleaned_data["files"], by=self.request.user, at=timezone.now())
        return sheet


class RateStation(MarksStep):
    title = "自评"
    button = "提交自评"
    form_class = forms.SelfForm
    rule = rules.may_rate_station
    transition = act.rate_station
    intro = "请对照评分标准如实打分，可以附照片。评分人到场以前可以重新填写。"
    success_message = "自评已提交，由评分人到现场评分。"


class ScoreOnSite(MarksStep):
    title = "现场评分"
    button = "提交评分"
    kind = SheetKind.ON_SITE
    form_class = forms.OnSiteForm
    rule = rules.may_score_on_site
    transition = act.score_on_site
    versioned = False
    intro = "请到现场查看后打分，扣分的写明原因。公布前可以更正，其他评分人看不到您的评分。"
    success_message = "评分已提交。"


class PassSelfRating(ScoreStep):
    title = button = "转入现场评分"
    form_class = forms.PassForm
    rule = rules.may_pass_self_rating
    transition = act.pass_self_rating
    intro = "自评期限已过而没有自评的，写明原因后直接由评分人现场评分。"
    success_message = "已转入现场评分，评分人会收到通知。"


class PublishScores(StepView):
    title = "公布评分结果"
    button = "公布"
    form_class = forms.PublishForm
    rule = rules.may_publish_scores
    transition = act.publish_scores
    intro = "公布后总分、名次和等次不再改动，被评分的联络站和单位都可以看到；联络站的等次在公开页面显示。"
    success_message = "已公布，有关单位会收到通知。"

    def queryset(self) -> QuerySet[ScoreRound]:
        return ScoreRound.objects.visible_to(self.request.user).select_related("table")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]
