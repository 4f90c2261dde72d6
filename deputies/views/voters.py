"""A deputy's fixed contacts with voters, for a phone; for the office numbers, and one masked list."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Max, Q, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.views.generic.base import TemplateResponseMixin, View

from deputies.forms import voters as forms
from deputies.models import ContactStandard, Deputy, Mandate, VoterContact, VoterVisit
from deputies.rules import voters as rules
from deputies.states.contact import StandardCode
from deputies.transitions.voters import amend_voter, end_voter, keep_voter, record_voter_visit, take_back_voter_visit
from foundation.web.tables import Column
from foundation.web.views import Behind, CreateStep, ListPage, StepView
from foundation.web.views.page import PageMixin

CRUMB = ("联系选民", "/deputies/voters/")


class MyVoters(Behind, TemplateResponseMixin, PageMixin, View):
    """One's own voters with the last visit; one tap to write down the next."""

    door = rules.may_keep_voters
    title = "联系选民"
    template_name = "deputies/voters.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        rows = VoterContact.objects.of_user(request.user).current().with_last_visit().select_related("deputy")
        voters = list(rows.order_by("from_date", "pk"))
        standard = ContactStandard.objects.latest_on(self.on, code=StandardCode.VOTERS)
        facts = {
            "voters": voters,
            "standard": standard,
            "missing": max((standard.amount if standard else 0) - len(voters), 0),
        }
        facts["met"] = sum(voter.last_on is not None and voter.last_on.year == self.on.year for voter in voters)
        # A substitute does the deputy's work, and need not read the names of his voters.
        facts["own_hand"] = getattr(request.user, "acted_by", None) is None
        return self.render_to_response(self.get_context_data(**facts))


class VotersOf(Behind, TemplateResponseMixin, PageMixin, View):
    """The list of one deputy for the office: masked, each name opened with a reason that is kept."""

    door = rules.may_open_voters_of
    template_name = "deputies/voters_of.html"
    crumbs = (("联系选民情况", "/deputies/voters/coverage/"),)

    def get(self, request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponseBase:
        self.deputy = get_object_or_404(Deputy.objects.visible_to(request.user), pk=pk)
        rows = VoterContact.objects.visible_to(request.user).filter(deputy=self.deputy).with_last_visit()
        voters = list(rows.select_related("deputy").order_by("until_date", "from_date", "pk"))
        return self.render_to_response(self.get_context_data(voters=voters, deputy=self.deputy))

    def get_title(self) -> str:
        return f"{self.deputy.name}代表固定联系的选民"


class KeepVoter(CreateStep):
    form_class = forms.VoterForm
    rule = rules.may_keep_voters
    transition = keep_voter
    title = "登记固定联系的选民"
    button = "登记"
    success_message = "已登记。"
    back_url = reverse_lazy("deputies:voters")
    crumbs = (CRUMB,)


class AmendVoter(StepView):
    form_class = forms.AmendVoterForm
    rule = rules.may_amend_voter
    transition = amend_voter
    title = "更正选民信息"
    button = "保存"
    intro = "只保存更正后的内容，原来的内容不保留。"
    success_message = "已更正。"
    crumbs = (CRUMB,)
    success_url = reverse_lazy("deputies:voters")

    def queryset(self) -> QuerySet[VoterContact]:
        return VoterContact.objects.of_user(self.request.user).select_related("deputy")

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {name: getattr(self.object, name) for name in ("name", "phone", "place")}}


class EndVoter(StepView):
    form_class = forms.EndVoterForm
    rule = rules.may_end_voter
    transition = end_voter
    title = "停止联系"
    button = "停止联系"
    button_tone = "danger"
    success_message = "已停止联系，个人信息按规定删除。"

    def queryset(self) -> QuerySet[VoterContact]:
        return VoterContact.objects.of_user(self.request.user).select_related("deputy")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB]


class RecordVoterVisit(CreateStep):
    """Today, a tap on who and how, done."""

    form_class = forms.VoterVisitForm
    rule = rules.may_keep_voters
    transition = record_voter_visit
    title = "记一次联系"
    button = "记下来"
    success_message = "已记下，并记入您的履职档案。"
    back_url = reverse_lazy("deputies:voters")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        mine = VoterContact.objects.of_user(self.request.user).current()
        asked = self.request.GET.get("voter", "")
        chosen = [int(asked)] if asked.isascii() and asked.isdigit() else []
        return {"voters": mine.order_by("from_date", "pk"), "initial": {"on": self.on, "voters": chosen}}


class VoterVisits(Behind, ListPage):
    """What one has written down."""

    door = rules.may_keep_voters
    title = "联系选民记录"
    empty = "还没有联系记录。在“联系选民”中记一次联系后显示。"
    crumbs = (CRUMB,)
    columns = (
        Column("日期", "on", kind="date", primary=True),
        Column("方式", "get_way_display"),
        Column("选民", "names"),
        Column("反映的情况", "words"),
        Column("", lambda row: "撤回", link=lambda row: row.way_back),
    )

    def queryset(self) -> QuerySet[VoterVisit]:
        rows = VoterVisit.objects.of_user(self.request.user).standing().select_related("deputy")
        return rows.prefetch_related("voters").order_by("-on", "-pk")

    def decorate(self, rows: Sequence[VoterVisit]) -> None:
        own_hand = getattr(self.request.user, "acted_by", None) is None
        for row in rows:
            known = [voter.name for voter in row.voters.all() if voter.name]
            row.names = "、".join(known) if own_hand and known else f"{len(row.voters.all())}名"
            row.way_back = reverse("deputies:take-back-voter-visit", args=[row.pk])


class TakeBackVoterVisit(StepView):
    form_class = forms.TakeBackForm
    rule = rules.may_take_back_voter_visit
    transition = take_back_voter_visit
    title = "撤回联系记录"
    button = "撤回"
    button_tone = "danger"
    success_message = "已撤回，履职档案中的记录一并撤销。"
    versioned = False

    def queryset(self) -> QuerySet[VoterVisit]:
        return VoterVisit.objects.of_user(self.request.user).select_related("deputy")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB]


class VoterCoverage(Behind, ListPage):
    """Per deputy how many voters and visits; no citizen's name."""

    door = rules.may_count_voters
    title = "代表联系选民情况"
    template_name = "deputies/voter_coverage.html"
    export_name = "代表联系选民情况"
    per_page = 50
    empty = "名册中还没有在任代表。"

    def queryset(self) -> QuerySet[Mandate]:
        standing = Q(deputy__voter_visits__on__year=self.on.year, deputy__voter_visits__taken_back_at__isnull=True)
        rows = Mandate.objects.at_home().serving_on(self.on).select_related("deputy", "delegation")
        rows = rows.annotate(
            voters=Count("deputy__voters", filter=Q(deputy__voters__until_date__isnull=True), distinct=True),
            visits=Count("deputy__voter_visits", filter=standing, distinct=True),
            last_on=Max("deputy__voter_visits__on", filter=standing),
        )
        return rows.order_by("voters", "deputy__pinyin_key", "pk")

    def get_columns(self) -> Sequence[Column]:
        opens = rules.may_open_voters_of(self.request.user)
        page = "deputies:voters-of" if opens else "deputies:detail"
        return [
            Column("代表", "deputy.name", link=lambda row: reverse(page, args=[row.deputy_id]), primary=True),
            Column("代表团", lambda row: str(row.delegation or "")),
            Column("固定联系选民（名）", "voters", kind="number"),
            Column("本年联系（次）", "visits", kind="number"),
            Column("最近联系", "last_on", kind="date"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        standard = ContactStandard.objects.latest_on(self.on, code=StandardCode.VOTERS)
        return super().get_context_data(standard=standard, **kwargs)
