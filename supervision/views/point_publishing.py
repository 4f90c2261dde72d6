"""The office opens contact points and drafts to everybody, and takes them off."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.web.actions import Action
from foundation.web.views import StepView
from supervision.forms import publishing as forms
from supervision.models import ContactPoint
from supervision.rules import point_publishing as rules
from supervision.transitions import point_publishing as act
from supervision.views.contact_points import CRUMB, POINTS, DraftStep

TAKEN_OFF = "撤下后公众立即看不到，办理情况照常保留。"


class PointStep(StepView):
    """A step about one contact point."""

    crumbs = (CRUMB, POINTS)

    def queryset(self) -> QuerySet[ContactPoint]:
        return ContactPoint.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return list(self.crumbs)


class PublishPoint(PointStep):
    template_name = "supervision/publish_point.html"
    title = button = "公开联系点"
    form_class = forms.PublishPointForm
    rule = rules.may_publish_point
    transition = act.publish_point
    intro = "公开名称、所在乡镇街道、依托单位、地址和怎样提意见，负责人姓名不公开。"
    success_message = "已公开，可以随时撤下。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"how_to": self.object.how_to}}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        off = rules.may_unpublish_point(self.request.user, self.object, on=self.on)
        url = reverse("supervision:unpublish-contact-point", args=[self.object.pk])
        actions = [Action("撤下公开", url, off, "secondary")] if off else []
        return super().get_context_data(**{"actions": actions, **kwargs})


class UnpublishPoint(PointStep):
    title = button = "撤下公开"
    form_class = forms.TakeOffForm
    rule = rules.may_unpublish_point
    transition = act.unpublish_point
    intro = TAKEN_OFF
    success_message = "已撤下。"


class PublishDraft(DraftStep):
    title = button = "网上公开"
    form_class = forms.PublishDraftForm
    rule = rules.may_publish_draft
    transition = act.publish_draft
    success_message = "已公开，可以随时撤下。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"result": self.object.result, "standing": self.object.public_result}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if self.object.result:
            intro = "公开草案名称、意见条数、采纳条数和您写的采纳情况。逐条意见和提出人不公开。"
        else:
            intro = "公开草案名称、征求意见的内容、截止日期和已公开的联系点，号码自动遮盖。意见和提出人不公开。"
        return super().get_context_data(**{"intro": intro, **kwargs})


class UnpublishDraft(DraftStep):
    title = button = "撤下公开"
    form_class = forms.TakeOffForm
    rule = rules.may_unpublish_draft
    transition = act.unpublish_draft
    intro = TAKEN_OFF
    success_message = "已撤下。"
