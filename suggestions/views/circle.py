"""From a circle's answers to a draft."""

from django.db.models import QuerySet
from django.urls import reverse

from deputies.models import CircleMatter
from foundation.web.views import StepView
from suggestions.rules.proposer import may_draft_from_circle
from suggestions.transitions.draft_from_circle import draft_from_circle


class DraftFromCircle(StepView):
    rule = may_draft_from_circle
    transition = draft_from_circle
    title = "据此起草建议"
    button = "起草建议"
    intro = "咨询事项写入“案由”，各条答复写入“案据”，请在草稿中修改完善后提交。草稿与咨询事项保持关联。"
    success_message = "已起草，请修改完善。"
    versioned = False
    crumbs = (("专业代表小组", "/deputies/circles/"),)

    def queryset(self) -> QuerySet[CircleMatter]:
        return CircleMatter.objects.visible_to(self.request.user).with_names()

    def get_success_url(self) -> str:
        return reverse("suggestions:edit", args=[self.result.pk])
