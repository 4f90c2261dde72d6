"""The desk behind the public pages: what is signed off, what the deputies have said, and the steps."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.generic import TemplateView

from deputies import people, rules
from deputies.forms import public as forms
from deputies.forms.register import RegisterFilter
from deputies.models import Delegation, Deputy, Mandate, PublicPage, Term
from deputies.states import Consent, PageState
from deputies.transitions.public_page import hide_page, page_of, publish_page, publish_pages, say_consent
from deputies.views.doors import KeepersOnly, ReadersOnly
from foundation.web.qr import qr_code
from foundation.web.tables import Column
from foundation.web.views import CreateStep, ListPage, StepView
from foundation.web.views.page import PageMixin

TONES = {PageState.SHOWN: "ok", PageState.HIDDEN: "muted"}
CONSENT_TONES = {Consent.GIVEN: "ok", Consent.REFUSED: "warn", Consent.UNASKED: "muted"}
CRUMBS = (("代表风采审核", "/deputies/pages/"),)


def known_page(deputy: Deputy) -> PublicPage:
    """The deputy's page, or one not saved yet: looking makes no rows."""
    return PublicPage.objects.filter(deputy=deputy).first() or PublicPage(deputy=deputy)


class Pages(KeepersOnly, ListPage):
    """Every serving deputy of the congress with the state of his page, what he said, and how often it was opened."""

    template_name = "deputies/pages.html"
    title = "代表风采审核"
    export_name = "代表公开页面"
    per_page = 30
    empty = "名册中还没有在任代表。"

    def queryset(self) -> QuerySet[Mandate]:
        rows = Mandate.objects.public().select_related("deputy__public_page", "delegation")
        rows = rows.annotate(seen=Sum("deputy__public_page__visits__count"))
        return rows.order_by("deputy__pinyin_key", "pk")

    def _bound_filter(self) -> RegisterFilter:
        delegations = Delegation.objects.filter(term=Term.objects.current())
        form = RegisterFilter(self.request.GET or None, delegations=delegations)
        del form.fields["level"], form.fields["status"]
        return form

    def filter(self, rows: QuerySet[Mandate], wanted: dict[str, Any]) -> QuerySet[Mandate]:
        rows = rows.filter(deputy__in=Deputy.objects.search(wanted["q"])) if "q" in wanted else rows
        return rows.filter(delegation=wanted["delegation"]) if "delegation" in wanted else rows

    def get_columns(self) -> Sequence[Column]:
        return [
            Column("姓名", "deputy.name", link=lambda seat: seat.deputy.get_absolute_url(), primary=True),
            Column("代表团", lambda seat: str(seat.delegation or "")),
            Column("本人意见", lambda seat: _of(seat).get_consent_display(), kind="badge", tone=_consent_tone),
            Column("公开页面", lambda seat: _of(seat).get_state_display(), kind="badge", tone=_state_tone),
            Column("审核时间", lambda seat: _of(seat).signed_at, kind="date"),
            Column("访问次数", lambda seat: seat.seen or 0, kind="number"),
        ]


def _of(seat: Mandate) -> PublicPage:
    return getattr(seat.deputy, "public_page", None) or PublicPage()


def _state_tone(seat: Mandate) -> str:
    return TONES[PageState(_of(seat).state)]


def _consent_tone(seat: Mandate) -> str:
    return CONSENT_TONES[Consent(_of(seat).consent)]


def sign_off(*, by: Any, at: Any, deputies: Any) -> "Signed":
    """Signs off the chosen deputies' pages."""
    publish_pages(deputies, by=by, at=at)
    return Signed()


class Signed:
    """Where the office goes on after signing off several pages."""

    def get_absolute_url(self) -> str:
        return reverse("deputies:pages")


class PublishMany(KeepersOnly, CreateStep):
    """Signs off the pages of several deputies at once; `?delegation=` offers those of one delegation."""

    title = "批量审核公开"
    crumbs = CRUMBS
    rule = rules.may_keep_register
    transition = sign_off
    form_class = forms.PublishManyForm
    button = "审核公开"
    back_url = "/deputies/pages/"
    intro = "公开的是基本信息和经核实的履职数字；照片和个人简介只公开本人同意的。请先核对名册再勾选。"
    success_message = "已审核公开。"

    def form_kwargs(self) -> dict[str, Any]:
        seats = Mandate.objects.public()
        asked = self.request.GET.get("delegation", "")
        seats = seats.filter(delegation=int(asked)) if asked.isdecimal() and len(asked) < 10 else seats
        shown = PublicPage.objects.filter(deputy=OuterRef("pk"), state=PageState.SHOWN)
        waiting = Deputy.objects.filter(pk__in=seats.values("deputy")).exclude(Exists(shown))
        return {"waiting": waiting.order_by("pinyin_key", "pk")}


class PageStep(StepView):
    """A step on the public page of one deputy."""

    versioned = False
    context_name = "deputy"

    def queryset(self) -> QuerySet[Deputy]:
        return Deputy.objects.visible_to(self.request.user)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [*CRUMBS, (self.object.name, self.object.get_absolute_url())]

    def get_title(self) -> str:
        return f"{self.title}：{self.object.name}"


class Publish(KeepersOnly, PageStep):
    title = "审核公开页面"
    rule = staticmethod(lambda user, deputy, *, on: rules.may_publish_page(user, known_page(deputy), on=on))
    transition = staticmethod(lambda pk, *, by, at: publish_page(page_of(Deputy.objects.get(pk=pk)), by=by, at=at))
    template_name = "deputies/publish_page.html"
    button = "审核公开"
    success_message = "已审核公开。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(public_page=known_page(self.object), **kwargs)


class Hide(KeepersOnly, PageStep):
    title = "撤下公开页面"
    rule = staticmethod(lambda user, deputy, *, on: rules.may_hide_page(user, known_page(deputy), on=on))
    transition = staticmethod(
        lambda pk, *, by, at, reason: hide_page(page_of(Deputy.objects.get(pk=pk)), by=by, at=at, reason=reason)
    )
    form_class = forms.HideForm
    button = "撤下"
    button_tone = "danger"
    success_message = "已撤下公开页面。"


class SayConsent(ReadersOnly, PageStep):
    """The deputy himself, or the office with his paper."""

    title = "公开照片和个人简介"
    rule = staticmethod(lambda user, deputy, *, on: rules.may_say_consent(user, known_page(deputy), on=on))
    transition = staticmethod(
        lambda pk, *, by, at, **said: say_consent(page_of(Deputy.objects.get(pk=pk)), by=by, at=at, **said)
    )
    button = "提交意见"
    intro = (
        "姓名、代表团、选区、单位及职务等基本信息和履职数字依法公开（代表法第五十八条）；"
        "照片和个人简介是否公开由代表本人决定，可以随时改变，不同意的立即撤下。"
    )
    success_message = "已登记意见。"

    @property
    def form_class(self) -> type:
        own = self.object.user_id == self.request.user.pk
        return forms.ConsentForm if own else forms.PaperConsentForm

    def arguments(self, form: forms.ConsentForm) -> dict[str, Any]:
        return form.values()


class MyPage(PageMixin, TemplateView):
    """A deputy's own view of his public page: what he said, whether it is public, his code to show."""

    template_name = "deputies/my_page.html"
    title = "我的公开页面"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not people.mandates_of(request.user, self.on):
            raise Http404
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        deputy = self.request.user.deputy
        page = known_page(deputy)
        facts = {"deputy": deputy, "page": page}
        if page.pk:
            address = self.request.build_absolute_uri(page.get_absolute_url())
            facts |= {"address": address, "qr": qr_code(address, "我的代表码")}
        return super().get_context_data(**{**facts, **kwargs})
