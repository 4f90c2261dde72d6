"""Results passed on to bodies, and their feedback."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from deputies import rules
from deputies.forms import results as forms
from deputies.models import ForwardedResult
from deputies.transitions.forward_result import forward_result, give_feedback
from deputies.views.activity_office import CRUMB, ActivityStep
from foundation import deadlines
from foundation.files.keeping import KeepsFiles
from foundation.files.store import attach_files
from foundation.web.tables import Column
from foundation.web.views import ListPage, StepView


class ForwardResult(ActivityStep):
    form_class = forms.ForwardForm
    rule = rules.may_forward_result
    transition = forward_result
    title = "转交代表意见"
    button = "转交"
    intro = "转交后，有关单位按期反馈处理情况，反馈会通知参加活动的代表（代表法第三十一条）。"
    success_message = "已转交，有关单位将按期反馈。"
    versioned = False


class ResultPage(KeepsFiles, StepView):
    """What was passed on; the body answers here, everybody else reads."""

    template_name = "deputies/result.html"
    context_name = "result"
    form_class = forms.FeedbackForm
    rule = rules.may_give_feedback
    transition = give_feedback
    title = "代表意见反馈"
    button = "提交反馈"
    success_message = "已反馈，已通知参加活动的代表。"

    def queryset(self) -> QuerySet[ForwardedResult]:
        rows = ForwardedResult.objects.visible_to(self.request.user)
        return rows.select_related("activity", "body", "forwarded_by", "feedback_by")

    def get(self, request: Any, **kwargs: Any) -> Any:
        """Who may not answer reads all the same."""
        self.object = self.get_object()
        verdict = self.verdict()
        form = self.get_form() if verdict else None
        return self.render_to_response(self.get_context_data(form=form, verdict=verdict))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        attach_files([self.object])
        deadlines.attach_lights([self.object], "activity_feedback", self.on)
        may_open = rules.may_open_activity(self.request.user, self.object.activity)
        return super().get_context_data(**{"may_open": bool(may_open), **kwargs})

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, ("代表意见反馈", reverse("deputies:results"))]


class Results(ListPage):
    """What was passed on, the latest first; a body's own."""

    title = "代表意见反馈"
    template_name = "components/list_page.html"
    export_name = "代表意见反馈"
    empty = "没有转交的代表意见。"
    columns = (
        Column("活动", "activity.title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("转交单位", "body.label"),
        Column("转交时间", "forwarded_at", kind="datetime"),
        Column("期限", "light", kind="light"),
        Column("反馈时间", "feedback_at", kind="datetime"),
    )

    def queryset(self) -> QuerySet[ForwardedResult]:
        rows = ForwardedResult.objects.visible_to(self.request.user).select_related("activity", "body")
        return rows.order_by("-forwarded_at", "-pk")

    def decorate(self, rows: Any) -> None:
        deadlines.attach_lights(rows, "activity_feedback", self.on)
