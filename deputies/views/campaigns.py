"""Campaigns (主题活动): their activities, numbers and pictures, for the desk and, once published, for everybody."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.decorators import method_decorator

from deputies import rules
from deputies.forms import campaigns as forms
from deputies.models import Activity, Campaign
from deputies.querysets.campaigns import HELD
from deputies.rules import campaigns as campaign_rules
from deputies.transitions.campaigns import PHOTO, hide_campaign, photographs, publish_campaign
from deputies.views.doors import ReadersOnly
from foundation.audit import timeline
from foundation.files.store import files_of
from foundation.web.actions import Action
from foundation.web.chinese import date_text
from foundation.web.tables import Column
from foundation.web.views import DetailPage, ListPage, StepView

CRUMB = ("主题活动", "/deputies/campaigns/")
PUBLIC_CRUMB = ("主题活动", "/deputies/campaigns/public/")


def duration(campaign: Campaign) -> str:
    """From when until when, as one says it."""
    return f"{date_text(campaign.starts_on)}{'至' + date_text(campaign.ends_on) if campaign.ends_on else '起'}"


FIGURES = (
    Column("起止", duration),
    Column("已举行活动", "held", kind="number"),
    Column("参加代表", "people", kind="number"),
    Column("参加人次", "times", kind="number"),
)


class Campaigns(ReadersOnly, ListPage):
    """Every campaign, the latest first."""

    title = "主题活动"
    export_name = "主题活动"
    crumbs = (("履职活动", "/deputies/activities/"),)
    empty = "还没有主题活动。由代表联络工作机构在管理后台建立，安排活动时选择。"
    columns = (
        Column("主题活动", "name", link=lambda row: row.get_absolute_url(), primary=True),
        *FIGURES,
        Column("筹备和待举行", "ahead", kind="number"),
        Column("公布日期", "published_at", kind="date"),
    )

    def queryset(self) -> QuerySet[Campaign]:
        return Campaign.objects.visible_to(self.request.user).with_figures().order_by("-starts_on", "pk")


class CampaignPage(ReadersOnly, DetailPage):
    """One campaign: what was held for it that this person may open, its numbers, what everybody sees of it."""

    template_name = "deputies/campaign.html"
    context_name = "campaign"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[Campaign]:
        return Campaign.objects.visible_to(self.request.user).with_figures()

    def actions(self, obj: Campaign) -> list[Action]:
        user, on = self.request.user, self.on
        label = "更新公布内容" if obj.published_at else "向社会公布"
        publish = campaign_rules.may_publish_campaign(user, obj, on=on)
        hide = campaign_rules.may_hide_campaign(user, obj, on=on)
        steps = [
            Action(label, reverse("deputies:publish-campaign", args=[obj.pk]), publish, "primary", "document"),
            Action("撤下", reverse("deputies:hide-campaign", args=[obj.pk]), hide),
        ]
        return [step for step in steps if step.allowed or step.verdict.code == "date"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        campaign, user = self.object, self.request.user
        rows = Activity.objects.visible_to(user).filter(campaigns=campaign).for_list()
        facts: dict[str, Any] = {
            "activities": list(rows.order_by("-starts_at", "-pk")),
            "photos": list(files_of(campaign, PHOTO)),
            "duration": duration(campaign),
        }
        if rules.may_keep_register(user):
            facts["events"] = list(timeline(campaign))
        return super().get_context_data(**{**facts, **kwargs})


class CampaignStep(StepView):
    context_name = "campaign"

    def queryset(self) -> QuerySet[Campaign]:
        return Campaign.objects.visible_to(self.request.user)

    def get_success_url(self) -> str:
        return self.object.get_absolute_url()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class PublishCampaign(CampaignStep):
    template_name = "deputies/publish_campaign.html"
    form_class = forms.PublishForm
    rule = campaign_rules.may_publish_campaign
    transition = publish_campaign
    title = "公布主题活动"
    button = "公布"
    intro = "公布后，群众可以看到活动情况、所选照片，以及已举行活动的名称、日期、地点、组织单位和到会人数。"
    success_message = "主题活动已公布。"

    def form_kwargs(self) -> dict[str, Any]:
        self.photographs = photographs(self.object)
        shown = set(files_of(self.object, PHOTO).values_list("sha256", flat=True))
        self.chosen = [photo.pk for photo in self.photographs if photo.sha256 in shown]
        first = self.object.summary or self.object.description
        return {"photographs": self.photographs, "initial": {"summary": first, "photos": self.chosen}}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.get("form")
        chosen = form.data.getlist("photos") if form and form.is_bound else map(str, getattr(self, "chosen", ()))
        facts = {"photographs": list(getattr(self, "photographs", ())), "chosen": set(chosen)}
        return super().get_context_data(**{**facts, **kwargs})


class HideCampaign(CampaignStep):
    form_class = forms.HideForm
    rule = campaign_rules.may_hide_campaign
    transition = hide_campaign
    title = "撤下主题活动"
    button = "撤下"
    button_tone = "danger"
    success_message = "已从门户撤下。"


@method_decorator(login_not_required, name="dispatch")
class PublicCampaigns(ListPage):
    """What everybody reads: the published campaigns, the latest first."""

    title = "主题活动"
    template_name = "deputies/public_campaigns.html"
    empty = "还没有公布的主题活动。"

    def queryset(self) -> QuerySet[Campaign]:
        return Campaign.objects.published().with_figures().order_by("-starts_on", "pk")


@method_decorator(login_not_required, name="dispatch")
class PublicCampaign(DetailPage):
    """One published campaign: words, numbers, the activities held, pictures."""

    template_name = "deputies/public_campaign.html"
    context_name = "campaign"
    crumbs = (PUBLIC_CRUMB,)

    def queryset(self) -> QuerySet[Campaign]:
        return Campaign.objects.published().with_figures()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = Activity.objects.filter(campaigns=self.object, state__in=HELD).for_list().order_by("-starts_at", "-pk")
        facts = {
            "activities": list(rows),
            "photos": list(files_of(self.object, PHOTO)),
            "duration": duration(self.object),
        }
        return super().get_context_data(**{**facts, **kwargs})
