"""The yearly choice of units and suggestions: scores with their rows, the decision, the list for everybody."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import content_disposition_header
from django.views.generic import View

from foundation import audit
from foundation.documents.figures import Sheet
from foundation.documents.figures.drawing import drawn
from foundation.documents.figures.workbook import workbook
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import CreateStep, DetailPage, ListPage, StepView
from suggestions import rules
from suggestions.forms import appraisal as forms
from suggestions.models import Appraisal, Award
from suggestions.states import AppraisalState
from suggestions.transitions import appraise
from suggestions.views.base import SuggestionStep
from suggestions.views.figures import FigureRows
from suggestions.views.verb import Verb

CRUMB = ("年度评选", "/suggestions/appraisals/")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
VERBS = (
    Verb("登记决定", "decide-awards", rules.may_decide_awards, (AppraisalState.SCORED,), "primary"),
    Verb("重新计分", "score-again", rules.may_score, (AppraisalState.SCORED,)),
    Verb("公布名单", "publish-awards", rules.may_publish_awards, (AppraisalState.DECIDED,), "primary"),
)


class Appraisals(ListPage):
    template_name = "suggestions/appraisals.html"
    title = "年度评选"
    empty = "还没有开展评选。由代表工作机构按评分办法计分，会议决定后公布。"
    columns = (
        Column("评选", str, link=lambda row: row.get_absolute_url(), primary=True),
        Column(
            "状态",
            "get_state_display",
            kind="badge",
            tone=lambda row: tone_of("suggestions.appraisal.state", row.state),
        ),
        Column("统计截止日", "counted_on", kind="date"),
        Column("决定的会议", lambda row: str(row.meeting or "")),
        Column("决定日期", "decided_on", kind="date"),
    )

    def queryset(self) -> QuerySet:
        return Appraisal.objects.light().visible_to(self.request.user).select_related("meeting")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(may_score=rules.may_score(self.request.user, on=self.on), **kwargs)


class AppraisalPage(DetailPage):
    """The scores, each rate leading to its rows; whom the meeting chose."""

    template_name = "suggestions/appraisal.html"
    context_name = "appraisal"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet:
        return Appraisal.objects.visible_to(self.request.user).select_related("meeting", "scheme", "scored_by")

    def actions(self, obj: Appraisal) -> list[Any]:
        user = self.request.user
        if not rules.may_score(user, on=self.on):
            return []
        return [verb.action(user, obj, self.on) for verb in VERBS if obj.state in verb.states]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = super().get_context_data(**kwargs)
        facts["table"] = drawn(self.object.sheet, self._address)
        facts["awards"] = self.object.awards.select_related("unit", "suggestion__lead__deputy")
        facts["items"] = self.object.scheme.measures()
        return facts

    def _address(self, row: str, column: str) -> str:
        return reverse("suggestions:appraisal-rows", args=[self.object.pk, row, column])


class Rows(FigureRows):
    """What one rate of the scores is made of."""

    def find(self) -> Sheet:
        self.appraisal = get_object_or_404(Appraisal.objects.visible_to(self.request.user), pk=self.kwargs["pk"])
        return self.appraisal.sheet

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.appraisal), self.appraisal.get_absolute_url())]


class Workbook(View):
    """The scores as a workbook, for the performance assessment of units (绩效考评); who took it is recorded."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        appraisal = get_object_or_404(Appraisal.objects.visible_to(request.user), pk=pk)
        name = f"{appraisal}得分（绩效考评）.xlsx"
        facts = {"file": name, "digest": appraisal.expected_digest()}
        summary = f"导出“{name}”。"
        audit.record(
            "web.export",
            appraisal,
            by=request.user,
            at=timezone.now(),
            summary=summary,
            data=facts,
            visibility="office",
        )
        response = HttpResponse(workbook([appraisal.sheet], made_on=appraisal.counted_on), content_type=XLSX)
        response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
        response.headers["Cache-Control"] = "no-store"
        return response


class OpenAppraisal(CreateStep):
    form_class = forms.OpenAppraisalForm
    rule = rules.may_score
    transition = appraise.open_appraisal
    title = "开展年度评选"
    button = "计分"
    intro = "按现行评分办法对该年度立案的建议计分；会议决定之前可以重新计分。"
    success_message = "已计分。"
    back_url = reverse_lazy("suggestions:appraisals")
    crumbs = (CRUMB,)


class AppraisalStep(StepView):
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet:
        return Appraisal.objects.visible_to(self.request.user)


class ScoreAgain(AppraisalStep):
    title = "重新计分"
    button = "重新计分"
    intro = "按今天的数据和现行评分办法重新计分，原来的得分不再保留。"
    rule = rules.may_score
    transition = appraise.score_again
    success_message = "已重新计分。"


class DecideAwards(AppraisalStep):
    title = "登记评选决定"
    button = "登记"
    intro = "登记会议决定的名单。登记后得分固定，不再重新计分。"
    form_class = forms.DecideAwardsForm
    rule = rules.may_decide_awards
    transition = appraise.decide_awards
    success_message = "已登记。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"sheet": self.object.sheet}


class PublishAwards(AppraisalStep):
    title = "公布名单"
    button = "公布"
    intro = "公布后，任何人都可以在网站上看到名单；没有公开的建议只列编号。"
    rule = rules.may_publish_awards
    transition = appraise.publish_awards
    success_message = "已公布。"


class GiveMark(SuggestionStep):
    title = "质量和公众评分"
    button = "评分"
    intro = "每人对每个方面评一次，评后不能改动；评选时取平均分。"
    form_class = forms.MarkForm
    rule = rules.may_mark
    transition = appraise.mark
    success_message = "已评分。"
    versioned = False


@method_decorator(login_not_required, name="dispatch")
class PublicAwards(ListPage):
    """The published lists, for everybody."""

    template_name = "suggestions/awards.html"
    title = "优秀建议和先进承办单位"
    empty = "还没有公布的评选结果。"

    def queryset(self) -> QuerySet:
        awards = Award.objects.select_related("unit", "suggestion__lead__deputy", "suggestion__public_copy")
        rows = Appraisal.objects.light().published().select_related("meeting")
        return rows.prefetch_related(Prefetch("awards", awards)).order_by("-year", "kind")

    def decorate(self, rows: Sequence[Appraisal]) -> None:
        for paper in (award.suggestion for row in rows for award in row.awards.all() if award.suggestion):
            paper.title = paper.public_copy.title if paper.public_copy else ""
