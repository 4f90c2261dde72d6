"""Legislative contact points and the drafts put out there: lists, one draft, the steps."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse, reverse_lazy

from deputies.models import Area
from foundation.accounts.models import Organisation
from foundation.accounts.roles import LOCAL_KINDS
from foundation.audit import timeline
from foundation.web.actions import Action
from foundation.web.chinese import date_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, CreateStep, DetailPage, ListPage, StepView
from supervision.forms import advice as forms
from supervision.models import ContactPoint, DraftOpinion, LawDraft
from supervision.rules import advice as rules
from supervision.rules import point_publishing as publishing
from supervision.transitions import contact_points as act
from supervision.views.experts import shown

CRUMB = ("立法联系点征求意见", "/supervision/law-drafts/")
POINTS = ("立法联系点", "/supervision/contact-points/")


def draft_tone(draft: LawDraft) -> str:
    return tone_of("supervision.lawdraft.state", draft.state)


_END = Column(
    "办理",
    lambda row: "撤销",
    link=lambda row: reverse("supervision:end-contact-point", args=[row.pk]),
    exported=False,
)


def _shown_column(office: bool) -> Column:
    """Whether everybody reads of it; to the office it leads to changing that."""
    link = (lambda row: reverse("supervision:publish-contact-point", args=[row.pk])) if office else None
    return Column("网上公开", lambda row: "已公开" if row.is_public else "未公开", link=link)


class Points(Behind, ListPage):
    """The contact points with how many opinions each brought and how many were taken up."""

    door = rules.may_list_points
    template_name = "supervision/contact_points.html"
    title = "立法联系点"
    crumbs = (CRUMB,)
    export_name = "立法联系点"
    empty = "还没有设立立法联系点。由代表联络工作机构登记。"

    def queryset(self) -> QuerySet[ContactPoint]:
        rows = ContactPoint.objects.visible_to(self.request.user).serving_on(self.on).with_names().with_figures()
        return rows.order_by("organisation", "pk")

    def get_columns(self) -> tuple[Column, ...]:
        office = bool(rules.may_found_point(self.request.user, on=self.on))
        last = (_shown_column(office), *((_END,) if office else ()))
        return (
            Column("名称", "name", primary=True),
            Column("所在乡镇街道", "organisation.label"),
            Column("依托单位", "host"),
            Column("负责人", "head"),
            Column("地址", "address"),
            Column("意见（条）", "given", kind="number"),
            Column("采纳（条）", "adopted", kind="number"),
            *last,
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_found = bool(rules.may_found_point(self.request.user, on=self.on))
        return super().get_context_data(may_found=may_found, **kwargs)


class Drafts(Behind, ListPage):
    """Drafts put out for opinions, the latest first."""

    door = rules.may_list_points
    template_name = "supervision/law_drafts.html"
    title = "立法联系点征求意见"
    export_name = "立法联系点征求意见"
    filter_form_class = forms.DraftFilter
    empty = "还没有征求意见的草案。"
    columns = (
        Column("草案名称", "title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("征求意见的机关", "source"),
        Column("截止日期", "due_on", kind="date"),
        Column("意见（条）", "given", kind="number"),
        Column("采纳（条）", "adopted", kind="number"),
        Column("状态", "get_state_display", kind="badge", tone=draft_tone),
    )

    def queryset(self) -> QuerySet[LawDraft]:
        return LawDraft.objects.visible_to(self.request.user).with_figures().order_by("-opened_at", "-pk")

    def filter(self, rows: QuerySet[LawDraft], wanted: dict[str, Any]) -> QuerySet[LawDraft]:
        if "q" in wanted:
            rows = rows.filter(title__contains=wanted["q"])
        return rows.filter(state=wanted["state"]) if "state" in wanted else rows

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_put_out = bool(rules.may_put_out(self.request.user, on=self.on))
        return super().get_context_data(may_put_out=may_put_out, **kwargs)


class DraftPage(Behind, DetailPage):
    """One draft: what is asked, what the points say, what became of it."""

    door = rules.may_list_points
    template_name = "supervision/law_draft.html"
    context_name = "draft"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[LawDraft]:
        return LawDraft.objects.visible_to(self.request.user)

    def actions(self, obj: LawDraft) -> list[Action]:
        user, on = self.request.user, self.on
        return shown(
            [
                _action("登记意见", "enter-draft-opinion", obj, rules.may_enter_opinion(user, obj, on=on)),
                _action("汇总报送", "send-draft", obj, rules.may_send_draft(user, obj, on=on)),
                _action("反馈采纳情况", "close-draft", obj, rules.may_close_draft(user, obj, on=on)),
                _action("网上公开", "publish-law-draft", obj, publishing.may_publish_draft(user, obj, on=on)),
                _action("撤下公开", "unpublish-law-draft", obj, publishing.may_unpublish_draft(user, obj, on=on)),
            ]
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        draft, user, on = self.object, self.request.user, self.on
        opinions = list(DraftOpinion.objects.visible_to(user).filter(draft=draft).with_names().order_by("pk"))
        for row in opinions:
            row.may_weigh = bool(rules.may_weigh_opinion(user, row, on=on))
        facts = {
            "basics": [
                ("征求意见的机关", draft.source),
                ("截止日期", date_text(draft.due_on)),
                ("联系点", "、".join(point.name for point in draft.points.all())),
                ("网上公开", date_text(draft.published_at) if draft.is_public else "未公开"),
            ],
            "opinions": opinions,
            "events": list(timeline(draft)),
        }
        return super().get_context_data(**{**facts, **kwargs})


def _action(label: str, name: str, obj: Any, verdict: Any) -> Action:
    return Action(label, reverse(f"supervision:{name}", args=[obj.pk]), verdict, "primary")


class FoundPoint(CreateStep):
    form_class = forms.PointForm
    rule = rules.may_found_point
    transition = act.found_point
    title = "设立立法联系点"
    button = "登记"
    success_message = "已登记。"
    back_url = reverse_lazy("supervision:contact-points")
    crumbs = (CRUMB, POINTS)

    def form_kwargs(self) -> dict[str, Any]:
        houses = Organisation.objects.active().of_kind(*LOCAL_KINDS).order_by("pinyin_key", "pk")
        return {"houses": houses, "areas": Area.objects.order_by("kind", "pk")}


class EndPoint(StepView):
    title = button = "撤销联系点"
    button_tone = "danger"
    form_class = forms.AdviceReasonForm
    rule = rules.may_end_point
    transition = act.end_point
    success_message = "已撤销，已经登记的意见保留。"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[ContactPoint]:
        return ContactPoint.objects.visible_to(self.request.user).with_names()


class PutOutDraft(CreateStep):
    form_class = forms.DraftForm
    rule = rules.may_put_out
    transition = act.put_out_draft
    title = "草案征求意见"
    button = "发布"
    success_message = "已发布，联系点会收到通知。"
    back_url = reverse_lazy("supervision:law-drafts")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        return {"points": ContactPoint.objects.visible_to(self.request.user).serving_on(self.on)}


class DraftStep(StepView):
    """A step about one draft."""

    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet:
        return LawDraft.objects.visible_to(self.request.user)


class EnterDraftOpinion(DraftStep):
    title = "登记意见"
    button = "登记"
    form_class = forms.DraftOpinionForm
    rule = rules.may_enter_opinion
    transition = act.enter_opinion
    intro = "一条意见写一个条款，便于汇总和反馈采纳情况。"
    versioned = False
    success_message = "已登记。"

    def form_kwargs(self) -> dict[str, Any]:
        mine = ContactPoint.objects.visible_to(self.request.user).order_by().values("pk")
        points = self.object.points.filter(pk__in=mine)
        return {"points": points, "initial": {"point": points[0].pk} if len(points) == 1 else {}}


class SendDraft(DraftStep):
    title = button = "汇总报送"
    form_class = forms.SendForm
    rule = rules.may_send_draft
    transition = act.send_draft
    success_message = "已登记报送，可以逐条登记采纳情况。"


class CloseDraft(DraftStep):
    title = button = "反馈采纳情况"
    form_class = forms.DraftResultForm
    rule = rules.may_close_draft
    transition = act.close_draft
    success_message = "已反馈，联系点会收到通知。"


class WeighOpinion(StepView):
    title = button = "登记采纳情况"
    form_class = forms.FateForm
    rule = rules.may_weigh_opinion
    transition = act.weigh_opinion
    success_message = "已登记。"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[DraftOpinion]:
        return DraftOpinion.objects.visible_to(self.request.user).with_names()
